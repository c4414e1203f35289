using System.Text.RegularExpressions;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Says in plain words what of the measured rows a condition asked for, the groups that decided it and how many rows stand behind
/// it.</summary>
internal static partial class FrameSentence
{
    /// <summary>What was measured, where and against what.</summary>
    public static string Subject(ConditionSpec condition, FrameEvidence evidence)
    {
        string metric = ConditionMetric.Text(evidence.Name, condition);
        string slice = condition.Where is null ? "" : $" where {Spaces().Replace(condition.Where.Trim(), " ")}";
        if (evidence.IsEach)
            return evidence.DecidedBy is { } worst
                ? $"{metric}{slice} of {Name(condition, worst)}{(worst.ControlLevel is { } own ? $" where {own}" : "")}"
                : $"{metric}{slice} by {string.Join(" and ", condition.By)}";
        if (evidence.Comparison is not { } comparison) return metric + slice;
        string compared = ConditionMetric.Disparity(condition.Metric) is not null
            ? metric
            : comparison.Kind switch
            {
                CompareKind.Difference => $"The difference in {metric}",
                CompareKind.Ratio => $"The ratio of {metric}",
                CompareKind.GroupMin => $"The lowest {metric}",
                _ => $"The highest {metric}",
            };
        string against = comparison.Kind is CompareKind.Difference or CompareKind.Ratio or CompareKind.Joint
            && ComparisonWords.HasMethod(comparison) ? Against(comparison, condition) : "";
        string level = comparison.Levels == LevelSummary.Weighted
            ? $", the mean over the levels of {string.Join(" and ", condition.Control)}," : evidence.Level is null
            ? "" : $", worst where {evidence.Level},";
        return $"{compared}{slice} by {string.Join(" and ", condition.By)}{(level.Length > 0 ? against.TrimEnd(',') : against)}{level}";
    }

    private static string Against(Comparison comparison, ConditionSpec condition) => comparison.Method switch
    {
        CompareMethod.ToOverall => ", to the overall value,",
        CompareMethod.ToRest => ", each to the rest,",
        CompareMethod.ToReference when comparison.Reference is { Kind: ReferenceKind.Named, Values: { } values } =>
            $", to {GroupEvidence.Named(condition.By, values)},",
        CompareMethod.ToReference => $", to the {ComparisonWords.Reference(comparison)} group,",
        _ => "",
    };

    /// <summary>The groups that decided, the rows in all, and the summary of control levels that did not decide.</summary>
    public static string Behind(ConditionSpec condition, FrameEvidence evidence) =>
        $"{Groups(condition, evidence)} {Rows(evidence.Rows)} in all.{Levels(evidence)}";

    /// <summary>The summary of the control levels that did not decide.</summary>
    private static string Levels(FrameEvidence evidence) => evidence.Levels switch
    {
        { Decides: "worst", Weighted: { Estimate: { } mean } other } =>
            $" The mean over the levels is {NumberText.Estimate(mean, other.Interval)}.",
        { Decides: "weighted", Worst: { Estimate: { } worst } other, WorstLevel: { } level } =>
            $" The worst level is {level}, with {NumberText.Estimate(worst, other.Interval)}.",
        _ => "",
    };

    private static string Groups(ConditionSpec condition, FrameEvidence evidence)
    {
        if (evidence.Comparison is { Kind: CompareKind.Joint } joint && ComparisonWords.HasMethod(joint))
            return evidence.Lowest is { } facet
                ? " Farthest away: "
                + $"{One(condition, facet)}{(evidence.Highest is { } other ? $", against {One(condition, other)}" : ", against the rest")}."
                : "";
        if (evidence.Lowest is null || evidence.Highest is null) return "";
        return evidence.Comparison!.Kind switch
        {
            CompareKind.GroupMin => $" It is that of {One(condition, evidence.Lowest)}.",
            CompareKind.GroupMax => $" It is that of {One(condition, evidence.Highest)}.",
            // The reference is an end of the comparison, but need not be the group with the largest or smallest value.
            CompareKind.Difference or CompareKind.Ratio when evidence.Comparison.Method == CompareMethod.ToReference =>
                $" Farthest apart{(Shown(evidence) is { Length: > 0 } shown ? " in" + shown : "")}: {One(condition, evidence.Lowest)} and "
                    + $"{One(condition, evidence.Highest)}.",
            _ => $" Lowest{Shown(evidence)}: {One(condition, evidence.Lowest)}; highest: {One(condition, evidence.Highest)}.",
        };
    }

    /// <summary>The metric that is shown of each group, where it is not the condition's own.</summary>
    private static string Shown(FrameEvidence evidence) => evidence.GroupMetric == evidence.Name ? "" : $" {evidence.GroupMetric}";

    private static string One(ConditionSpec condition, GroupFact group) =>
        $"{Name(condition, group)} ({(group.Estimate is { } estimate ? NumberText.Estimate(estimate, group.Interval) : "undefined")}, "
            + $"{Rows(group.Count)})";

    private static string Rows(long rows) => $"{NumberText.Count(rows)} {(rows == 1 ? "row" : "rows")}";

    private static string Name(ConditionSpec condition, GroupFact group) => GroupEvidence.Named(condition.By, group.Key);

    /// <summary>The groups that took no part, with their reasons.</summary>
    public static string LeftOut(ConditionSpec condition, IReadOnlyList<GroupFact> groups)
    {
        string[] names = [.. groups.Where(group => group.Excluded is not null)
            .Select(group => $"{Name(condition, group)}{(group.ControlLevel is null ? "" : $" where {group.ControlLevel}")} "
            + $"({group.Excluded})")];
        if (names.Length == 0) return "";
        string shown = string.Join(", ", names.Take(5)) + (names.Length > 5 ? $" and {names.Length - 5} more" : "");
        return $" Left out for too little evidence: {shown}.";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
