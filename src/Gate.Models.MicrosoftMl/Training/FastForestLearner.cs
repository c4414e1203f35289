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
        new Fitting(Info, isAdditive: false, isShare: true, Grow).Fit(data, cancel);

    private Grown Grow(Problem problem)
    {
        if (!problem.IsOfClasses)
        {
            var numbers = TreeSettings.Of<FastForestRegressionTrainer.Options>(values, problem.Threads);
            numbers.ExampleWeightColumnName = problem.WeightColumn;
            return Mean(problem, problem.Context.Regression.Trainers.FastForest(numbers).Fit(problem.Rows).Model.TrainedTreeEnsemble, 1, 0);
        }
        var classes = TreeSettings.Of<FastForestBinaryTrainer.Options>(values, problem.Threads);
        classes.ExampleWeightColumnName = problem.WeightColumn;
        // A leaf is the mean of 1 for the class and -1 for the other.
        return Mean(problem, problem.Context.BinaryClassification.Trainers.FastForest(classes).Fit(problem.Rows).Model.TrainedTreeEnsemble,
            0.5, 0.5);
    }

    /// <summary>The mean of the trees. Those that found no split (all of their columns told nothing) have no say.</summary>
    private static Grown Mean(Problem problem, QuantileRegressionTreeEnsemble trained, double factor, double start)
    {
        int trees = trained.Trees.Count(tree => tree.NumberOfNodes > 0);
        return new(start, trees == 0 ? [] : new LiftedTrees(problem.Layout, factor / trees).Of(trained));
    }
}
