using Gate.Evaluation.Judging;
using Gate.Evaluation.Judging.Families;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Judging;

public sealed class FamilyTests
{
    /// <summary>The fifteen p-values of Benjamini and Hochberg's example (1995): Bonferroni's and Holm's procedures reject three, theirs
    /// four.</summary>
    private static readonly double[] Published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0];

    [Fact]
    public void The_published_example_rejects_as_published()
    {
        Assert.Equal(3, Multiplicity.Holm(Published).Count(p => p <= 0.05));
        Assert.Equal(4, Multiplicity.BenjaminiHochberg(Published).Count(p => p <= 0.05));
    }

    [Fact]
    public void Adjusted_values_are_those_worked_out_by_hand()
    {
        double[] p = [0.04, 0.01, 0.05, 0.02, 0.03];
        Assert.Equal([0.09, 0.05, 0.09, 0.08, 0.09], Multiplicity.Holm(p).Select(x => Math.Round(x, 12)));
        Assert.Equal([0.05, 0.05, 0.05, 0.05, 0.05], Multiplicity.BenjaminiHochberg(p).Select(x => Math.Round(x, 12)));
        Assert.Equal([1.0, 1.0], Multiplicity.Holm([0.6, 0.9]));
        Assert.Empty(Multiplicity.Holm([]));
    }

    /// <summary>An adjusted value is at most a just where the procedure itself, run at level a, rejects.</summary>
    [Fact]
    public void Adjusted_values_agree_with_the_procedures_run_at_every_level()
    {
        var random = new Random(3);
        for (int run = 0; run < 200; run++)
        {
            double[] p = [.. Enumerable.Range(0, 1 + random.Next(8)).Select(_ => Math.Pow(random.NextDouble(), 3))];
            double[] holm = Multiplicity.Holm(p), bh = Multiplicity.BenjaminiHochberg(p);
            foreach (double level in (double[])[0.01, 0.05, 0.1, 0.3])
            {
                Assert.Equal(HolmRejects(p, level), holm.Select(x => x <= level));
                Assert.Equal(BenjaminiHochbergRejects(p, level), bh.Select(x => x <= level));
            }
        }
    }

    private static bool[] HolmRejects(double[] p, double level)
    {
        var rejected = new bool[p.Length];
        int[] order = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i])];
        for (int step = 0; step < p.Length && p[order[step]] <= level / (p.Length - step); step++) rejected[order[step]] = true;
        return rejected;
    }

    private static bool[] BenjaminiHochbergRejects(double[] p, double level)
    {
        double[] sorted = [.. p.Order()];
        int last = Array.FindLastIndex(Enumerable.Range(0, p.Length).ToArray(), k => sorted[k] <= level * (k + 1) / p.Length);
        return [.. p.Select(x => last >= 0 && x <= sorted[last])];
    }

    private static JudgedPart Spread(double estimate, double error, double? min, double? max, string method,
        PartKind kind = PartKind.Value) => JudgedPart.Of(kind, 0.95, min, max, confidence =>
    {
        double half = error * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 0.5 + (confidence / 2));
        return new Measurement(MetricValue.Of(estimate), new Interval(estimate - half, estimate + half, confidence, method));
    });

    private static double TwoSided(double z) => 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Abs(z));

    [Theory]
    [InlineData("wilson", 1.0)]
    [InlineData("wilson", 2.5)]
    [InlineData("wilson", 4.0)]
    [InlineData("cell_bootstrap", 2.5)]
    [InlineData("cell_bootstrap", 4.0)]
    public void The_p_value_of_a_normal_interval_is_the_normal_tail(string method, double z)
    {
        (Outcome kept, double p) = DecisionPValue.Of(Spread(0.8, 0.01, 0.8 - (0.01 * z), null, method));
        Assert.Equal(Outcome.Satisfied, kept);
        Assert.InRange(p, TwoSided(z) * 0.999, TwoSided(z) * 1.001);
        (Outcome missed, double q) = DecisionPValue.Of(Spread(0.8, 0.01, null, 0.8 - (0.01 * z), method));
        Assert.Equal(Outcome.Violated, missed);
        Assert.InRange(q, TwoSided(z) * 0.999, TwoSided(z) * 1.001);
    }

    [Fact]
    public void Between_two_bounds_the_nearer_one_tells() =>
        Assert.InRange(DecisionPValue.Of(Spread(0.5, 0.1, 0.3, 0.9, "wilson")).PValue, TwoSided(2) * 0.999, TwoSided(2) * 1.001);

    private static JudgedCondition Condition(string id, params JudgedPart[] parts) => Condition(id, DecideOn.Interval, parts);

    private static JudgedCondition Condition(string id, DecideOn basis, params JudgedPart[] parts)
    {
        Basis decided = basis == DecideOn.Point ? Basis.Point : Basis.Interval;
        return new(new() { Id = id, Metric = "accuracy", Family = "f", DecideOn = basis },
            new() { Name = "accuracy", Parts = parts, Rows = 1 }, decided, [.. parts.Select(part => part.Outcome(decided))]);
    }

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
        JudgedPart sure = Spread(0.9, 0.01, 0.8, null, "wilson");
        var undefined = new JudgedPart(PartKind.Value, new(MetricValue.Missing("no rows"), null), 0.5, null,
            _ => new(MetricValue.Missing("no rows"), null));
        IReadOnlyList<JudgedCondition> decided = Decide(FamilyMethod.Holm, Condition("a", sure), Condition("b", DecideOn.Point, sure),
            Condition("c", undefined));
        Assert.Equal([1, 1, 1], decided.Select(condition => condition.Family!.Size));
        Assert.Equal([null, "it is decided on the estimate alone", "it is undefined"],
            decided.Select(condition => condition.Family!.NotTested));
        Assert.Equal([Outcome.Satisfied, Outcome.Satisfied, Outcome.Undefined], decided.Select(condition => condition.Outcomes[0]));
    }

    [Fact]
    public void All_parts_must_be_kept_and_any_may_be_missed()
    {
        JudgedPart sure = Spread(0.9, 0.01, 0.8, null, "wilson"), less = Spread(0, 0.01, null, 0.025, "wilson", PartKind.Regression),
            missed = Spread(0.05, 0.01, null, 0.025, "wilson", PartKind.Regression);
        Assert.InRange(DecisionPValue.Of(Condition("a", sure, less)).PValue!.Value, TwoSided(2.5) * 0.999, TwoSided(2.5) * 1.001);
        Assert.InRange(DecisionPValue.Of(Condition("a", sure, missed)).PValue!.Value, 2 * TwoSided(2.5) * 0.999, 2 * TwoSided(2.5) * 1.001);
    }
}
