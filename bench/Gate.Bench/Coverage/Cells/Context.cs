using Gate.Metrics;

namespace Gate.Bench.Coverage.Cells;

/// <summary>What is asked of a metric.</summary>
internal enum Context
{
    /// <summary>Its value of all rows.</summary>
    Overall,

    /// <summary>How much worse the candidate is than the baseline.</summary>
    Regression,

    /// <summary>The same as a share of the baseline's value.</summary>
    RelativeRegression,

    /// <summary>The largest minus the smallest of the groups.</summary>
    Difference,

    /// <summary>The smallest over the largest of the groups.</summary>
    Ratio,

    /// <summary>The smallest of the groups.</summary>
    GroupMin,

    /// <summary>The largest of the groups.</summary>
    GroupMax,
}

/// <summary>Asks a frame.</summary>
internal static class Contexts
{
    /// <summary>What is asked of a test set with so many groups.</summary>
    public static IReadOnlyList<Context> Of(int groups) => groups switch
    {
        1 => [Context.Overall, Context.Regression, Context.RelativeRegression],
        2 => [Context.Difference, Context.Ratio],
        5 => [Context.Difference],
        _ => [Context.GroupMin, Context.GroupMax],
    };

    /// <summary>Its name with the number of groups: <c>difference of 5</c>.</summary>
    public static string Name(Context context, int groups) => context switch
    {
        Context.Overall => "overall",
        Context.Regression => "regression",
        Context.RelativeRegression => "relative regression",
        Context.Difference => FormattableString.Invariant($"difference of {groups}"),
        Context.Ratio => FormattableString.Invariant($"ratio of {groups}"),
        Context.GroupMin => FormattableString.Invariant($"group_min of {groups}"),
        _ => FormattableString.Invariant($"group_max of {groups}"),
    };

    public static Measurement Ask(MetricFrame frame, Metric metric, Context context) => context switch
    {
        Context.Overall => frame.Measure(metric),
        Context.Regression => frame.Regression(metric),
        Context.RelativeRegression => frame.Regression(metric, RegressionScale.Relative),
        Context.Difference => Compare(frame, metric, CompareKind.Difference),
        Context.Ratio => Compare(frame, metric, CompareKind.Ratio),
        Context.GroupMin => Compare(frame, metric, CompareKind.GroupMin),
        _ => Compare(frame, metric, CompareKind.GroupMax),
    };

    private static Measurement Compare(MetricFrame frame, Metric metric, CompareKind kind) =>
        frame.Compare(new Comparison($"{metric.Name}_{kind}", kind, [metric]), [.. frame.Groups.Select(_ => true)]).Worst;
}
