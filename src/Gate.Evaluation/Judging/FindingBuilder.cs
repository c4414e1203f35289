using Gate.Evaluation.Deciding;
using Gate.Evaluation.Families;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>From a judged condition to what the result says of it.</summary>
internal static class FindingBuilder
{
    public static Finding Of(JudgedCondition judged)
    {
        (ConditionSpec condition, Evidence evidence) = (judged.Condition, judged.Evidence);
        bool leavesOut = evidence.Groups.Any(group => group.Excluded is not null);
        (Outcome outcome, Verdict verdict) = Verdicts.Of(judged.Outcomes, condition, leavesOut);
        Settled? settled = Settling.Of(judged, outcome, verdict);
        string? passedBy = Verdicts.PassedBy(outcome, verdict);
        return new Finding
        {
            Id = condition.Id,
            Metric = evidence.Name,
            Parameters = [.. condition.Parameters.Select(parameter => new NamedNumber(parameter.Key, parameter.Value))],
            Class = condition.Class,
            Where = condition.Where,
            By = [.. condition.By],
            Control = [.. condition.Control],
            Compare = evidence.Compare,
            Method = evidence.Method,
            Reference = evidence.Reference,
            Levels = evidence.Levels,
            Estimate = evidence.Measured.Value.NumberOrNull,
            Undefined = evidence.Measured.Value.Undefined,
            Interval = evidence.Measured.Interval.ToFact(),
            Bound = Bound(condition),
            Regression = RegressionFacts.Of(evidence, judged.Outcomes),
            Family = judged.Family,
            DecideOn = judged.Basis == Basis.Interval ? "interval" : "point",
            Level = condition.Level switch { Level.Enforce => "enforce", Level.Warn => "warn", _ => "inform" },
            Outcome = outcome,
            Verdict = verdict,
            PassedByPolicy = passedBy,
            Brief = Brief.Of(judged, settled),
            Unit = evidence.Unit,
            DecidedPart = Gravest.Of(judged).Kind switch
            {
                PartKind.Regression => "regression",
                PartKind.RelativeRegression => "relative_regression",
                _ => "value",
            },
            WouldSettle = settled?.Fact,
            Sentence = Sentence.Of(judged)
                + PolicySentence.Of(condition, Verdicts.Of(judged.Outcomes, condition).Verdict, verdict, passedBy) + settled?.Sentence
                + InheritedSentence.Of(condition),
            Why = condition.Why,
            File = condition.At.File,
            Inherited = InheritedSentence.Fact(condition),
            Line = condition.At.Line,
            Column = condition.At.Column,
            Rows = evidence.Rows,
            DecidedBy = evidence.DecidedBy is { } group ? group.Label + (group.ControlLevel is { } level ? $" ({level})" : "") : null,
            GroupMetric = evidence.GroupMetric,
            Groups = evidence.Groups,
        };
    }

    private static BoundFact? Bound(ConditionSpec condition) =>
        condition is { Min: null, Max: null, MaxRegression: null, MaxRelativeRegression: null }
        ? null
        : new(condition.Min, condition.Max, condition.MaxRegression) { MaxRelativeRegression = condition.MaxRelativeRegression };
}
