using Gate.Models.Training;
using Microsoft.ML.Trainers.FastTree;

namespace Gate.Models.MicrosoftMl.Parameters;

/// <summary>Hands on the parameters of boosted trees and forests. Lists of parameters stand apart from it: they are asked for without
/// Microsoft.ML being loaded.</summary>
internal static class TreeSettings
{
    /// <summary>Microsoft.ML's options.</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="weights">The column of weights; null where all rows count the same.</param>
    public static TOptions Of<TOptions>(ParameterValues values, string? weights) where TOptions : TreeOptions, new() => new()
    {
        ExampleWeightColumnName = weights,
        FeatureColumnName = TrainingNames.Features,
        LabelColumnName = TrainingNames.Label,
        NumberOfTrees = values.Integer("number_of_trees"),
        NumberOfLeaves = values.Integer("number_of_leaves"),
        MinimumExampleCountPerLeaf = values.Integer("minimum_example_count_per_leaf"),
        MaximumBinCountPerFeature = values.Integer("maximum_bin_count_per_feature"),
        FeatureFraction = values.Number("feature_fraction"),
        FeatureFractionPerSplit = values.Number("feature_fraction_per_split"),
        BaggingExampleFraction = values.Number("bagging_example_fraction"),
        Smoothing = values.Number("smoothing"),
        EntropyCoefficient = values.Number("entropy_coefficient"),
        GainConfidenceLevel = values.Number("gain_confidence_level"),
        SoftmaxTemperature = values.Number("softmax_temperature"),
        CategoricalSplit = values.Flag("categorical_split"),
        MaximumCategoricalGroupCountPerNode = values.Integer("maximum_categorical_group_count_per_node"),
        MaximumCategoricalSplitPointCount = values.Integer("maximum_categorical_split_point_count"),
        MinimumExampleFractionForCategoricalSplit = values.Number("minimum_example_fraction_for_categorical_split"),
        MinimumExamplesForCategoricalSplit = values.Integer("minimum_examples_for_categorical_split"),
        Seed = values.Integer("seed"),
        FeatureSelectionSeed = values.Integer("seed"),
        MemoryStatistics = false,
    };

    /// <summary>Those of boosted trees too.</summary>
    /// <inheritdoc cref="Of"/>
    public static TOptions Boosting<TOptions>(ParameterValues values, string? weights)
        where TOptions : BoostedTreeOptions, new()
    {
        TOptions options = Of<TOptions>(values, weights);
        options.LearningRate = values.Number("learning_rate");
        options.Shrinkage = values.Number("shrinkage");
        options.BaggingSize = values.Integer("bagging_size");
        options.DropoutRate = values.Number("dropout_rate");
        options.MaximumTreeOutput = values.Number("maximum_tree_output");
        return options;
    }
}
