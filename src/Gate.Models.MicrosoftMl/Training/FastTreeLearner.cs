using Gate.Data;
using Gate.Models.MicrosoftMl.Parameters;
using Gate.Models.Training;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>Gradient-boosted trees by Microsoft.ML's FastTree (MART), which also runs on ARM, where LightGBM has no library.</summary>
public sealed class FastTreeLearner : ILearner
{
    private readonly ParameterValues values;

    private FastTreeLearner(ParameterValues values) => this.values = values;

    /// <summary>The learner and its parameters.</summary>
    public static LearnerInfo Info { get; } = new("fast_tree",
        "Gradient-boosted trees by Microsoft.ML, also on ARM; categories and missing values as they are.",
        [TaskType.BinaryClassification, TaskType.MulticlassClassification, TaskType.Regression], FastTreeOptions.Parameters,
        given => new FastTreeLearner(new("fast_tree", FastTreeOptions.Parameters, given)));

    /// <inheritdoc/>
    public IModel Fit(TrainingData data, CancellationToken cancel = default) =>
        new FastTreeTraining(values).Fit(data, cancel);
}
