using Gate.Evaluation.Deciding;
using Gate.Evaluation.Judging;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Judging;

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
        Assert.Equal(Verdict.Fail, Verdicts.Of(new VerdictCounts(1, 1, 1, 1, 1), null));
        Assert.Equal(Verdict.Inconclusive, Verdicts.Of(new VerdictCounts(1, 1, 0, 1, 1), null));
        Assert.Equal(Verdict.Warn, Verdicts.Of(new VerdictCounts(1, 1, 0, 0, 1), null));
        Assert.Equal(Verdict.Pass, Verdicts.Of(new VerdictCounts(1, 0, 0, 0, 1), null));
    }

    [Theory]
    [InlineData("forbid", "looser", false, "fail")]
    [InlineData("forbid", "undecidable", false, "fail")]
    [InlineData("forbid", "undecidable", true, "pass")]
    [InlineData("forbid", "tighter", false, "pass")]
    [InlineData("forbid", "neutral", false, "pass")]
    [InlineData("warn", "looser", false, "warn")]
    [InlineData("allow", "looser", false, "pass")]
    public void Of_a_run_is_no_milder_than_what_a_change_of_the_policy_does(string loosening, string effect, bool candidate, string verdict)
    {
        var change = new PolicyChangeFacts("gate.yml", loosening, [new("seed", effect, "so", candidate, null, null)]);
        Assert.Equal(Enum.Parse<Verdict>(verdict, ignoreCase: true), Verdicts.Of(new VerdictCounts(1, 0, 0, 0, 0), change));
        Assert.Equal(Verdict.Fail, Verdicts.Of(new VerdictCounts(0, 0, 1, 0, 0), change));
    }

    [Fact]
    public void What_a_change_of_the_policy_does_stands_in_the_headline()
    {
        PolicyChangeFact Change(string path, string effect) => new(path, effect, "so", false, null, null);
        string Sentence(string loosening, params PolicyChangeFact[] changes) =>
            PolicyChangeSentence.Of(new("gate.yml", loosening, changes));
        Assert.Equal(" The proposed policy is looser in one place, which the policy that holds forbids: a.",
            Sentence("forbid", Change("a", "looser"), Change("z", "tighter")));
        Assert.Equal(" The proposed policy is looser in 3 places and may be looser in one place: a, b, c and 1 more.",
            Sentence("warn", Change("a", "looser"), Change("b", "looser"), Change("c", "looser"), Change("d", "undecidable")));
        Assert.Equal("", Sentence("forbid", Change("z", "neutral")));
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

    [Theory]
    [InlineData(0, 0, 0, 0, 3, "Nothing was judged: all conditions only report.")]
    [InlineData(1, 0, 0, 0, 0, "The one condition passed.")]
    [InlineData(2, 0, 0, 0, 1, "Both conditions passed.")]
    [InlineData(0, 0, 1, 0, 0, "Of 1 condition, 1 failed.")]
    [InlineData(0, 1, 0, 0, 4, "Of 1 condition, 1 warned.")]
    [InlineData(1, 0, 0, 2, 0, "Of 3 conditions, 2 could not be decided on this much data, 1 passed.")]
    [InlineData(4, 3, 2, 1, 9, "Of 10 conditions, 2 failed, 1 could not be decided on this much data, 3 warned, 4 passed.")]
    public void A_run_in_one_sentence(int pass, int warn, int fail, int inconclusive, int inform, string headline) =>
        Assert.Equal(headline, Headline.Of(new VerdictCounts(pass, warn, fail, inconclusive, inform)));

    /// <summary>The sentence tells of a waiver that was used and of one that came too late; one that was not needed stays out of
    /// it.</summary>
    [Theory]
    [InlineData("fail", "2027-01-31", "Said. Waived by @risk until 2027-01-31: known")]
    [InlineData("fail", "2027-01-30", "Said. The waiver of @risk expired on 2027-01-30.")]
    [InlineData("inconclusive", "2027-01-30", "Said. The waiver of @risk expired on 2027-01-30.")]
    [InlineData("pass", "2027-01-30", "Said.")]
    [InlineData("warn", "2027-01-31", "Said.")]
    public void A_waiver_in_words(string verdict, string until, string sentence) =>
        Assert.Equal(sentence, Waivers.Apply([Finding(verdict)], [Waiver(until)], new DateOnly(2027, 1, 31)).Findings[0].Sentence);

    [Fact]
    public void A_waiver_is_that_of_its_own_condition()
    {
        Finding other = Finding("fail") with { Id = "other" };
        var (findings, facts) = Waivers.Apply([other, Finding("fail")], [Waiver("2027-02-01")], new DateOnly(2027, 1, 31));
        Assert.Equal([Verdict.Fail, Verdict.Warn], findings.Select(finding => finding.Verdict));
        Assert.Equal([new("c", "@risk", "known", null, "2027-02-01", "used")], facts);
        Assert.Equal("not needed", Waivers.Apply([other], [Waiver("2027-02-01")], new DateOnly(2027, 1, 31)).Facts[0].State);
    }
}
