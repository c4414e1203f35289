using Gate.Models.MicrosoftMl.Lifting;
using Gate.Models.MicrosoftMl.Parameters;
using Gate.Models.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>How <c>fast_forest</c> trains. It stands apart from the learner, which is known without Microsoft.ML being loaded.</summary>
/// <param name="values">The parameters.</param>
internal sealed class FastForestTraining(ParameterValues values)
{
    /// <summary>Trains a model.</summary>
    public IModel Fit(TrainingData data, CancellationToken cancel) =>
        new Fitting(FastForestLearner.Info, isAdditive: false, isShare: true, Grow).Fit(data, cancel);

    private Grown Grow(Problem problem)
    {
        if (!problem.IsOfClasses)
        {
            var numbers = TreeSettings.Of<FastForestRegressionTrainer.Options>(values, problem.WeightColumn);
            return Mean(problem, problem.Fit(problem.Context.Regression.Trainers.FastForest(numbers)).Model.TrainedTreeEnsemble, 1, 0);
        }
        var classes = TreeSettings.Of<FastForestBinaryTrainer.Options>(values, problem.WeightColumn);
        // A leaf is the mean of 1 for the class and -1 for the other.
        return Mean(problem, problem.Fit(problem.Context.BinaryClassification.Trainers.FastForest(classes)).Model.TrainedTreeEnsemble,
            0.5, 0.5);
    }

    /// <summary>The mean of the trees. Those that found no split (all of their columns told nothing) have no say.</summary>
    private static Grown Mean(Problem problem, QuantileRegressionTreeEnsemble trained, double factor, double start)
    {
        int trees = trained.Trees.Count(tree => tree.NumberOfNodes > 0);
        return new(start, trees == 0 ? [] : new LiftedTrees(problem.Layout, factor / trees).Of(trained));
    }
}
