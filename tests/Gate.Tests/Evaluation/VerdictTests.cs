using Gate.Evaluation.Judging;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation;

public sealed class VerdictTests
{
    private static ConditionSpec Condition(Level level = Level.Enforce, Effect inconclusive = Effect.Inconclusive,
        Effect undefined = Effect.Fail) =>
        new() { Id = "c", Metric = "accuracy", Level = level, OnInconclusive = inconclusive, OnUndefined = undefined };

    /// <summary>The whole table of outcome × level × effect.</summary>
    [Theory]
    [InlineData("Satisfied", "Enforce", "Inconclusive", "Fail", "pass")]
    [InlineData("Violated", "Enforce", "Pass", "Pass", "fail")]
    [InlineData("Violated", "Warn", "Pass", "Pass", "warn")]
    [InlineData("Violated", "Inform", "Fail", "Fail", "inform")]
    [InlineData("Inconclusive", "Enforce", "Inconclusive", "Fail", "inconclusive")]
    [InlineData("Inconclusive", "Enforce", "Fail", "Fail", "fail")]
    [InlineData("Inconclusive", "Enforce", "Warn", "Fail", "warn")]
    [InlineData("Inconclusive", "Enforce", "Pass", "Fail", "pass")]
    [InlineData("Inconclusive", "Warn", "Inconclusive", "Fail", "warn")]
    [InlineData("Inconclusive", "Warn", "Pass", "Fail", "pass")]
    [InlineData("Undefined", "Enforce", "Pass", "Fail", "fail")]
    [InlineData("Undefined", "Enforce", "Pass", "Warn", "warn")]
    [InlineData("Undefined", "Enforce", "Fail", "Pass", "pass")]
    [InlineData("Undefined", "Warn", "Pass", "Fail", "warn")]
    [InlineData("Reported", "Inform", "Fail", "Fail", "inform")]
    public void Of_a_condition(string outcome, string level, string inconclusive, string undefined, string verdict) =>
        Assert.Equal(verdict,
            Verdicts.Of(Enum.Parse<Outcome>(outcome), Condition(Enum.Parse<Level>(level), Enum.Parse<Effect>(inconclusive),
            Enum.Parse<Effect>(undefined))).Word());

    /// <summary>A bound that cannot be decided blocks, also when the regression beside it is undefined and the policy lets that
    /// through.</summary>
    [Theory]
    [InlineData("Inconclusive", "Undefined", "Inconclusive", "inconclusive")]
    [InlineData("Undefined", "Inconclusive", "Inconclusive", "inconclusive")]
    [InlineData("Satisfied", "Undefined", "Undefined", "pass")]
    [InlineData("Violated", "Undefined", "Violated", "fail")]
    [InlineData("Reported", "Violated", "Violated", "fail")]
    public void Of_a_condition_with_two_parts_is_the_gravest_of_their_verdicts(string bound, string regression, string outcome,
        string verdict) =>
        Assert.Equal(
            (Enum.Parse<Outcome>(outcome), Enum.Parse<Verdict>(verdict, ignoreCase: true)),
            Verdicts.Of([Enum.Parse<Outcome>(bound), Enum.Parse<Outcome>(regression)], Condition(undefined: Effect.Pass)));

    [Fact]
    public void Of_a_run_is_the_gravest_of_its_findings()
    {
        Assert.Equal(Verdict.Fail, Verdicts.Of(new VerdictCounts(1, 1, 1, 1, 1)));
        Assert.Equal(Verdict.Inconclusive, Verdicts.Of(new VerdictCounts(1, 1, 0, 1, 1)));
        Assert.Equal(Verdict.Warn, Verdicts.Of(new VerdictCounts(1, 1, 0, 0, 1)));
        Assert.Equal(Verdict.Pass, Verdicts.Of(new VerdictCounts(1, 0, 0, 0, 1)));
    }

    private static Finding Finding(string verdict) => new()
    {
        Id = "c", Metric = "accuracy", DecideOn = "interval", Level = "enforce", Outcome = Outcome.Violated,
        Verdict = Enum.Parse<Verdict>(verdict, ignoreCase: true),
            Sentence = "Said.", Line = 1, Column = 1, Rows = 1,
    };

    private static WaiverSpec Waiver(string until) =>
        new("c", "@risk", "known", null, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), new Mark(9, 1));

    [Theory]
    [InlineData("fail", "2027-01-31", "warn", "used")]
    [InlineData("inconclusive", "2027-01-31", "warn", "used")]
    [InlineData("fail", "2027-01-30", "fail", "expired")]
    [InlineData("pass", "2027-01-31", "pass", "not needed")]
    [InlineData("warn", "2027-01-31", "warn", "not needed")]
    public void A_waiver_holds_to_the_end_of_its_last_day(string verdict, string until, string expected, string state)
    {
        var (findings, facts) = Waivers.Apply([Finding(verdict)], [Waiver(until)], new DateOnly(2027, 1, 31));
        Assert.Equal(expected, findings[0].Verdict.Word());
        Assert.Equal(state, facts[0].State);
        Assert.Equal(state == "used" ? "@risk" : null, findings[0].WaivedBy);
    }
}
