namespace Gate.Models.LightGbm.Parameters;

/// <summary>What belongs to objectives, weights of classes, and when training ends.</summary>
internal static class ObjectiveParameters
{
    public static IReadOnlyList<LearnerParameter> All { get; } =
    [
        new("class_weight", ParameterType.NumbersByName, null,
            "By what the weights of the rows of a class are multiplied: { \"yes\": 4 }, or balanced, which gives all classes "
            + "the same weight. For classification.", Min: 0, Choices: ["balanced"], Nullable: true) { Names = ParameterNames.Classes },
        new("is_unbalance", ParameterType.Boolean, false,
            "Whether the classes get the same weight; for objectives of two classes.") { Aliases = ["unbalance", "unbalanced_sets"] },
        new("scale_pos_weight", ParameterType.Number, 1.0,
            "By what the weights of positive rows are multiplied; for objectives of two classes. It is above 0.", Min: 0),
        new("sigmoid", ParameterType.Number, 1.0,
            "The factor in the logistic function of binary and multiclassova. It is above 0.", Min: 0),
        new("boost_from_average", ParameterType.Boolean, true,
            "Whether training starts from the mean of the label."),
        new("reg_sqrt", ParameterType.Boolean, false,
            "Of regression: whether square roots are trained on."),
        new("alpha", ParameterType.Number, 0.9,
            "The quantile of quantile, from 0 to 1; of huber, the size of an error from which it counts linearly. It is above "
            + "0.", Min: 0),
        new("fair_c", ParameterType.Number, 1.0,
            "The scale of fair. It is above 0.", Min: 0),
        new("poisson_max_delta_step", ParameterType.Number, 0.7,
            "What keeps poisson from steps that are too large. It is above 0.", Min: 0),
        new("tweedie_variance_power", ParameterType.Number, 1.5,
            "Of tweedie: 1 is towards Poisson, 2 towards gamma. It is below 2.", Min: 1, Max: 2),
        new("early_stopping_round", ParameterType.Integer, 0.0,
            "Ends training when the metric on the validation part has not improved for so many iterations, and keeps those up "
            + "to the best; 0 is never.", Min: 0) { Aliases = ["early_stopping_rounds", "early_stopping", "n_iter_no_change"] },
        new("early_stopping_min_delta", ParameterType.Number, 0.0,
            "By how much the metric must improve to count as better.", Min: 0),
        new("validation_fraction", ParameterType.Number, 0.1,
            "The part of the training rows that early stopping measures on and that is not trained on: drawn by the seed, "
            + "stratified by class. Above 0 and below 1.", Min: 0, Max: 1),
        new("metric", ParameterType.Choice, null,
            "What is measured on the validation part; null is the objective's own loss.",
            Choices: ["auc", "average_precision", "binary_logloss", "binary_error", "auc_mu", "multi_logloss", "multi_error", "l1", "l2",
                "rmse", "quantile", "mape", "huber", "fair", "poisson", "gamma", "gamma_deviance", "tweedie"], Nullable: true)
        { Aliases = ["metrics", "metric_types"] },
    ];
}
