using Gate.Evaluation.Candidates;
using Gate.Evaluation.Checks;
using Gate.Evaluation.Facts;
using Gate.Evaluation.Judging;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation;

/// <summary>The main path: policy → data → candidate → metrics by group → explanation → conditions → verdict.</summary>
public static class GateRun
{
    /// <summary>Runs a policy.</summary>
    /// <param name="inputs">What the run depends on.</param>
    /// <param name="progress">Told what the run is doing.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <returns>The result, without its <see cref="GateResult.Run"/> section; the same for the same inputs, whatever the number of
    /// threads.</returns>
    /// <exception cref="PolicyException">The policy names columns that the data does not have.</exception>
    /// <exception cref="Data.DataException">The data cannot be used as asked.</exception>
    /// <exception cref="Models.ModelException">The model cannot be learned, read or scored.</exception>
    public static GateResult Execute(RunInputs inputs, IRunProgress progress, CancellationToken cancel)
    {
        PolicyDocument policy = inputs.Policy;
        Dataset data = DataLoader.Load(inputs, progress, cancel);
        DataChecks.Require(inputs, data);
        Candidate candidate = CandidateFactory.Create(policy.Model, "candidate", inputs, data, progress, cancel);
        Candidate? baseline = policy.Baseline is null ? null : CandidateFactory.Create(policy.Baseline, "baseline", inputs, data, progress,
            cancel);

        progress.Begin("judging conditions");
        var frames = new FrameCache(data, candidate, baseline, inputs, cancel);
        var judge = new ConditionJudge(frames);
        (IReadOnlyList<Finding> findings, IReadOnlyList<WaiverFacts> waivers) =
            Waivers.Apply(judge.Judge(policy.Conditions, policy.Families), policy.Waivers, inputs.Today);
        VerdictCounts counts = Verdicts.Count(findings);

        progress.Begin("measuring groups");
        IReadOnlyList<Metric> metrics = MetricFacts.Of(candidate.Sample);
        return new GateResult
        {
            Verdict = Verdicts.Of(counts),
            Headline = Verdicts.Headline(counts),
            Counts = counts,
            Policy = new(policy.Name, inputs.PolicyPath.Replace('\\', '/'), data.Task.Word(), policy.Confidence, policy.Report.Title
                ?? policy.Name, inputs.Overrides),
            Findings = findings,
            Overall = MetricFacts.Overall(frames, metrics, baseline is not null),
            Frames = MetricFacts.Frames(frames, metrics, policy),
            Confusion = MetricFacts.Confusion(candidate),
            Curves = CurveFactsBuilder.Build(candidate.Sample, frames, policy),
            Importance = ImportanceFactsBuilder.Build(candidate, data, inputs, progress, cancel),
            Data = DataFactsBuilder.Build(policy, data),
            Model = candidate.Facts,
            Baseline = baseline?.Facts,
            Waivers = waivers,
            Notes = Notes.Of(policy, data, findings),
            Provenance = ProvenanceBuilder.Build(inputs, data, candidate, baseline),
        };
    }
}
