using Gate.Data;
using Gate.Models.MicrosoftMl.Lifting;
using Gate.Models.MicrosoftMl.Parameters;
using Gate.Models.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

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
        new Fitting(Info, bothEnds: true, isShare: true, Grow).Fit(data, cancel);

    private Grown Grow(Problem problem)
    {
        if (!problem.IsOfClasses)
        {
            var numbers = TreeSettings.Of<FastForestRegressionTrainer.Options>(values, problem.Threads);
            numbers.ExampleWeightColumnName = problem.WeightColumn;
            QuantileRegressionTreeEnsemble trained =
                problem.Context.Regression.Trainers.FastForest(numbers).Fit(problem.Rows).Model.TrainedTreeEnsemble;
            // A regression's leaves are means that Microsoft.ML averages when it scores.
            double part = 1.0 / Math.Max(1, trained.Trees.Count);
            return new(part * trained.Bias, new LiftedTrees(problem.Layout, part).Of(trained));
        }
        var classes = TreeSettings.Of<FastForestBinaryTrainer.Options>(values, problem.Threads);
        classes.ExampleWeightColumnName = problem.WeightColumn;
        QuantileRegressionTreeEnsemble ensemble =
            problem.Context.BinaryClassification.Trainers.FastForest(classes).Fit(problem.Rows).Model.TrainedTreeEnsemble;
        // A leaf is the mean of 1 for the class and -1 for the other, divided by the number of trees.
        return new(0.5 + (ensemble.Bias / 2), new LiftedTrees(problem.Layout, 0.5).Of(ensemble));
    }
}
