using Gate.Evaluation.Deciding;
using Gate.Evaluation.Families;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>Says in plain words what was measured, the bound, the interval, the group that decided it and how many rows stand behind
/// it.</summary>
internal static class Sentence
{
    public static string Of(JudgedCondition judged)
    {
        Evidence evidence = judged.Evidence;
        string value = evidence.Measured.Value.Undefined is { } reason
            ? $" is undefined: {reason}."
            : $" is {WithInterval(evidence.Measured)}{Bounds(judged)}{evidence.Behind}";
        return $"{evidence.Subject}{value}{evidence.LeftOut}{FamilySentence.Of(judged)}";
    }

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
            (Outcome.Satisfied, true) when measured.IsCertain => $"and it does: {measured.NoInterval}",
            (_, true) when measured.IsCertain => $"and it does not: {measured.NoInterval}",
            (_, true) when measured.Interval is null =>
                $"but it has no interval ({measured.NoInterval ?? "too few rows, or rows that all say the same"}), so it is not decided",
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
                ? $"against the baseline's {NumberText.Estimate(evidence.Baseline?.NumberOrNull)} it is {worse(measured)}; it may be "
                    + $"{RegressionWords.AtMost(number(bound))} {Ends(measured, null, bound)}"
                : $"its regression from the baseline is undefined: {measured.Value.Undefined}");
        }
        Regression(evidence.Regression, condition.MaxRegression, NumberText.Bound, measured => Worse(measured, WithInterval));
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
        ({ } low, { } high) => $"from {NumberText.Bound(low)} to {NumberText.Bound(high)}",
        ({ } low, null) => $"at least {NumberText.Bound(low)}",
        (null, { } high) => $"at most {NumberText.Bound(high)}",
        _ => "anything",
    };
}
