using Gate.Evaluation.Checks;
using Gate.Evaluation.Deciding;
using Gate.Evaluation.Families;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>Judges conditions: has each measured by its source, decides families together, and says in words what was found.</summary>
/// <param name="sourceOf">The source of the evidence that a metric's name stands for.</param>
/// <param name="run">What there is to measure.</param>
internal sealed class ConditionJudge(Func<string, IEvidenceSource> sourceOf, RunContext run)
{
    /// <summary>All findings, in the order of the conditions.</summary>
    public IReadOnlyList<Finding> Judge(IReadOnlyList<ConditionSpec> conditions, IReadOnlyList<FamilySpec> families)
    {
        JudgedCondition[] judged = [.. conditions.Select(Judge)];
        RequireFloors(judged);
        return [.. FamilyDecisions.Apply(judged, families).Select(FindingBuilder.Of)];
    }

    /// <summary>A policy that sets a floor, and lets pass what lies below it, lets pass what it says itself cannot be judged.</summary>
    private void RequireFloors(IReadOnlyList<JudgedCondition> judged)
    {
        PolicyProblem[] problems = [.. judged.Where(one => one.Evidence.BelowFloor is not null && FloorCheck.LetsPass(one.Condition))
            .Select(one => FloorCheck.Problem(one.Condition, one.Evidence.BelowFloor!))];
        if (problems.Length > 0) throw new PolicyException(run.Inputs.PolicyPath, problems);
    }

    /// <summary>One condition on its own, before its family is looked at.</summary>
    public JudgedCondition Judge(ConditionSpec condition)
    {
        run.Cancel.ThrowIfCancellationRequested();
        Evidence evidence = sourceOf(condition.Metric).Measure(condition, run);
        Basis basis = condition.DecideOn == DecideOn.Point || evidence.IsExact ? Basis.Point : Basis.Interval;
        return new(condition, evidence, basis, [.. evidence.Parts.Select(part => part.Outcome(basis))]);
    }
}
