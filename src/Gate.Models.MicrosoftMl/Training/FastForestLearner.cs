using Gate.Data;
using Gate.Models.MicrosoftMl.Parameters;
using Gate.Models.Training;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>Random forests by Microsoft.ML's FastForest.</summary>
public sealed class FastForestLearner : ILearner
{
    private readonly ParameterValues values;

    private FastForestLearner(ParameterValues values) => this.values = values;

    /// <summary>The learner and its parameters.</summary>
    public static LearnerInfo Info { get; } = new("fast_forest",
        "A random forest by Microsoft.ML; the score of a class is the mean of its shares in the leaves.",
        [TaskType.BinaryClassification, TaskType.MulticlassClassification, TaskType.Regression], FastForestOptions.Parameters,
        given => new FastForestLearner(new("fast_forest", FastForestOptions.Parameters, given)));

    /// <inheritdoc/>
    public IModel Fit(TrainingData data, CancellationToken cancel = default) =>
        new FastForestTraining(values).Fit(data, cancel);
}
