using Gate.Data;
using Gate.Models.Features;
using Gate.Models.Training;

namespace Gate.Models.Dummy;

/// <summary>Learns to ignore the features: the least that any candidate has to beat.</summary>
internal sealed class DummyLearner(DummyOptions options) : ILearner
{
    public static LearnerInfo Info { get; } = new(
        "dummy", "Ignores the features and always predicts the same: a baseline that any model has to beat.",
        [TaskType.BinaryClassification, TaskType.MulticlassClassification, TaskType.Regression],
        DummyOptions.Parameters, values => new DummyLearner(DummyOptions.From(values)));

    public IModel Fit(TrainingData data, CancellationToken cancel = default)
    {
        TrainingData kept = TrainingChecks.Check(data, Info.Name, Info.Tasks);
        string strategy = options.Strategy ?? (kept.Task == TaskType.Regression ? "mean" : "prior");
        if (kept.Task == TaskType.Regression != (strategy == "mean"))
            throw new ModelException($"dummy: the strategy '{strategy}' does not serve this task; for a regression use mean, for classes "
                + "prior or most_frequent");
        double[] value = kept.Task == TaskType.Regression ? [Mean(kept)] : Shares(kept);
        if (strategy == "most_frequent")
        {
            int commonest = Array.IndexOf(value, value.Max());
            Array.Clear(value);
            value[commonest] = 1;
        }
        return new DummyModel(kept.Task, kept.Classes, [.. kept.Features.Columns.Select(FeatureSchema.Learn)], value, strategy);
    }

    private static double[] Shares(TrainingData data)
    {
        var shares = new double[data.Classes.Count];
        double total = 0;
        for (int row = 0; row < data.Labels!.Length; row++)
        {
            double weight = data.Weights?[row] ?? 1;
            shares[data.Labels[row]] += weight;
            total += weight;
        }
        return Array.ConvertAll(shares, share => share / total);
    }

    private static double Mean(TrainingData data)
    {
        double sum = 0, total = 0, origin = data.Targets![0];
        for (int row = 0; row < data.Targets.Length; row++)
        {
            double weight = data.Weights?[row] ?? 1;
            sum += weight * (data.Targets[row] - origin);
            total += weight;
        }
        return origin + sum / total;
    }
}
