using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Models;
using Gate.Models.Calibration;

namespace Gate.Evaluation.Candidates;

/// <summary>From a model that can be called to a candidate.</summary>
internal static class ScoredModels
{
    /// <summary>Scores the measured rows.</summary>
    /// <exception cref="ModelException">A score is not finite, or the model does not take the rows.</exception>
    public static Candidate Score(IModel model, PlacedModel placed, Dataset data, ModelFacts facts, IRunProgress progress,
        CancellationToken cancel)
    {
        progress.Begin($"scoring {NumberText.Count(data.Test.RowCount)} rows{placed.Suffix}");
        var watch = new RunWatch(placed.Inputs.Clock);
        double[] output = model.Score(data.Test, cancel);
        double? scored = watch.Lap();
        ModelOutputs.RequireFinite(output, data.Test.RowCount);
        double threshold = (model as TunedModel)?.Threshold ?? placed.Spec.Threshold;
        ModelOutput said = ModelOutputs.Of(data.Task, output, data.Classes.Count, threshold);
        return new(model, ModelDigest.Of(model), new Sample(data.Truth, said), facts) { Threshold = threshold, ScoringSeconds = scored };
    }
}
