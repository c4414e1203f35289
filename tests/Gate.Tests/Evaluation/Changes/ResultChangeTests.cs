using Gate.Evaluation.Changes;
using Gate.Evaluation.Results;
using Gate.Tests.Ci;

namespace Gate.Tests.Evaluation.Changes;

public sealed class ResultChangeTests
{
    [Theory]
    [InlineData("fail", "pass", ChangeKind.Better)]
    [InlineData("fail", "warn", ChangeKind.Better)]
    [InlineData("fail", "inconclusive", ChangeKind.Better)]
    [InlineData("inconclusive", "pass", ChangeKind.Better)]
    [InlineData("inconclusive", "fail", ChangeKind.Worse)]
    [InlineData("pass", "warn", ChangeKind.Worse)]
    [InlineData("pass", "fail", ChangeKind.Worse)]
    [InlineData("pass", "inconclusive", ChangeKind.NoLongerDecided)]
    [InlineData("warn", "inconclusive", ChangeKind.NoLongerDecided)]
    [InlineData("inform", "fail", ChangeKind.Same)]
    [InlineData("pass", "inform", ChangeKind.Same)]
    [InlineData("pass", "pass", ChangeKind.Same)]
    public void A_verdict_gets_better_worse_or_is_no_longer_decided(string before, string after, ChangeKind expected) =>
        Assert.Equal(expected, ConditionChange.Of("x", CiFakes.Finding("x", before), CiFakes.Finding("x", after)).Kind);

    /// <summary>With the same verdict, a value has moved when neither interval holds the other's estimate.</summary>
    [Theory]
    [InlineData(0.5, null, 0.6, 0.8, ChangeKind.Better)]
    [InlineData(null, 0.9, 0.6, 0.8, ChangeKind.Worse)]
    [InlineData(0.5, null, 0.8, 0.6, ChangeKind.Worse)]
    [InlineData(null, 0.9, 0.8, 0.6, ChangeKind.Better)]
    [InlineData(0.5, null, 0.6, 0.65, ChangeKind.Same)]
    [InlineData(0.5, null, 0.6, 0.6, ChangeKind.Same)]
    [InlineData(0.5, 0.9, 0.6, 0.8, ChangeKind.Same)]
    public void A_value_moves_when_neither_interval_explains_it(double? min, double? max, double before, double after,
        ChangeKind expected) =>
        Assert.Equal(expected, ConditionChange.Of("x", Measured(min, max, before), Measured(min, max, after)).Kind);

    /// <summary>Only one of the two intervals is wide enough: the other's estimate lies in it, and nothing is said.</summary>
    [Fact]
    public void One_interval_that_holds_the_other_is_enough_for_silence()
    {
        Finding wide = Measured(0.5, null, 0.6) with { Interval = new IntervalFact(0.4, 0.9, 0.95, "wilson") };
        Assert.Equal(ChangeKind.Same, ConditionChange.Of("x", wide, Measured(0.5, null, 0.8)).Kind);
        Assert.Equal(ChangeKind.Same, ConditionChange.Of("x", Measured(0.5, null, 0.8), wide).Kind);
    }

    [Fact]
    public void A_regression_is_compared_by_how_much_worse_the_model_is()
    {
        ConditionChange change = ConditionChange.Of("x", Worse(0.01), Worse(0.2));
        Assert.Equal(ChangeKind.Worse, change.Kind);
        Assert.Equal(0.19, change.Moved!.Value, 12);
        Assert.Null(ConditionChange.Of("x", Worse(0.01), Measured(0.5, null, 0.6)).Moved);

        static Finding Worse(double by) => Measured(0.5, null, 0.7) with { DecidedPart = "regression",
            Regression = new RegressionFact(0.7, by, null, new IntervalFact(by - 0.05, by + 0.05, 0.95, "tango")) };
    }

    [Fact]
    public void What_is_new_or_gone_is_told_and_the_worst_comes_first()
    {
        GateResult before = Of(("a", "pass"), ("b", "fail"), ("gone", "pass")), after = Of(("new", "pass"), ("b", "pass"), ("a", "fail"));
        ResultChange change = ResultChange.Of(before, after);
        Assert.Equal(["a", "gone", "b", "new"], change.Conditions.Select(own => own.Id));
        Assert.Equal([ChangeKind.Worse, ChangeKind.Removed, ChangeKind.Better, ChangeKind.Added],
            change.Conditions.Select(own => own.Kind));
        Assert.Equal((1, 0), (change.Count(ChangeKind.Worse), change.Count(ChangeKind.Same)));

        static GateResult Of(params (string Id, string Verdict)[] findings) =>
            CiFakes.Result("gate.yml", [.. findings.Select(own => CiFakes.Finding(own.Id, own.Verdict))]);
    }

    [Fact]
    public void What_both_are_bound_to_is_compared()
    {
        GateResult one = Bound("model", "m1", "rows1");
        Assert.Empty(ResultChange.Of(one, one).Differing);
        Assert.Equal(["model"], ResultChange.Of(one, Bound("model", "m2", "rows1")).Differing);
        Assert.Equal(["baseline", "model"], ResultChange.Of(one, Bound("baseline", "m1", "rows1")).Differing);
        Assert.Equal([ResultChange.TestRows], ResultChange.Of(one, Bound("model", "m1", "rows2")).Differing);
        GateResult replaced = one with { Policy = one.Policy with { Overrides = ["seed=9"] } };
        Assert.Equal(["keys replaced on the command line"], ResultChange.Of(one, replaced).Differing);
        GateResult newer = one with { Provenance = one.Provenance with { Gate = "9.9.9" } };
        Assert.Equal(["Gate"], ResultChange.Of(one, newer).Differing);

        static GateResult Bound(string role, string digest, string rows)
        {
            GateResult result = CiFakes.Result("gate.yml");
            return result with { Provenance = new Provenance("0.1.0", [new NamedDigest(role, "model.onnx", digest, 1)], "0", [])
                { Identity = new VerdictIdentity("all", rows, [0.95], "0", "none") } };
        }
    }

    private static Finding Measured(double? min, double? max, double estimate) => CiFakes.Finding("x", "pass") with
    {
        Estimate = estimate, Interval = new IntervalFact(estimate - 0.1, estimate + 0.1, 0.95, "wilson"),
        Bound = new BoundFact(min, max, null), DecidedPart = "value",
    };
}
