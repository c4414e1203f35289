using Gate.Data;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Models;
using Gate.Models.Predictions;
using Gate.Policy;

namespace Gate.Evaluation.Candidates;

/// <summary>Predictions that are already there: columns of the data, or of a file of their own.</summary>
internal static class PredictedCandidate
{
    public static Candidate Create(PredictionsSpec spec, string role, RunInputs inputs, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        Table table = spec.Source is null ? data.Test : Joined(spec, inputs, data, progress, cancel);
        Sample truth = CandidateFactory.Truth(data);
        PredictedOutput output = PredictionColumns.Read(table, data.Task, data.Classes, spec.Prediction, spec.Score);
        Sample sample = data.Task == TaskType.Regression
            ? truth with { Estimates = output.Values }
            : truth with
            {
                Scores = output.Values,
                Predictions = output.Labels ?? CandidateFactory.Decide(data.Task, output.Values!, data.Classes.Count, spec.Threshold),
            };
        return new(null, sample, Facts(spec, data, output));
    }

    private static Table Joined(PredictionsSpec spec, RunInputs inputs, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        progress.Begin($"reading {spec.Source}");
        Table predictions = TableReader.Read(Sources.Predictions(inputs, spec.Source!), null, cancel);
        int[] rows = KeyJoin.Align(data.Source, predictions, spec.Key);
        return predictions.Take(data.TestRows is null ? rows : Array.ConvertAll(data.TestRows, row => rows[row]));
    }

    private static ModelFacts Facts(PredictionsSpec spec, Dataset data, PredictedOutput output)
    {
        var parameters = new List<NamedText>();
        if (spec.Prediction is not null) parameters.Add(new("prediction", spec.Prediction));
        parameters.AddRange(spec.Score.Select(score => new NamedText(score.Key.Length == 0 ? "score" : $"score of {score.Key}", score.Value)));
        if (spec.Key.Count > 0) parameters.Add(new("key", string.Join(", ", spec.Key)));
        bool thresholded = data.Task == TaskType.BinaryClassification && output.Labels is null;
        return new("predictions", spec.Source ?? "columns of the data", thresholded ? spec.Threshold : null, parameters, [], []);
    }
}
