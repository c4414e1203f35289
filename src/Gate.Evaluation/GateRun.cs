using Gate.Evaluation.Candidates;
using Gate.Evaluation.Checks;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Export;
using Gate.Evaluation.Facts;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Judging;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Measuring.Operations;
using Gate.Evaluation.Misreadings;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation;

/// <summary>The main path: policy → data → candidate → explanations and statistics by group → conditions → verdict → facts.</summary>
public static class GateRun
{
    /// <summary>Runs a policy.</summary>
    /// <param name="inputs">What the run depends on.</param>
    /// <param name="progress">Told what the run is doing.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <returns>The result, which is the same for the same inputs whatever the number of threads, and apart from it what differs from run
    /// to run.</returns>
    /// <exception cref="PolicyException">The policy names columns that the data does not have.</exception>
    /// <exception cref="Data.DataException">The data cannot be used as asked.</exception>
    /// <exception cref="Models.ModelException">The model cannot be learned, read or scored.</exception>
    public static async Task<RunOutcome> ExecuteAsync(RunInputs inputs, IRunProgress progress, CancellationToken cancel)
    {
        PolicyDocument policy = inputs.Policy;
        WaiverDays.Require(inputs);
        Dataset data = DataLoader.Load(inputs, progress, cancel);
        DataChecks.Require(inputs, data);
        IReadOnlyList<string> misread = ColumnReadings.Require(inputs, data);
        Candidate[] models = new Candidate[policy.Baseline is null ? 1 : 2];
        foreach ((int i, PlacedModel model) in PlacedModel.Of(inputs).Index())
        {
            models[i] = await CandidateForms.Of(model.Spec).CreateAsync(model with { Judge = ValidationRows.Judge }, data, progress, cancel)
                .ConfigureAwait(false);
            ScoreChecks.Require(model, models[i].Sample);
        }
        (Candidate candidate, Candidate? baseline) = (models[0], models.ElementAtOrDefault(1));

        var run = new RunContext(inputs, data, candidate, baseline, progress, cancel);
        foreach (IEvidenceSource source in EvidenceSources.All) source.Prepare(run);
        progress.Begin("judging conditions");
        (IReadOnlyList<Finding> findings, IReadOnlyList<WaiverFacts> waivers) = Waivers.Apply(
            new ConditionJudge(EvidenceSources.Of, run).Judge(policy.Conditions, policy.Families), policy.Waivers, inputs.Today);
        VerdictCounts counts = Verdicts.Count(findings);
        PolicyChangeFacts? change = PolicyChangeBuilder.Build(inputs);
        var judged = new GateResult
        {
            Verdict = Verdicts.Of(counts, change),
            Headline = Headline.Of(counts, findings) + PolicyChangeSentence.Of(change),
            DecidedBy = DecisiveFinding.Of(Verdicts.Of(counts, change), findings),
            Counts = counts,
            Policy = PolicyFactsBuilder.Build(inputs, data.Task),
            Findings = findings,
            Overall = [],
            Frames = [],
            Data = DataFactsBuilder.Build(policy, data),
            Model = candidate.Facts,
            Baseline = baseline?.Facts,
            Waivers = waivers,
            PolicyChange = change,
            Notes = [.. PlacedModel.Of(inputs).Zip(models, (model, made) => ScoreNotes.Of(model, made.Sample)).SelectMany(notes => notes),
                .. SearchNotes.Of(candidate.Facts), .. PolicyEndNote.Of(inputs), .. misread, .. Notes.Of(policy, data, findings),
                .. WaiverNotes.Of(waivers, inputs.Today)],
            Provenance = ProvenanceBuilder.Build(inputs, data, candidate, baseline),
        };
        GateResult told = HistoryFactsBuilder.Add(judged, inputs.History);
        return new(ScoreNotes.Add(EvidenceSources.All.Aggregate(told, (result, source) => source.Report(result, run))),
            OperationsSource.Facts(candidate, data), policy.Model.IsFitted ? new(inputs, data, candidate) : null)
        {
            Explanations = inputs.KeepsExplanations ? LocalExplanations.Of(run) : null,
        };
    }
}

/// <summary>What a run gives.</summary>
/// <param name="Result">The result, without its <see cref="GateResult.Run"/> section.</param>
/// <param name="Operational">What the candidate costs to run, for <see cref="RunFacts.Operational"/>: times, so not the same twice.</param>
/// <param name="Trained">The candidate, to be handed on; null where the run did not train it.</param>
public sealed record RunOutcome(GateResult Result, OperationalFacts Operational, TrainedModel? Trained)
{
    /// <summary>The SHAP values of each explained row; null where the inputs do not ask for them.</summary>
    public LocalExplanations? Explanations { get; init; }
}
