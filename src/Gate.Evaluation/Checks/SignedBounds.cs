using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Checks;

/// <summary>
/// Refuses a one-sided bound on a signed disparity of several comparisons. The value farthest away decides, on whichever side it lies: one
/// far on the harmless side would pass a bound that a nearer one on the other side misses. Of one group against one reference there is no
/// other value.
/// </summary>
internal static class SignedBounds
{
    /// <summary>What is wrong with the bounds of a condition, or null.</summary>
    public static string? Problem(ConditionSpec condition, Dataset data)
    {
        if (condition is { Min: null, Max: null } || ConditionMetric.Disparity(condition.Metric) is not { IsSigned: true } disparity)
            return null;
        if (condition.Method == MethodSpec.ToReference && Groups(condition, data) <= 2) return null;
        bool ratio = disparity.Comparison.Kind == CompareKind.Ratio;
        if (condition is { Min: { } low, Max: { } high } && Math.Abs(ratio ? (low * high) - 1 : low + high) <= 0.01) return null;
        string both = ratio ? "min and max, one the inverse of the other (0.8 and 1.25)" : "min and max, "
            + "one minus the other (-0.1 and 0.1)";
        return $"'{condition.Metric}' has a sign and the value farthest from {(ratio ? "1" : "0")} decides, so with several comparisons a "
            + "bound of one side can be missed unseen; "
            + $"give {both}, or 'where:' two groups with 'method: to_reference' and a 'reference'";
    }

    private static int Groups(ConditionSpec condition, Dataset data)
    {
        int[]? rows = condition.Where is null ? null : data.Slices[condition.Where];
        return Grouping.Create([.. condition.By.Select(Column)], [], rows?.Length ?? data.Test.RowCount).Groups.Count;

        CategoryColumn Column(string name) => rows is null ? data.Sensitive[name] : (CategoryColumn)data.Sensitive[name].Take(rows);
    }
}
