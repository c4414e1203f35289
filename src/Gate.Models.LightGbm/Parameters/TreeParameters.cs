namespace Gate.Models.LightGbm.Parameters;

/// <summary>Which trees are grown, and how many: LightGBM's names, aliases, defaults and limits (docs/Parameters.rst of 4.7.0).</summary>
internal static class TreeParameters
{
    public static IReadOnlyList<LearnerParameter> All { get; } =
    [
        new("objective", ParameterType.Choice, null,
            "What is minimised; null is binary, multiclass or regression as the task says. For numbers that are counts or "
            + "amounts: poisson, gamma, tweedie; for a quantile: quantile with alpha.",
            Choices: ["binary", "multiclass", "multiclassova", "regression", "regression_l1", "huber", "fair", "quantile", "mape",
                "poisson", "gamma", "tweedie"], Nullable: true)
        { Aliases = ["objective_type", "app", "application", "loss"] },
        new("boosting", ParameterType.Choice, "gbdt",
            "Gradient-boosted trees, trees that drop some of the earlier ones (dart), or a random forest (rf), which needs "
            + "bagging or feature_fraction.", Choices: ["gbdt", "dart", "rf"]) { Aliases = ["boosting_type", "boost"] },
        new("data_sample_strategy", ParameterType.Choice, "bagging",
            "Which rows a tree sees: a random part (bagging, off unless bagging_freq says so), or those with large gradients "
            + "(goss).", Choices: ["bagging", "goss"]),
        new("num_iterations", ParameterType.Integer, 100.0,
            "The number of boosting iterations; one tree each, or one for each class.", Min: 1, Max: 100000)
        { Aliases = ["num_iteration", "n_iter", "num_tree", "num_trees", "num_round", "num_rounds", "nrounds", "num_boost_round",
            "n_estimators", "max_iter"] },
        new("learning_rate", ParameterType.Number, 0.1,
            "How much of each tree is added. It is above 0.", Min: 0) { Aliases = ["shrinkage_rate", "eta"] },
        new("num_leaves", ParameterType.Integer, 31.0,
            "The largest number of leaves of a tree.", Min: 2, Max: 131072)
        { Aliases = ["num_leaf", "max_leaves", "max_leaf", "max_leaf_nodes"] },
        new("max_depth", ParameterType.Integer, -1.0,
            "The largest depth of a tree; 0 or less is no limit.", Min: -1, Max: 1000),
        new("min_data_in_leaf", ParameterType.Integer, 20.0,
            "The fewest rows of a leaf.", Min: 0)
        { Aliases = ["min_data_per_leaf", "min_data", "min_child_samples", "min_samples_leaf"] },
        new("min_sum_hessian_in_leaf", ParameterType.Number, 0.001,
            "The least sum of second derivatives in a leaf.", Min: 0)
        { Aliases = ["min_sum_hessian_per_leaf", "min_sum_hessian", "min_hessian", "min_child_weight"] },
        new("extra_trees", ParameterType.Boolean, false,
            "Whether each split looks at one random threshold a feature only (extremely randomised trees).") { Aliases = ["extra_tree"] },
        new("max_bin", ParameterType.Integer, 255.0,
            "The largest number of bins of a feature.", Min: 2, Max: 65535) { Aliases = ["max_bins"] },
        new("min_data_in_bin", ParameterType.Integer, 3.0,
            "The fewest rows of a bin.", Min: 1),
        new("bin_construct_sample_cnt", ParameterType.Integer, 200000.0,
            "From how many rows the bins are made.", Min: 1) { Aliases = ["subsample_for_bin"] },
        new("use_missing", ParameterType.Boolean, true,
            "Whether missing values go the way that training found better; false takes them for 0."),
        new("zero_as_missing", ParameterType.Boolean, false,
            "Whether 0 counts as missing."),
    ];
}
