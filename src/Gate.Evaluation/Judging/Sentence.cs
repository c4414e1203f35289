using System.Text.RegularExpressions;
using Gate.Evaluation.Judging.Families;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>Says in plain words what was measured, the bound, the interval, the group that decided it and how many rows stand behind
/// it.</summary>
internal static partial class Sentence
{
    public static string Of(JudgedCondition judged)
    {
        (ConditionSpec condition, Evidence evidence) = (judged.Condition, judged.Evidence);
        string subject = Subject(condition, evidence), family = FamilySentence.Of(judged);
        if (!evidence.Measured.Value.IsDefined)
            return $"{subject} is undefined: {evidence.Measured.Value.Undefined}.{LeftOut(condition, evidence)}{family}";
        var text = $"{subject} is {WithInterval(evidence.Measured)}";
        text += Bounds(judged);
        text += Groups(condition, evidence);
        return text + $" {Rows(evidence.Rows)} in all.{Levels(evidence)}{LeftOut(condition, evidence)}{family}";
    }

    private static string Subject(ConditionSpec condition, Evidence evidence)
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

    /// <summary>The summary of the control levels that did not decide.</summary>
    private static string Levels(Evidence evidence) => evidence.Levels switch
    {
        { Decides: "worst", Weighted: { Estimate: { } mean } other } =>
            $" The mean over the levels is {NumberText.Estimate(mean, other.Interval)}.",
        { Decides: "weighted", Worst: { Estimate: { } worst } other, WorstLevel: { } level } =>
            $" The worst level is {level}, with {NumberText.Estimate(worst, other.Interval)}.",
        _ => "",
    };

    private static string WithInterval(Measurement measured) => WithInterval(measured, 1);

    private static string WithInterval(Measurement measured, int sign)
    {
        double value = sign * measured.Value.Number;
        if (measured.Interval is not { } interval) return NumberText.Estimate(value);
        IntervalFact fact = (sign < 0 ? interval with { Low = -interval.High, High = -interval.Low } : interval).ToFact()!;
        return $"{NumberText.Estimate(value, fact)} ({NumberText.Percent(interval.Confidence)} interval "
            + $"{NumberText.Interval(value, fact)})";
    }

    private static string Bounds(JudgedCondition judged)
    {
        (ConditionSpec condition, Evidence evidence, Basis basis) = (judged.Condition, judged.Evidence, judged.Basis);
        var parts = new List<string>();
        string Ends(Measurement measured, double? min, double? max) =>
            (Decision.Judge(measured, min, max, basis), basis == Basis.Interval) switch
        {
            (_, true) when measured.Interval is null =>
                "but it has no interval (too few rows, or rows that all say the same), so it is not decided",
            (Outcome.Satisfied, true) => "and the whole interval keeps to it",
            (Outcome.Satisfied, false) => "and it does",
            (Outcome.Violated, true) => "and the whole interval misses it",
            (Outcome.Violated, false) => "and it does not",
            _ => "and the interval lies on both sides of it",
        };
        if ((condition.Min ?? condition.Max) is not null)
            parts.Add($"it must be {Range(condition.Min, condition.Max)} {Ends(evidence.Measured, condition.Min, condition.Max)}");
        void Regression(Measurement? measured, double? most, Func<double, string> number, Func<Measurement, string> worse)
        {
            if (measured is null || most is not { } bound) return;
            parts.Add(measured.Value.IsDefined
                ? $"against the baseline's {NumberText.Estimate(evidence.Baseline.NumberOrNull)} it is {worse(measured)}; it may be "
                    + $"{RegressionWords.AtMost(number(bound))} {Ends(measured, null, bound)}"
                : $"its regression from the baseline is undefined: {measured.Value.Undefined}");
        }
        Regression(evidence.Regression, condition.MaxRegression, NumberText.Exact, measured => Worse(measured, WithInterval));
        Regression(evidence.RelativeRegression, condition.MaxRelativeRegression, NumberText.Percent, measured => Worse(measured, Share));
        return parts.Count == 0 ? "." : $"; {string.Join("; ", parts)}.";
    }

    private static string Worse(Measurement regression, Func<Measurement, int, string> text) =>
        RegressionWords.Change(regression.Value.Number, sign => text(regression, sign), () => $"equal, by {text(regression, 1)}");

    private static string Share(Measurement measured, int sign)
    {
        string Percent(double share) => NumberText.Percent(Math.Round(share, 4));
        double value = sign * measured.Value.Number;
        if (measured.Interval is not { } interval) return Percent(value);
        (double low, double high) = sign < 0 ? (-interval.High, -interval.Low) : (interval.Low, interval.High);
        return $"{Percent(value)} ({NumberText.Percent(interval.Confidence)} interval {Percent(low)} to {Percent(high)})";
    }

    private static string Range(double? min, double? max) => (min, max) switch
    {
        ({ } low, { } high) => $"from {NumberText.Exact(low)} to {NumberText.Exact(high)}",
        ({ } low, null) => $"at least {NumberText.Exact(low)}",
        (null, { } high) => $"at most {NumberText.Exact(high)}",
        _ => "anything",
    };

    private static string Groups(ConditionSpec condition, Evidence evidence)
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
    private static string Shown(Evidence evidence) => evidence.GroupMetric == evidence.Name ? "" : $" {evidence.GroupMetric}";

    private static string One(ConditionSpec condition, GroupFact group) =>
        $"{Name(condition, group)} ({(group.Estimate is { } estimate ? NumberText.Estimate(estimate, group.Interval) : "undefined")}, "
            + $"{Rows(group.Count)})";

    private static string Rows(long rows) => $"{NumberText.Count(rows)} {(rows == 1 ? "row" : "rows")}";

    private static string Name(ConditionSpec condition, GroupFact group) => GroupEvidence.Named(condition.By, group.Key);

    private static string LeftOut(ConditionSpec condition, Evidence evidence)
    {
        string[] names = [.. evidence.Groups.Where(group => group.Excluded is not null)
            .Select(group => $"{Name(condition, group)}{(group.ControlLevel is null ? "" : $" where {group.ControlLevel}")} "
            + $"({group.Excluded})")];
        if (names.Length == 0) return "";
        string shown = string.Join(", ", names.Take(5)) + (names.Length > 5 ? $" and {names.Length - 5} more" : "");
        return $" Left out for too little evidence: {shown}.";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
