using Gate.Data;
using Gate.Models.MicrosoftMl.Lifting;
using Gate.Models.MicrosoftMl.Parameters;
using Gate.Models.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

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
        new Fitting(Info, isAdditive: false, isShare: false, Grow).Fit(data, cancel);

    private Grown Grow(Problem problem)
    {
        if (!problem.IsOfClasses)
        {
            var numbers = FastTreeOptions.Boosting<FastTreeRegressionTrainer.Options>(values, problem.Threads);
            numbers.ExampleWeightColumnName = problem.WeightColumn;
            RegressionTreeEnsemble trained = problem.Context.Regression.Trainers.FastTree(numbers).Fit(problem.Rows).Model.TrainedTreeEnsemble;
            return new(trained.Bias, new LiftedTrees(problem.Layout, 1).Of(trained));
        }
        var classes = FastTreeOptions.Boosting<FastTreeBinaryTrainer.Options>(values, problem.Threads);
        classes.ExampleWeightColumnName = problem.WeightColumn;
        classes.UnbalancedSets = values.Flag("unbalanced_sets");
        var model = problem.Context.BinaryClassification.Trainers.FastTree(classes).Fit(problem.Rows).Model;
        // What Microsoft.ML makes a probability of: 1 / (1 + exp(slope × score + offset)).
        double factor = -model.Calibrator.Slope;
        RegressionTreeEnsemble ensemble = model.SubModel.TrainedTreeEnsemble;
        return new((factor * ensemble.Bias) - model.Calibrator.Offset, new LiftedTrees(problem.Layout, factor).Of(ensemble));
    }
}
