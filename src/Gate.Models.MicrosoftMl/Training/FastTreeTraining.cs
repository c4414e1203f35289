using Gate.Models.MicrosoftMl.Lifting;
using Gate.Models.MicrosoftMl.Parameters;
using Gate.Models.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>How <c>fast_tree</c> trains. It stands apart from the learner, which is known without Microsoft.ML being loaded.</summary>
/// <param name="values">The parameters.</param>
internal sealed class FastTreeTraining(ParameterValues values)
{
    /// <summary>Trains a model.</summary>
    public IModel Fit(TrainingData data, CancellationToken cancel) =>
        new Fitting(FastTreeLearner.Info, isAdditive: false, isShare: false, Grow).Fit(data, cancel);

    private Grown Grow(Problem problem)
    {
        if (!problem.IsOfClasses)
        {
            var numbers = TreeSettings.Boosting<FastTreeRegressionTrainer.Options>(values, problem.WeightColumn);
            RegressionTreeEnsemble trained =
                problem.Fit(problem.Context.Regression.Trainers.FastTree(numbers)).Model.TrainedTreeEnsemble;
            return new(trained.Bias, new LiftedTrees(problem.Layout, 1).Of(trained));
        }
        var classes = TreeSettings.Boosting<FastTreeBinaryTrainer.Options>(values, problem.WeightColumn);
        classes.UnbalancedSets = values.Flag("unbalanced_sets");
        var model = problem.Fit(problem.Context.BinaryClassification.Trainers.FastTree(classes)).Model;
        // What Microsoft.ML makes a probability of: 1 / (1 + exp(slope × score + offset)).
        double factor = -model.Calibrator.Slope;
        RegressionTreeEnsemble ensemble = model.SubModel.TrainedTreeEnsemble;
        return new((factor * ensemble.Bias) - model.Calibrator.Offset, new LiftedTrees(problem.Layout, factor).Of(ensemble));
    }
}
