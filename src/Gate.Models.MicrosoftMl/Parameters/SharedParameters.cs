namespace Gate.Models.MicrosoftMl.Parameters;

/// <summary>What boosted trees and forests have in common: Microsoft.ML's names in snake_case, its defaults and limits
/// (<c>TreeOptions</c> of 5.0.1), and LightGBM's and scikit-learn's names beside them.</summary>
internal static class SharedParameters
{
    private const double LeastPart = 1e-6;

    /// <summary>The parameters of trees.</summary>
    /// <param name="isForest">Whether each tree sees a part of the rows and columns unless told otherwise.</param>
    public static IReadOnlyList<LearnerParameter> OfTrees(bool isForest) =>
    [
        new("number_of_trees", ParameterType.Integer, 100.0,
            "The number of trees; for several classes of each class.", Min: 1, Max: 100000)
        { Aliases = ["num_iterations", "num_trees", "n_estimators", "max_iter"] },
        new("number_of_leaves", ParameterType.Integer, 20.0,
            "The largest number of leaves of a tree.", Min: 2, Max: 131072)
        { Aliases = ["num_leaves", "max_leaves", "max_leaf_nodes"] },
        MinimumExamples("The fewest rows of a leaf."),
        MaximumBins,
        new("feature_fraction", ParameterType.Number, isForest ? 0.7 : 1.0,
            "The part of the features that each tree may use.", Min: LeastPart, Max: 1)
        { Aliases = ["sub_feature", "colsample_bytree"] },
        new("feature_fraction_per_split", ParameterType.Number, isForest ? 0.7 : 1.0,
            "The part of the features that each split may use.", Min: LeastPart, Max: 1)
        { Aliases = ["feature_fraction_bynode", "colsample_bynode", "max_features"] },
        new("bagging_example_fraction", ParameterType.Number, 0.7, isForest ? "The part of the rows that each tree sees."
            : "The part of the rows that is drawn, where bagging_size is 1 or more.", Min: LeastPart, Max: 1)
        { Aliases = ["bagging_fraction", "subsample", "max_samples"] },
        new("smoothing", ParameterType.Number, 0.0,
            "By how much the value of a leaf is drawn towards that of its parent.", Min: 0, Max: 1) { Aliases = ["path_smooth"] },
        EntropyCoefficient,
        new("gain_confidence_level", ParameterType.Number, 0.0,
            "How certain it must be that a split gains more than one by chance.", Min: 0, Max: 0.999999),
        new("softmax_temperature", ParameterType.Number, 0.0,
            "Above 0 the feature of a split is drawn, the likelier the more it gains; the higher, the more by chance.", Min: 0),
        new("categorical_split", ParameterType.Boolean, false,
            "Whether a split may part any set of a column's texts from the others; false is one text against all others."),
        new("maximum_categorical_group_count_per_node", ParameterType.Integer, 64.0,
            "Of categorical_split: the largest number of groups of texts that a split looks at.", Min: 1),
        new("maximum_categorical_split_point_count", ParameterType.Integer, 64.0,
            "Of categorical_split: the largest number of texts in a set.", Min: 1) { Aliases = ["max_cat_threshold"] },
        new("minimum_example_fraction_for_categorical_split", ParameterType.Number, 0.001,
            "Of categorical_split: the least part of the rows that a text must have to be looked at.", Min: 0, Max: 1),
        new("minimum_examples_for_categorical_split", ParameterType.Integer, 100.0,
            "Of categorical_split: the fewest rows that a text must have to be looked at.", Min: 0) { Aliases = ["min_data_per_group"] },
    ];

    /// <summary>How much of each step is taken; above 0.</summary>
    /// <param name="usual">The default.</param>
    public static LearnerParameter LearningRate(double usual) => new("learning_rate", ParameterType.Number, usual,
        "How much of each tree is added.", Min: 1e-9) { Aliases = ["shrinkage_rate", "eta"] };

    /// <summary>The fewest rows of a part.</summary>
    public static LearnerParameter MinimumExamples(string description) =>
        new("minimum_example_count_per_leaf", ParameterType.Integer, 10.0, description, Min: 1)
        { Aliases = ["min_data_in_leaf", "min_child_samples", "min_samples_leaf"] };

    /// <summary>The bins of a feature.</summary>
    public static LearnerParameter MaximumBins { get; } = new("maximum_bin_count_per_feature", ParameterType.Integer, 255.0,
        "The largest number of bins of a feature.", Min: 2, Max: 65535) { Aliases = ["max_bin", "max_bins"] };

    /// <summary>A penalty on uneven splits.</summary>
    public static LearnerParameter EntropyCoefficient { get; } = new("entropy_coefficient", ParameterType.Number, 0.0,
        "How much even splits are preferred, from 0 to 1.", Min: 0, Max: 1);

    /// <summary>What is drawn starts here.</summary>
    public static LearnerParameter Seed { get; } = new("seed", ParameterType.Integer, 123.0,
        "What all random numbers start from.", Min: 0) { Aliases = ["random_seed", "random_state"] };
}
