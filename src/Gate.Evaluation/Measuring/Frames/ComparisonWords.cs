using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>From a condition's words to the comparison that the metrics compute.</summary>
internal static class ComparisonWords
{
    /// <summary>The comparison of a condition; null for one over all rows, and for one that compares each group with the
    /// baseline.</summary>
    public static Comparison? Of(ConditionSpec condition, IReadOnlyList<string> classes)
    {
        if (ConditionMetric.Disparity(condition.Metric) is { Comparison: var named })
            return Completed(
                named with { Parts = [
                .. named.Parts.Select(part => ConditionMetric.OfClass(part.With(condition.Parameters), condition.Class, classes))] },
                condition);
        if (condition.By.Count == 0 || condition.Compare is not { } compare || compare == CompareSpec.Each) return null;
        Metric metric = ConditionMetric.Of(condition, classes);
        return Completed(new($"{metric.Name}_{Word(compare)}", Kind(compare), [metric]), condition);
    }

    /// <summary>What the condition says itself goes before what a named disparity brings.</summary>
    public static Comparison Completed(Comparison comparison, ConditionSpec condition) => comparison with
    {
        Method = condition.Method is { } method ? Method(method) : comparison.Method,
        Reference = condition.Reference is { } reference
            ? new(Kind(reference.Kind), reference.Kind == ReferenceKindSpec.Named ? reference.Values : null) : comparison.Reference,
        Levels = condition.Levels == LevelsSpec.Weighted ? LevelSummary.Weighted : LevelSummary.Worst,
    };

    public static string Word(CompareSpec compare) => compare == CompareSpec.Each ? "each" : Word(Kind(compare));

    public static string Word(CompareKind kind) => kind switch
    {
        CompareKind.Difference => "difference",
        CompareKind.Ratio => "ratio",
        CompareKind.GroupMin => "group_min",
        CompareKind.GroupMax => "group_max",
        _ => "joint",
    };

    public static string Word(CompareMethod method) => method switch
    {
        CompareMethod.ToOverall => "to_overall",
        CompareMethod.ToReference => "to_reference",
        CompareMethod.ToRest => "to_rest",
        _ => "between_groups",
    };

    /// <summary>The reference in words: <c>largest</c>, or the group's values; null where there is none.</summary>
    public static string? Reference(Comparison? comparison) => comparison switch
    {
        null or { Method: not CompareMethod.ToReference } => null,
        { Reference: { Kind: ReferenceKind.Named, Values: { } values } } => string.Join(" × ", values),
        { Reference.Kind: var kind } => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Whether groups are held against something; an entropy between groups is one number of all of them.</summary>
    public static bool HasMethod(Comparison comparison) => ConditionMetric.Disparity(comparison.Name)?.HoldsAgainstOthers ?? true;

    private static CompareMethod Method(MethodSpec method) => method switch
    {
        MethodSpec.ToOverall => CompareMethod.ToOverall,
        MethodSpec.ToReference => CompareMethod.ToReference,
        MethodSpec.ToRest => CompareMethod.ToRest,
        _ => CompareMethod.BetweenGroups,
    };

    private static ReferenceKind Kind(ReferenceKindSpec kind) => kind switch
    {
        ReferenceKindSpec.Best => ReferenceKind.Best,
        ReferenceKindSpec.Worst => ReferenceKind.Worst,
        ReferenceKindSpec.Named => ReferenceKind.Named,
        _ => ReferenceKind.Largest,
    };

    public static CompareKind Kind(CompareSpec compare) => compare switch
    {
        CompareSpec.Difference => CompareKind.Difference,
        CompareSpec.Ratio => CompareKind.Ratio,
        CompareSpec.GroupMin => CompareKind.GroupMin,
        _ => CompareKind.GroupMax,
    };
}
