using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy;

namespace Gate.Evaluation.Judging;

/// <summary>Says in plain words what was measured, the bound, the interval, the group that decided it and how many rows stand behind it.</summary>
internal static class Sentence
{
    public static string Of(ConditionSpec condition, Evidence evidence, Basis basis)
    {
        string subject = Subject(condition, evidence);
        if (!evidence.Measured.Value.IsDefined)
            return $"{subject} is undefined: {evidence.Measured.Value.Undefined}.{LeftOut(condition, evidence)}";
        var text = $"{subject} is {WithInterval(evidence.Measured)}";
        text += Bounds(condition, evidence, basis);
        text += Groups(condition, evidence);
        return text + $" {Rows(evidence.Rows)} in all.{LeftOut(condition, evidence)}";
    }

    private static string Subject(ConditionSpec condition, Evidence evidence)
    {
        string compared = evidence.Comparison is null || evidence.Name == condition.Metric && DisparityCatalogue.Find(condition.Metric) is not null
            ? evidence.Name
            : evidence.Comparison.Kind switch
            {
                CompareKind.Difference => $"The difference in {evidence.Name}",
                CompareKind.Ratio => $"The ratio of {evidence.Name}",
                CompareKind.GroupMin => $"The lowest {evidence.Name}",
                _ => $"The highest {evidence.Name}",
            };
        if (evidence.Comparison is null) return compared;
        string against = evidence.Comparison is { Method: CompareMethod.ToOverall, Kind: CompareKind.Difference or CompareKind.Ratio } ? ", to the overall value," : "";
        string level = evidence.Level is null ? "" : $", worst where {evidence.Level},";
        return $"{compared} by {string.Join(" and ", condition.By)}{against}{level}";
    }

    private static string WithInterval(Measurement measured, int sign = 1)
    {
        double value = sign * measured.Value.Number;
        if (measured.Interval is not { } interval) return NumberText.Estimate(value);
        IntervalFact fact = (sign < 0 ? interval with { Low = -interval.High, High = -interval.Low } : interval).ToFact()!;
        return $"{NumberText.Estimate(value, fact)} ({NumberText.Percent(interval.Confidence)} interval {NumberText.Interval(value, fact)})";
    }

    private static string Bounds(ConditionSpec condition, Evidence evidence, Basis basis)
    {
        var parts = new List<string>();
        string Ends(Measurement measured, double? min, double? max) => (Decision.Judge(measured, min, max, basis), basis == Basis.Interval) switch
        {
            (_, true) when measured.Interval is null => "but there are too few rows for an interval, so it is not decided",
            (Outcome.Satisfied, true) => "and the whole interval keeps to it",
            (Outcome.Satisfied, false) => "and it does",
            (Outcome.Violated, true) => "and the whole interval misses it",
            (Outcome.Violated, false) => "and it does not",
            _ => "and the interval lies on both sides of it",
        };
        if ((condition.Min ?? condition.Max) is not null)
            parts.Add($"it must be {Range(condition.Min, condition.Max)} {Ends(evidence.Measured, condition.Min, condition.Max)}");
        if (evidence.Regression is { } regression)
            parts.Add(regression.Value.IsDefined
                ? $"against the baseline's {NumberText.Estimate(evidence.Baseline.NumberOrNull)} it is {Worse(regression)}; it may be at most {NumberText.Exact(condition.MaxRegression!.Value)} worse {Ends(regression, null, condition.MaxRegression)}"
                : $"its regression from the baseline is undefined: {regression.Value.Undefined}");
        return parts.Count == 0 ? "." : $"; {string.Join("; ", parts)}.";
    }

    private static string Worse(Measurement regression) => regression.Value.Number switch
    {
        0 => $"equal, by {WithInterval(regression)}",
        > 0 => $"worse by {WithInterval(regression)}",
        _ => $"better by {WithInterval(regression, sign: -1)}",
    };

    private static string Range(double? min, double? max) => (min, max) switch
    {
        ({ } low, { } high) => $"from {NumberText.Exact(low)} to {NumberText.Exact(high)}",
        ({ } low, null) => $"at least {NumberText.Exact(low)}",
        (null, { } high) => $"at most {NumberText.Exact(high)}",
        _ => "anything",
    };

    private static string Groups(ConditionSpec condition, Evidence evidence)
    {
        if (evidence.Lowest is null || evidence.Highest is null) return "";
        return evidence.Comparison!.Kind switch
        {
            CompareKind.GroupMin => $" It is that of {One(condition, evidence.Lowest)}.",
            CompareKind.GroupMax => $" It is that of {One(condition, evidence.Highest)}.",
            _ => $" Lowest{(evidence.GroupMetric == evidence.Name ? "" : $" {evidence.GroupMetric}")}: {One(condition, evidence.Lowest)}; highest: {One(condition, evidence.Highest)}.",
        };
    }

    private static string One(ConditionSpec condition, GroupFact group) =>
        $"{Name(condition, group)} ({(group.Estimate is { } estimate ? NumberText.Estimate(estimate, group.Interval) : "undefined")}, {Rows(group.Count)})";

    private static string Rows(long rows) => $"{NumberText.Count(rows)} {(rows == 1 ? "row" : "rows")}";

    private static string Name(ConditionSpec condition, GroupFact group) => string.Join(", ", condition.By.Zip(group.Key, (column, value) => $"{column} = {value}"));

    private static string LeftOut(ConditionSpec condition, Evidence evidence)
    {
        string[] names = [.. evidence.Groups.Where(group => group.Excluded is not null).Select(group => $"{Name(condition, group)}{(group.ControlLevel is null ? "" : $" where {group.ControlLevel}")} ({group.Excluded})")];
        if (names.Length == 0) return "";
        string shown = string.Join(", ", names.Take(5)) + (names.Length > 5 ? $" and {names.Length - 5} more" : "");
        return $" Left out for too little evidence: {shown}.";
    }
}
