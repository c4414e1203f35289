using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Candidates;

/// <summary>Measures cross-validated rows as a run measures test rows.</summary>
/// <param name="inputs">What the run depends on.</param>
/// <param name="rows">The training rows in the place of the measured ones.</param>
/// <param name="said">What models said of rows that they had not seen.</param>
/// <param name="withMetrics">Whether all metrics of the task are wanted too.</param>
/// <param name="cancel">Stops the work.</param>
internal delegate ValidationJudgement ValidationJudge(RunInputs inputs, Dataset rows, Sample said, bool withMetrics,
    CancellationToken cancel);

/// <summary>What was measured on cross-validated rows.</summary>
/// <param name="Metrics">All metrics of the task; empty where they were not wanted.</param>
/// <param name="Conditions">The policy's conditions that are measured on rows, without what they ask of a baseline.</param>
/// <param name="Excess">How far the worst comparison of groups lies beyond its bound; null without one that is defined.</param>
internal sealed record ValidationJudgement(IReadOnlyList<MetricFact> Metrics, IReadOnlyList<TrialCondition> Conditions, double? Excess)
{
    /// <summary>Nothing was measured.</summary>
    public static ValidationJudgement None { get; } = new([], [], null);

    /// <summary>The smaller, the sooner it is chosen: 0 where all conditions pass, 1 where some are inconclusive but all estimates keep to
    /// their bounds, 2 where none fails, and from 3 on one more for each that fails.</summary>
    public int Rank
    {
        get
        {
            int failed = Conditions.Count(condition => condition.Verdict == Verdict.Fail);
            if (failed > 0) return 2 + failed;
            if (Conditions.All(condition => condition.Verdict != Verdict.Inconclusive)) return 0;
            return Conditions.All(condition => condition.Keeps != false) ? 1 : 2;
        }
    }
}
