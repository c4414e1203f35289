using Gate.Data;
using Gate.Models.MicrosoftMl.Parameters;
using Gate.Models.Training;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>Generalised additive models by Microsoft.ML: of each column a function that is constant on bins, and their sum.</summary>
public sealed class GamLearner : ILearner
{
    private readonly ParameterValues values;

    private GamLearner(ParameterValues values) => this.values = values;

    /// <summary>The learner and its parameters.</summary>
    public static LearnerInfo Info { get; } = new("gam",
        "A generalised additive model by Microsoft.ML: the sum of a step function of each feature, without interactions.",
        [TaskType.BinaryClassification, TaskType.MulticlassClassification, TaskType.Regression], GamOptions.Parameters,
        given => new GamLearner(new("gam", GamOptions.Parameters, given)));

    /// <inheritdoc/>
    /// <exception cref="ParameterException">The rows have weights.</exception>
    public IModel Fit(TrainingData data, CancellationToken cancel = default)
    {
        TrainingData kept = TrainingChecks.Check(data, Info.Name, Info.Tasks);
        // The gain of a split of weighted rows is never above 0 there (GamTrainer.cs, GetLeafSplitGain), so that nothing is learned.
        if (kept.Weights is { } weights && weights.Any(weight => weight != weights[0]))
            throw new ParameterException(null, "gam does not learn from weighted rows: Microsoft.ML 5.0.1 makes no split of them; train "
                + "another learner, or leave data.weight out");
        return new GamTraining(values).Fit(kept with { Weights = null }, cancel);
    }
}
