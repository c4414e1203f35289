using Gate.Evaluation.Planning;
using Gate.Metrics.Power;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Planning;

public sealed class PlannedTests
{
    private static PlannedBound Bound(bool bestPasses) => new(true, bestPasses, new PowerPlan(bestPasses, null, null));

    [Fact]
    public void All_bounds_of_a_condition_must_be_decidable()
    {
        Assert.Equal(new Planned("text", true, true), Planned.Of("text", [Bound(true), Bound(true)]));
        Assert.Equal(new Planned("text", false, true), Planned.Of("text", [Bound(true), Bound(false)]));
    }

    [Fact]
    public void What_is_known_or_unknown_beforehand_is_no_reason_to_refuse()
    {
        Assert.Equal(new Planned("text", true, false), Planned.Known("text"));
        Assert.Equal(new Planned("text", false, false), Planned.Undecidable("text"));
        Assert.Equal(new Planned("unknown before measuring: why", true, false), Planned.Unknown("why"));
        Assert.Equal(new Planned("unknown before measuring: there is no planning formula for f1", true, false), Planned.NoFormula("f1"));
    }

    /// <summary>Whether the best passes is asked at the condition's own confidence, what passes at that of its family.</summary>
    [Fact]
    public void Each_bound_is_planned_at_two_confidences()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, min: 0.5, max: 0.9, confidence: 0.9 }",
            "{ metric: accuracy, max: 0.9, vacuous: allowed }"]);
        var asked = new List<(double Bound, bool IsMin, double At)>();
        PowerPlan Plan(double bound, bool isMin, double at)
        {
            asked.Add((bound, isMin, at));
            return new(at < 0.92, bound, at);
        }
        ConditionSpec[] conditions = [.. run.Inputs.Policy.Conditions];
        PlannedBound[] both = [.. PlannedBound.Of(conditions[0], 0.99, Plan)];
        Assert.Equal([(0.5, true, 0.9), (0.5, true, 0.99), (0.9, false, 0.9), (0.9, false, 0.99)], asked);
        Assert.Equal([new(true, true, new(false, 0.5, 0.99)), new(false, true, new(false, 0.9, 0.99))], both);
        Assert.Equal([new(false, false, new(false, 0.9, 0.99))], PlannedBound.Of(conditions[1], 0.99, Plan));
    }
}
