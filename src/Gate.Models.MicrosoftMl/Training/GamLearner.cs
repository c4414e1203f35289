using Gate.Data;
using Gate.Models.MicrosoftMl.Lifting;
using Gate.Models.MicrosoftMl.Parameters;
using Gate.Models.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

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
        ArgumentNullException.ThrowIfNull(data);
        // The gain of a split of weighted rows is never above 0 there (GamTrainer.cs, GetLeafSplitGain), so that nothing is learned.
        if (data.Weights is { } weights && weights.Any(weight => weight != 0 && weight != weights[0]))
            throw new ParameterException(null, "gam does not learn from weighted rows: Microsoft.ML 5.0.1 makes no split of them; train "
                + "another learner, or leave data.weight out");
        return new Fitting(Info, isAdditive: true, isShare: false, Grow).Fit(data with { Weights = null }, cancel);
    }

    private Grown Grow(Problem problem)
    {
        if (!problem.IsOfClasses)
        {
            var numbers = new GamRegressionTrainer.Options();
            Set(numbers);
            return new ShapeFunctions(problem.Layout, 1).Of(problem.Context.Regression.Trainers.Gam(numbers).Fit(problem.Rows).Model);
        }
        var classes = new GamBinaryTrainer.Options();
        Set(classes);
        var model = problem.Context.BinaryClassification.Trainers.Gam(classes).Fit(problem.Rows).Model;
        Grown grown = new ShapeFunctions(problem.Layout, -model.Calibrator.Slope).Of(model.SubModel);
        return grown with { Start = grown.Start - model.Calibrator.Offset };
    }

    private void Set<TOptions, TTransformer, TModel>(GamTrainerBase<TOptions, TTransformer, TModel>.OptionsBase options)
        where TOptions : GamTrainerBase<TOptions, TTransformer, TModel>.OptionsBase, new()
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class
    {
        options.FeatureColumnName = TrainingNames.Features;
        options.LabelColumnName = TrainingNames.Label;
        // Several threads add up the means of the functions in whatever order they come.
        options.NumberOfThreads = 1;
        options.NumberOfIterations = values.Integer("number_of_iterations");
        options.LearningRate = values.Number("learning_rate");
        options.MinimumExampleCountPerLeaf = values.Integer("minimum_example_count_per_leaf");
        options.MaximumBinCountPerFeature = values.Integer("maximum_bin_count_per_feature");
        options.EntropyCoefficient = values.Number("entropy_coefficient");
    }
}
