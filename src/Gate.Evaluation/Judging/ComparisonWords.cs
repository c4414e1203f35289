using Gate.Metrics;
using Gate.Policy;

namespace Gate.Evaluation.Judging;

/// <summary>From a condition's words to the comparison that the metrics compute.</summary>
internal static class ComparisonWords
{
    public static Comparison? Of(ConditionSpec condition)
    {
        CompareMethod method = condition.Method == MethodSpec.ToOverall ? CompareMethod.ToOverall : CompareMethod.BetweenGroups;
        if (DisparityCatalogue.Find(condition.Metric) is { } named) return named.Comparison with { Method = method };
        if (condition.By.Count == 0 || condition.Compare is not { } compare) return null;
        Metric metric = MetricCatalogue.Find(condition.Metric)!;
        return new($"{metric.Name}_{Word(compare)}", Kind(compare), [metric], method);
    }

    public static string Word(CompareSpec compare) => Word(Kind(compare));

    public static string Word(CompareKind kind) => kind switch
    {
        CompareKind.Difference => "difference",
        CompareKind.Ratio => "ratio",
        CompareKind.GroupMin => "group_min",
        _ => "group_max",
    };

    public static string Word(CompareMethod method) => method == CompareMethod.ToOverall ? "to_overall" : "between_groups";

    private static CompareKind Kind(CompareSpec compare) => compare switch
    {
        CompareSpec.Difference => CompareKind.Difference,
        CompareSpec.Ratio => CompareKind.Ratio,
        CompareSpec.GroupMin => CompareKind.GroupMin,
        _ => CompareKind.GroupMax,
    };
}
