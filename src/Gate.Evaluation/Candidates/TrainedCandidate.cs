using System.Globalization;
using Gate.Data;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Models;
using Gate.Models.Catalogue;
using Gate.Policy.Document;

namespace Gate.Evaluation.Candidates;

/// <summary>A model trained in the run.</summary>
internal static class TrainedCandidate
{
    public static Candidate Create(TrainSpec spec, string role, RunInputs inputs, Dataset data, IRunProgress progress,
        CancellationToken cancel)
    {
        if (data.Train is null || data.TrainLabels is null)
            throw new DataException($"the {role} is to be trained, but the policy does not say on which rows; add data.split (such as {{ "
                + $"test: 0.3, seed: 7 }}) or data.test");
        if (data.Features.Count == 0) throw new DataException("no column is left as a feature; check data.features");
        LearnerInfo info = LearnerCatalogue.Find(spec.Algorithm) ?? throw new ModelException($"no learner is called '{spec.Algorithm}'");
        progress.Begin($"training {spec.Algorithm}{(role == "baseline" ? " (baseline)" : "")}");
        var training = new TrainingData(data.Task, data.Train.Select(data.Features), data.Classes, data.TrainLabels.Codes,
            data.TrainLabels.Values, data.TrainWeights);
        var watch = new RunWatch(inputs.Clock);
        IModel model = info.Create(spec.Parameters).Fit(training, cancel);
        double? trained = watch.Lap();
        progress.Begin($"scoring {data.Test.RowCount.ToString("N0", CultureInfo.InvariantCulture)} "
            + $"rows{(role == "baseline" ? " (baseline)" : "")}");
        double[] output = model.Score(data.Test, cancel);
        double? scored = watch.Lap();
        return new(model, Sampled(output, spec.Threshold, data), Facts(spec, info, model, data))
        {
            TrainingSeconds = trained,
            ScoringSeconds = scored,
        };
    }

    /// <summary>The measured rows as the model sees them.</summary>
    private static Sample Sampled(double[] output, double threshold, Dataset data)
    {
        int bad = Array.FindIndex(output, value => !double.IsFinite(value));
        if (bad >= 0)
            throw new ModelException(
                $"the model's output is not finite in test row {bad / Math.Max(1, output.Length / data.Test.RowCount) + 1}");
        return new Sample(data.Truth, CandidateFactory.Output(data.Task, output, data.Classes.Count, threshold));
    }

    private static ModelFacts Facts(TrainSpec spec, LearnerInfo info, IModel model, Dataset data) => new(
        model.Kind, "trained in this run",
        data.Task == TaskType.BinaryClassification ? spec.Threshold : null,
        [.. info.Parameters.Select(
            p => new NamedText(p.Name, Text(spec.Parameters.TryGetValue(p.Name, out object? given) ? given : p.Default)))],
        CandidateFactory.Named(model.Facts), [.. model.Features]);

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
