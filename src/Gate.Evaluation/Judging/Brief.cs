using Gate.Evaluation.Families;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Judging;

/// <summary>A finding in one short line: what was found, the rule, and what would settle it.</summary>
internal static class Brief
{
    /// <summary>The line.</summary>
    /// <param name="judged">The condition.</param>
    /// <param name="settled">What would settle it, or null.</param>
    public static string Of(JudgedCondition judged, Settled? settled)
    {
        Evidence evidence = judged.Evidence;
        int gravest = Gravest.Index(judged);
        EvidencePart part = evidence.Parts[gravest];
        if (part.Measured.Value.Undefined is { } reason) return $"{evidence.Subject}{OfRegression(part)} is undefined: {reason}.";
        string found = part.Kind == PartKind.Value ? Value(evidence) : $"{evidence.Subject} {Worse(part)} the baseline's";
        string rule = Rule(part) is { } words ? $"; the rule is {words}" : "";
        string open = judged.Outcomes[gravest] != Outcome.Inconclusive ? "" : judged.Alone is not null
            ? ", not certain enough among its family" : part.Measured.Interval is { } interval
                ? $", which lies in the interval {Between(part, interval)}"
                : ", but there is no interval";
        return $"{found}{rule}{open}{(settled is null ? "" : $"; {settled.Clause}")}.";
    }

    private static string Value(Evidence evidence) => evidence.Brief
        ?? $"{evidence.Subject} is {NumberText.Estimate(evidence.Measured.Value.Number, evidence.Measured.Interval.ToFact())}";

    private static string OfRegression(EvidencePart part) => part.Kind == PartKind.Value ? "" : ", against the baseline,";

    private static string Worse(EvidencePart part)
    {
        double worse = part.Measured.Value.Number;
        string size = part.Kind == PartKind.RelativeRegression ? Share(Math.Abs(worse))
            : NumberText.Estimate(Math.Abs(worse), part.Measured.Interval.ToFact());
        return worse == 0 ? "equals" : $"is {size} {(worse < 0 ? "better" : "worse")} than";
    }

    private static string Between(EvidencePart part, Interval interval) => part.Kind == PartKind.RelativeRegression
        ? $"{Share(interval.Low)} to {Share(interval.High)}" : NumberText.Interval(part.Measured.Value.Number, interval.ToFact());

    private static string Share(double share) => NumberText.Percent(Math.Round(share, 4));

    private static string? Rule(EvidencePart part) => (part.Kind, part.Min, part.Max) switch
    {
        (PartKind.Value, { } min, { } max) => $"{NumberText.Bound(min)} to {NumberText.Bound(max)}",
        (PartKind.Value, { } min, null) => $"at least {NumberText.Bound(min)}",
        (PartKind.Value, null, { } max) => $"at most {NumberText.Bound(max)}",
        (PartKind.Regression, _, { } most) => RegressionWords.AtMost(NumberText.Bound(most)),
        (PartKind.RelativeRegression, _, { } most) => RegressionWords.AtMost(NumberText.Percent(most)),
        _ => null,
    };
}
