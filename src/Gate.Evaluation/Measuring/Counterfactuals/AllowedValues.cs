using System.Globalization;
using Gate.Data;
using Gate.Explain.Dependence;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Counterfactuals;

/// <summary>Which of a column's values a counterfactual may take, by the policy: a range of numbers or days, or a list of texts.</summary>
internal static class AllowedValues
{
    /// <summary>The part of a grid that is allowed; null for none of it.</summary>
    /// <param name="grid">Values that test rows have.</param>
    /// <param name="allowed">What the policy says of the column.</param>
    public static FeatureGrid? Within(FeatureGrid grid, IReadOnlyList<string> allowed)
    {
        IReadOnlyList<string> labels = grid.Labels;
        int[] kept = [.. Enumerable.Range(0, grid.Count).Where(point => grid.Values switch
        {
            NumericColumn { Type: ColumnType.Date or ColumnType.Timestamp } => string.CompareOrdinal(labels[point], allowed[0]) >= 0
                && string.CompareOrdinal(labels[point], allowed[1]) <= 0,
            NumericColumn { Type: ColumnType.Boolean } or CategoryColumn => allowed.Contains(labels[point]),
            NumericColumn number => number.Values[point] >= Number(allowed[0]) && number.Values[point] <= Number(allowed[1]),
            _ => false,
        })];
        return kept.Length == 0 ? null : new(grid.Feature, grid.Values.Take(kept));
    }

    /// <summary>What is wrong with the ranges, by the column's types.</summary>
    public static IEnumerable<PolicyProblem> Wrong(ExplainSpec spec, Table rows)
    {
        foreach ((string column, IReadOnlyList<string> allowed) in spec.Allowed)
        {
            if (!rows.TryGet(column, out Column? found) || found is not NumericColumn { Type: not ColumnType.Boolean } number) continue;
            bool isTime = number.Type is ColumnType.Date or ColumnType.Timestamp;
            bool fits = allowed is [var low, var high] && (isTime ? string.CompareOrdinal(low, high) <= 0
                : double.TryParse(low, CultureInfo.InvariantCulture, out double from)
                    && double.TryParse(high, CultureInfo.InvariantCulture, out double to) && from <= to);
            string key = $"explain.allowed.{column}";
            if (!fits)
                yield return new(spec.Marks.GetValueOrDefault($"allowed.{column}", spec.At), key, $"{key}: expected the least and the "
                    + $"largest {(isTime ? "day" : "number")} that a counterfactual may take, such as [20, 60]");
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
