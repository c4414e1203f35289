using Gate.Metrics.Cells;

namespace Gate.Metrics.Kinds;

/// <summary>Folds a confusion matrix of many classes into that of one class (positive) against all others, and names the metrics of
/// it.</summary>
internal static class ClassAgainstRest
{
    /// <summary>The four cells of class <paramref name="code"/> against the others, summed one by one: a difference of sums would leave
    /// rounding crumbs.</summary>
    /// <param name="cells">The whole confusion matrix.</param>
    /// <param name="code">The class.</param>
    /// <param name="room">Four numbers.</param>
    public static Confusion Fold(Confusion cells, int code, Span<double> room) => cells.Against(code, room);

    public static string Name(Metric metric, string name) => $"{metric.Name}[{name}]";

    public static string Definition(Metric metric, string name) =>
        $"{metric.Definition} Positive is the class '{name}', negative every other.";

    public static string UndefinedWhen(Metric metric, string name) =>
        metric.UndefinedWhen.Length > 0 ? Reason(metric.UndefinedWhen, name) : "";

    public static string Reason(string reason, string name) => $"{reason} (class {name} against the others)";

    /// <summary>The metric of the same class with other parameters.</summary>
    public static Metric Parameterised(Metric metric, IReadOnlyList<double> values, int code, string name)
    {
        var named = metric.Parameters.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        return metric.With(named).OneVsRest(code, name)!;
    }
}
