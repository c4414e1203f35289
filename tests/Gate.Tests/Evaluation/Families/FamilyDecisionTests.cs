using Gate.Evaluation.Deciding;
using Gate.Evaluation.Families;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

using static Gate.Tests.Evaluation.Families.Judged;

namespace Gate.Tests.Evaluation.Families;

public sealed class FamilyDecisionTests
{
    private static IReadOnlyList<JudgedCondition> Decide(FamilyMethod method, params JudgedCondition[] all) =>
        FamilyDecisions.Apply(all, [new("f", method, default)]);

    [Fact]
    public void What_is_certain_alone_need_not_be_among_several()
    {
        JudgedCondition barely = Condition("a", Spread(0.8, 0.01, 0.8 - 0.021, null, "wilson")),
            other = Condition("b", Spread(0.8, 0.01, 0.8 - 0.01, null, "wilson"));
        Assert.Equal([Outcome.Satisfied], Decide(FamilyMethod.Holm, barely)[0].Outcomes);
        JudgedCondition decided = Decide(FamilyMethod.Holm, barely, other)[0];
        Assert.Equal([Outcome.Inconclusive], decided.Outcomes);
        Assert.Equal(Outcome.Satisfied, decided.Alone);
        Assert.Equal(2, decided.Family!.Size);
        Assert.InRange(decided.Family.AdjustedP!.Value, 2 * TwoSided(2.1) * 0.999, 2 * TwoSided(2.1) * 1.001);
        // Two that are about as certain stand together by Benjamini and Hochberg's rule, which bounds a share and not a chance.
        Assert.All(Decide(FamilyMethod.BenjaminiHochberg, barely, barely),
            condition => Assert.Equal([Outcome.Satisfied], condition.Outcomes));
        Assert.All(Decide(FamilyMethod.Holm, barely, barely), condition => Assert.Equal([Outcome.Inconclusive], condition.Outcomes));
    }

    [Fact]
    public void A_failure_is_corrected_like_a_pass() =>
        Assert.Equal([Outcome.Inconclusive], Decide(FamilyMethod.Holm, Condition("a", Spread(0.7, 0.01, 0.721, null, "wilson")),
            Condition("b", Spread(0.8, 0.01, 0.79, null, "wilson")))[0].Outcomes);

    [Fact]
    public void What_is_not_tested_keeps_its_outcome_and_does_not_count()
    {
        EvidencePart sure = Spread(0.9, 0.01, 0.8, null, "wilson");
        var undefined = new EvidencePart(PartKind.Value, new(MetricValue.Missing("no rows"), null), 0.5, null,
            _ => new(MetricValue.Missing("no rows"), null));
        IReadOnlyList<JudgedCondition> decided = Decide(FamilyMethod.Holm, Condition("a", sure), Condition("b", DecideOn.Point, sure),
            Condition("c", undefined));
        Assert.Equal([1, 1, 1], decided.Select(condition => condition.Family!.Size));
        Assert.Equal([null, "it is decided on the estimate alone", "it is undefined"],
            decided.Select(condition => condition.Family!.NotTested));
        Assert.Equal([Outcome.Satisfied, Outcome.Satisfied, Outcome.Undefined], decided.Select(condition => condition.Outcomes[0]));
    }

    /// <summary>A p-value of the error rate itself decides, also where it was rounded; one above it does not.</summary>
    [Fact]
    public void An_adjusted_p_value_of_just_the_error_rate_decides()
    {
        JudgedCondition one = Condition("a", Spread(0.8, 0.01, 0.8 - 0.0196, null, "wilson"));
        double p = DecisionPValue.Of(one).PValue!.Value;
        Outcome At(double confidence) =>
            Decide(FamilyMethod.Holm, one with { Condition = one.Condition with { Confidence = confidence } })[0].Outcomes[0];
        Assert.Equal(Outcome.Satisfied, At(1 - p));
        Assert.Equal(Outcome.Satisfied, At(1 - p + 5e-10));
        Assert.Equal(Outcome.Inconclusive, At(1 - p + 5e-9));
    }

    [Fact]
    public void Each_family_decides_its_own_conditions_and_no_other()
    {
        EvidencePart barely = Spread(0.8, 0.01, 0.8 - 0.021, null, "wilson");
        JudgedCondition one = Condition("a", barely);
        JudgedCondition Of(string? family) => one with { Condition = one.Condition with { Family = family } };
        IReadOnlyList<JudgedCondition> decided = FamilyDecisions.Apply([Of("f"), Of(null), Of("g"), Of("f")],
            [new("f", FamilyMethod.Holm, default), new("g", FamilyMethod.BenjaminiHochberg, default)]);
        Assert.Equal([Outcome.Inconclusive, Outcome.Satisfied, Outcome.Satisfied, Outcome.Inconclusive],
            decided.Select(condition => condition.Outcomes[0]));
        Assert.Equal(["f holm 2", null, "g benjamini_hochberg 1", "f holm 2"], decided.Select(condition => condition.Family is { } family
            ? $"{family.Name} {family.Method} {family.Size}" : null));
    }

    [Fact]
    public void Each_condition_gets_its_own_p_value_also_after_one_that_is_not_tested()
    {
        EvidencePart sure = Spread(0.9, 0.01, 0.87, null, "wilson"), less = Spread(0.9, 0.01, 0.88, null, "wilson");
        IReadOnlyList<JudgedCondition> decided = Decide(FamilyMethod.Holm, Condition("a", sure), Condition("b", DecideOn.Point, sure),
            Condition("c", less));
        double?[] Rounded(Func<FamilyFact, double?> number) =>
            [.. decided.Select(condition => number(condition.Family!) is { } value ? Math.Round(value, 4) : (double?)null)];
        Assert.Equal([0.0027, null, 0.0455], Rounded(family => family.PValue));
        Assert.Equal([0.0054, null, 0.0455], Rounded(family => family.AdjustedP));
    }

    /// <summary>Only what was decided is taken back: a part that is undefined stays so, and what nothing had decided was not taken
    /// back.</summary>
    [Fact]
    public void What_was_not_decided_is_not_taken_back()
    {
        EvidencePart open = Spread(0.8, 0.01, 0.79, null, "wilson"), kept = Spread(0.8, 0.01, 0.7, null, "wilson");
        JudgedCondition inconclusive = Decide(FamilyMethod.Holm, Condition("a", open))[0];
        Assert.Equal([Outcome.Inconclusive], inconclusive.Outcomes);
        Assert.Null(inconclusive.Alone);
        JudgedCondition mixed = Decide(FamilyMethod.Holm, Condition("a", kept, open))[0];
        Assert.Equal([Outcome.Inconclusive, Outcome.Inconclusive], mixed.Outcomes);
        Assert.Null(mixed.Alone);
        JudgedCondition undefined = Condition("a", open) with { Outcomes = [Outcome.Undefined, Outcome.Satisfied] };
        Assert.Equal([Outcome.Undefined, Outcome.Inconclusive], Decide(FamilyMethod.Holm, undefined)[0].Outcomes);
        Assert.Null(Decide(FamilyMethod.Holm, undefined)[0].Alone);
    }
}
