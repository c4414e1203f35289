using Gate.Metrics;

namespace Gate.Bench.Coverage.References;

/// <summary>
/// The values of the catalogue's metrics, at the default parameters, by formulas of their own: the truths of simulations do not come from
/// the code that is judged. <c>coverage verify</c> and a test hold the two against each other.
/// </summary>
internal static class ReferenceMetrics
{
    /// <summary>What is not simulated, and why.</summary>
    public static IReadOnlyDictionary<string, string> Left { get; } = new Dictionary<string, string>
    {
        ["count"] = "a fact of the test set, without an interval",
        ["consistency"] = "a row's neighbours are nearer the more rows there are, so that a law has no value of it apart from the size",
    };

    /// <summary>The value on weighted rows, or null where the metric is not of this task, or is undefined on them.</summary>
    public static double? Of(string name, Sample sample)
    {
        WeightedRows rows = WeightedRows.Of(sample);
        double? value = rows.Classes == 0 ? NumberReferences.Of(name, rows)
            : CalibrationReferences.Of(name, rows) ?? (rows.Classes > 2 ? ClassScoreReferences.Of(name, rows)
                : CountReferences.Of(name, rows) ?? ScoreReferences.Of(name, rows)) ?? ClassReferences.Of(name, rows);
        return value is double number && double.IsFinite(number) ? number : null;
    }
}
