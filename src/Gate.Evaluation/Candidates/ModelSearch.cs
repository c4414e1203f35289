using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Evaluation.Searching;
using Gate.Metrics;
using Gate.Models;
using Gate.Models.Blending;
using Gate.Models.Calibration;
using Gate.Models.Training;
using Gate.Policy.Document;

namespace Gate.Evaluation.Candidates;

/// <summary>Finds learner and parameters by cross-validation on the training rows. It is not shown the test rows.</summary>
/// <param name="spec">What the policy asks for.</param>
/// <param name="placed">The model's place.</param>
/// <param name="data">The data; of it the classes and the training rows are read.</param>
/// <param name="training">The training rows.</param>
/// <param name="progress">Told what is being done.</param>
internal sealed class ModelSearch(SearchSpec spec, PlacedModel placed, Dataset data, TrainingData training, IRunProgress progress)
{
    /// <summary>So many of the best are described with all metrics.</summary>
    private const int Described = 10;

    private readonly Metric metric = SearchMetrics.Of(spec.PrimaryMetric, data.Task);
    private readonly SearchBudget budget = new(placed.Inputs.Clock, spec.TimeoutMinutes, spec.TrialTimeoutMinutes);

    /// <summary>Runs the search and trains what it chose on all training rows.</summary>
    /// <exception cref="ModelException">No trial succeeded.</exception>
    public FoundModel Run(CancellationToken cancel)
    {
        ulong seed = placed.Inputs.Policy.Seed;
        var quiet = training with { Progress = null };
        var folds = Folds.Of(quiet, spec.Folds, seed);
        TrialRunner Runner(SearchBudget time) => new(quiet, folds, metric, Decide, time, spec.Candidates.Count > 0);
        IReadOnlyList<Trial> trials = TrialPlan.Of(SearchLearners.Of(spec, quiet), spec.MaxTrials, quiet, spec.EarlyStopping, seed);
        IReadOnlyList<int[]> rungs = spec.SubjectTo is null ? Rungs.Of(quiet, trials.Count, spec.Folds, seed)
            : [[.. Enumerable.Range(0, quiet.RowCount)]];

        progress.Begin($"searching among {NumberText.Count(trials.Count)} trials{placed.Suffix}");
        var halving = new Halving(metric, budget);
        TrialRunner runner = Runner(budget);
        HalvingOutcome outcome = halving.Run(trials, rungs, (trial, rows) => runner.Run(trial, rows, cancel),
            (_, done, all, best) => progress.Train(new(done, all, metric.Name, best)));
        // Out of time before the last rung: the best so far is cross-validated on all rows, whatever the time.
        TrialResult best = halving.Best(outcome.Finalists)
            ?? Runner(new(null, null, null)).Run(BestSoFar(halving, outcome).Trial, rungs[^1], cancel);
        if (best.Error is not null) throw new ModelException($"the best trial failed on all rows: {best.Error}");

        IReadOnlyList<TrialResult> ranked = outcome.Finalists.Count > 0 ? halving.Ranked(outcome.Finalists) : [best];
        List<SearchEntry> entries = [.. ranked.Select(SearchEntry.Of)];
        if (spec.Ensemble && new EnsembleSelection(halving, runner.MeasureFolds).Of(ranked) is { } blend)
            entries.Insert(0, new(blend.Members, blend.Scores, blend.Folds));
        entries = [.. entries.Select((entry, place) => Judged(entry, place < Described, cancel))];
        if (spec.SubjectTo is not null) entries = [.. entries.OrderBy(entry => entry.Judged.Rank)];
        return Trained(entries, outcome, halving, cancel);
    }

    private static TrialResult BestSoFar(Halving halving, HalvingOutcome outcome) => halving.Best(outcome.Results)
        ?? outcome.Results.FirstOrDefault(result => result.IsOutOfTime)
        ?? throw new ModelException("no trial of the search succeeded; the first one failed: " + outcome.Results[0].Error);

    private SearchEntry Judged(SearchEntry entry, bool described, CancellationToken cancel)
    {
        TuningOptions tuning = TuningWords.Of(placed) with { Folds = spec.Folds };
        LearnedScores? learned = tuning.IsNeeded ? LearnedScores.Of(entry.Scores, training, entry.Single?.HasMargin == true, tuning, cancel)
            : null;
        ValidationJudgement judged = ValidationJudgement.None;
        if (placed.Judge is { } judge && data.Validation is { } rows && (described || spec.SubjectTo is not null))
        {
            double threshold = learned?.Choice?.Threshold ?? placed.Spec.Threshold;
            ModelOutput said = ModelOutputs.Of(data.Task, learned?.Apply(entry.Scores) ?? entry.Scores, data.Classes.Count, threshold);
            judged = judge(placed.Inputs, rows.Value, new Sample(rows.Value.Truth, said), described, cancel);
        }
        return entry with { Learned = learned, Judged = judged };
    }

    private FoundModel Trained(List<SearchEntry> entries, HalvingOutcome outcome, Halving halving, CancellationToken cancel)
    {
        SearchEntry chosen = entries[0];
        progress.Begin($"training {Leaderboard.Name(chosen)}{placed.Suffix}");
        IModel Fit(TrialResult result) =>
            result.Trial.Learner.Create(result.Trial.Parameters).Fit(training with { Progress = null }, cancel);
        IModel inner = chosen.Single is { } single ? Fit(single)
            : new BlendedModel([.. chosen.Members.Select(member => (Fit(member.Result), member.Weight))]);
        IModel model = chosen.Learned is { } learned ? new TunedModel(inner, learned) : inner;
        var facts = new ModelFacts(model.Kind, "trained in this run",
            data.Task == TaskType.BinaryClassification ? (model as TunedModel)?.Threshold ?? placed.Spec.Threshold : null,
            [new("algorithm", "auto"), .. Leaderboard.Parameters(chosen)],
            [.. model.Facts.Select(fact => new NamedText(fact.Key, fact.Value))], [.. model.Features])
        {
            Search = new Leaderboard(spec, metric, halving).Of(entries, outcome),
        };
        return new(model, facts, [.. outcome.Results.Select(result =>
            new TrialTime(result.Trial.Number, result.FitSeconds, result.ScoreSeconds))]);
    }

    /// <summary>The classes that scores decide for, where the metric reads them.</summary>
    private int[] Decide(double[] scores) => ModelOutputs.Decide(data.Task, scores, data.Classes.Count, placed.Spec.Threshold);
}
