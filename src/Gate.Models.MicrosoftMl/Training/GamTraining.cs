using Gate.Models.MicrosoftMl.Lifting;
using Gate.Models.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Gate.Models.MicrosoftMl.Training;

/// <summary>How <c>gam</c> trains. It stands apart from the learner, which is known without Microsoft.ML being loaded.</summary>
/// <param name="values">The parameters.</param>
internal sealed class GamTraining(ParameterValues values)
{
    /// <summary>Trains a model.</summary>
    public IModel Fit(TrainingData data, CancellationToken cancel) =>
        new Fitting(GamLearner.Info, isAdditive: true, isShare: false, Grow).Fit(data, cancel);

    private Grown Grow(Problem problem)
    {
        if (!problem.IsOfClasses)
        {
            var numbers = new GamRegressionTrainer.Options();
            Set(numbers);
            return new ShapeFunctions(problem.Layout, 1).Of(problem.Fit(problem.Context.Regression.Trainers.Gam(numbers)).Model);
        }
        var classes = new GamBinaryTrainer.Options();
        Set(classes);
        var model = problem.Fit(problem.Context.BinaryClassification.Trainers.Gam(classes)).Model;
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
        options.NumberOfIterations = values.Integer("number_of_iterations");
        options.LearningRate = values.Number("learning_rate");
        options.MinimumExampleCountPerLeaf = values.Integer("minimum_example_count_per_leaf");
        options.MaximumBinCountPerFeature = values.Integer("maximum_bin_count_per_feature");
        options.EntropyCoefficient = values.Number("entropy_coefficient");
    }
}
