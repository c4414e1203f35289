using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Says what was found as one clause with its number, in the words in which a person would tell it.</summary>
internal static class FrameBrief
{
    /// <summary>The clause; null where the subject and the value say it well enough.</summary>
    public static string? Of(ConditionSpec condition, FrameEvidence evidence)
    {
        if (evidence.Comparison is not { } comparison || evidence.Lowest is not { } low || evidence.Highest is not { } high) return null;
        if (!evidence.Measured.Value.IsDefined || !TellsOfTwo(comparison)) return null;
        string value = NumberText.Estimate(evidence.Measured.Value.Number, evidence.Measured.Interval.ToFact());
        string metric = evidence.GroupMetric == evidence.Name || comparison.Parts.Count == 1
            ? ConditionMetric.Text(comparison.Parts[0].Name, condition) : evidence.GroupMetric!;
        string where = (evidence.Level is { } level ? $" where {level}" : "")
            + (condition.Where is { } slice ? $" where {slice.Trim()}" : "");
        bool isSelection = metric == "selection_rate";
        (string lowest, string highest) = (Name(condition, low), Name(condition, high));
        return comparison.Kind switch
        {
            CompareKind.Ratio when isSelection => $"{lowest} is selected {value} times as often as {highest}{where}",
            CompareKind.Ratio => $"{metric} of {lowest} is {value} times that of {highest}{where}",
            CompareKind.Difference when isSelection => $"{lowest} is selected less often than {highest}, by {value}{where}",
            CompareKind.Difference => $"{metric} of {lowest} is {value} below that of {highest}{where}",
            CompareKind.GroupMin => $"{metric} is lowest for {lowest}: {value}{where}",
            CompareKind.GroupMax => $"{metric} is highest for {highest}: {value}{where}",
            _ => null,
        };
    }

    /// <summary>Whether the value is that of the lowest and the highest group alone: not a mean of parts or levels, and not one with a
    /// sign.</summary>
    private static bool TellsOfTwo(Comparison comparison) => !comparison.Signed
        && (comparison.Parts.Count == 1 || comparison.Aggregation == Aggregation.WorstCase)
        && (comparison.Kind is CompareKind.GroupMin or CompareKind.GroupMax
            || comparison.Method is CompareMethod.BetweenGroups or CompareMethod.ToReference);

    private static string Name(ConditionSpec condition, GroupFact group) => GroupEvidence.Named(condition.By, group.Key);
}
