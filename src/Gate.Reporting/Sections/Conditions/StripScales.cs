using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections.Conditions;

/// <summary>The scales of the strips in one table: strips of one unit have one scale, so that they can be compared by eye.</summary>
internal sealed class StripScales
{
    private const double Air = 0.08;

    private readonly Dictionary<string, (double Low, double High)> scales;

    /// <summary>The scales of all findings of a table.</summary>
    internal StripScales(IEnumerable<Finding> findings) => scales = findings.GroupBy(Kind, StringComparer.Ordinal)
        .Select(alike => (alike.Key, Values: alike.SelectMany(Values).ToArray())).Where(alike => alike.Values.Length > 0)
        .ToDictionary(alike => alike.Key, alike => Around(alike.Values), StringComparer.Ordinal);

    /// <summary>The scale of a finding's strip; null where there is nothing to draw.</summary>
    internal (double Low, double High)? Of(Finding finding) =>
        scales.TryGetValue(Kind(finding), out (double, double) scale) ? scale : null;

    /// <summary>What one scale is of: a unit, and whether values, differences or losses against the baseline are told in it.</summary>
    private static string Kind(Finding finding)
    {
        Judged judged = Judged.Of(finding);
        string what = judged.IsRegression ? judged.IsShare ? "share of the baseline" : "regression"
            : finding.Compare is "difference" ? "difference" : "value";
        return $"{what} {(judged.IsShare ? "" : finding.Unit ?? finding.Id)}";
    }

    private static IEnumerable<double> Values(Finding finding)
    {
        Judged judged = Judged.Of(finding);
        return judged.Estimate is null ? [] : new[] { judged.Estimate, judged.Interval?.Low, judged.Interval?.High, judged.Least,
            judged.Most }.OfType<double>().Where(double.IsFinite);
    }

    private static (double, double) Around(double[] values)
    {
        double low = values.Min(), high = values.Max(), air = high > low ? (high - low) * Air : Math.Max(Math.Abs(high) * 0.1, 0.01);
        return (low - air, high + air);
    }
}
