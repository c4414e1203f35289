using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Models.Calibration;
using Gate.Policy.Document;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Candidates;

/// <summary>A model trained in the run.</summary>
internal sealed class TrainedForm : CandidateForm<TrainSpec>
{
    public override FormKey Key { get; } = TrainForm.Of(LearnerWords.All, LearnerWords.SearchMetrics);

    public override bool ReadsFeatures => true;

    protected override IEnumerable<PolicyProblem> Check(TrainSpec spec, PlacedModel model, IReadOnlyList<string> columns) =>
        new ParameterNameChecks(spec, model).Columns(columns, "a column of the data");

    protected override IEnumerable<PolicyProblem> Check(TrainSpec spec, PlacedModel model, Dataset data)
    {
        var names = new ParameterNameChecks(spec, model);
        return names.Columns(data.Features, "a feature").Concat(names.Classes(data.Classes));
    }

    // Training does not wait for anything: it is work from beginning to end.
    protected override Task<Candidate> CreateAsync(TrainSpec spec, PlacedModel model, Dataset data, IRunProgress progress,
        CancellationToken cancel) => Task.FromResult(Create(spec, model, data, progress, cancel));

    private static Candidate Create(TrainSpec spec, PlacedModel placed, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        if (data.Train is null || data.TrainLabels is null)
            throw new DataException($"the {(placed.IsBaseline ? "baseline" : "candidate")} is to be trained, but the policy does not say "
                + $"on which rows; add data.split (such as {{ "
                + $"test: 0.3, seed: 7 }}) or data.test");
        if (data.Features.Count == 0) throw new DataException("no column is left as a feature; check data.features");
        var training = new TrainingData(data.Task, data.Train.Select(data.Features), data.Classes, data.TrainLabels.Codes,
            data.TrainLabels.Values, data.TrainWeights) { Threads = placed.Inputs.Threads, Progress = progress.Train };
        var watch = new RunWatch(placed.Inputs.Clock);
        FoundModel found = spec.Search is { } search
            ? new ModelSearch(search, placed, data, training, progress).Run(cancel) : Named(spec, placed, data, training, progress, cancel);
        double? trained = watch.Lap();
        return ScoredModels.Score(found.Model, placed, data, found.Facts, progress, cancel)
            with { TrainingSeconds = trained, TrialTimes = found.Times };
    }

    /// <summary>The model of the learner that the policy names.</summary>
    private static FoundModel Named(TrainSpec spec, PlacedModel placed, Dataset data, TrainingData training, IRunProgress progress,
        CancellationToken cancel)
    {
        LearnerInfo info = Learners.Find(spec.Algorithm) ?? throw new ModelException($"no learner is called '{spec.Algorithm}'");
        progress.Begin($"training {spec.Algorithm}{placed.Suffix}{(TuningWords.Of(placed).IsNeeded ? ", cross-fitted" : "")}");
        IModel model = Fit(spec, info, placed, training, cancel);
        return new(model, Facts(spec, info, model, data), null);
    }

    private static IModel Fit(TrainSpec spec, LearnerInfo info, PlacedModel placed, TrainingData training, CancellationToken cancel)
    {
        try
        {
            ILearner learner = info.Create(spec.Parameters);
            TuningOptions tuning = TuningWords.Of(placed);
            return tuning.IsNeeded ? TunedModel.Fit(learner, training, tuning, cancel) : learner.Fit(training, cancel);
        }
        catch (ParameterException error)
        {
            string? key = error.Parameter is { } name ? info.Parameters.First(parameter => parameter.Name == name).Aliases.Prepend(name)
                .FirstOrDefault(spec.Marks.ContainsKey) : null;
            string path = $"{placed.Key}.train{(key is null ? "" : "." + key)}";
            throw new PolicyException(placed.Inputs.PolicyPath,
                [new(key is null ? spec.At : spec.Marks[key], path, $"{path}: {error.Message}")]);
        }
    }

    private static ModelFacts Facts(TrainSpec spec, LearnerInfo info, IModel model, Dataset data) => new(
        model.Kind, "trained in this run",
        data.Task == TaskType.BinaryClassification ? (model as TunedModel)?.Threshold ?? spec.Threshold : null,
        [.. info.Parameters.Select(
            p => new NamedText(p.Name, ParameterText.Of(spec.Parameters.TryGetValue(p.Name, out object? given) ? given : p.Default)))],
        [.. model.Facts.Select(fact => new NamedText(fact.Key, fact.Value))], [.. model.Features]);
}
