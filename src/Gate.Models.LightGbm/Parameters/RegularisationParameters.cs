namespace Gate.Models.LightGbm.Parameters;

/// <summary>What keeps trees from following single rows, and what is drawn at random.</summary>
internal static class RegularisationParameters
{
    public static IReadOnlyList<LearnerParameter> All { get; } =
    [
        new("lambda_l1", ParameterType.Number, 0.0,
            "The L1 penalty on the values of leaves.", Min: 0) { Aliases = ["reg_alpha", "l1_regularization"] },
        new("lambda_l2", ParameterType.Number, 0.0,
            "The L2 penalty on the values of leaves.", Min: 0) { Aliases = ["reg_lambda", "lambda", "l2_regularization"] },
        new("min_gain_to_split", ParameterType.Number, 0.0,
            "A split must gain at least this.", Min: 0) { Aliases = ["min_split_gain"] },
        new("max_delta_step", ParameterType.Number, 0.0,
            "The largest size of a leaf's value before the learning rate; 0 is no limit.")
        { Aliases = ["max_tree_output", "max_leaf_output"] },
        new("path_smooth", ParameterType.Number, 0.0,
            "By how much the value of a leaf is drawn towards that of its parent; above 0, min_data_in_leaf is 2 or more.", Min: 0),
        new("feature_fraction", ParameterType.Number, 1.0,
            "The part of the features that each tree may use. It is above 0.", Min: 0, Max: 1)
        { Aliases = ["sub_feature", "colsample_bytree"] },
        new("feature_fraction_bynode", ParameterType.Number, 1.0,
            "The part of the features that each split may use. It is above 0.", Min: 0, Max: 1)
        { Aliases = ["sub_feature_bynode", "colsample_bynode"] },
        new("bagging_fraction", ParameterType.Number, 1.0,
            "The part of the rows that each tree sees, drawn anew every bagging_freq iterations. It is above 0.", Min: 0, Max: 1)
        { Aliases = ["sub_row", "subsample", "bagging"] },
        new("bagging_freq", ParameterType.Integer, 0.0,
            "Every how many iterations rows are drawn; 0 is never.", Min: 0) { Aliases = ["subsample_freq"] },
        new("pos_bagging_fraction", ParameterType.Number, 1.0,
            "As bagging_fraction, of the rows of the positive class.", Min: 0, Max: 1)
        { Aliases = ["pos_sub_row", "pos_subsample", "pos_bagging"] },
        new("neg_bagging_fraction", ParameterType.Number, 1.0,
            "As bagging_fraction, of the rows of the negative class.", Min: 0, Max: 1)
        { Aliases = ["neg_sub_row", "neg_subsample", "neg_bagging"] },
        new("top_rate", ParameterType.Number, 0.2,
            "Of goss: the part of the rows with the largest gradients that is kept.", Min: 0, Max: 1),
        new("other_rate", ParameterType.Number, 0.1,
            "Of goss: the part of the other rows that is drawn.", Min: 0, Max: 1),
        new("drop_rate", ParameterType.Number, 0.1,
            "Of dart: the part of the earlier trees that is dropped.", Min: 0, Max: 1) { Aliases = ["rate_drop"] },
        new("max_drop", ParameterType.Integer, 50.0,
            "Of dart: the largest number of trees dropped in one iteration; 0 or less is no limit.", Min: -1),
        new("skip_drop", ParameterType.Number, 0.5,
            "Of dart: the probability that an iteration drops nothing.", Min: 0, Max: 1),
        new("uniform_drop", ParameterType.Boolean, false,
            "Of dart: whether all trees are dropped with the same probability."),
        new("xgboost_dart_mode", ParameterType.Boolean, false,
            "Of dart: whether trees are weighted as XGBoost does."),
        new("seed", ParameterType.Integer, null,
            "What all random numbers start from; null takes LightGBM's own fixed seeds.", Min: 0, Nullable: true)
        { Aliases = ["random_seed", "random_state"] },
    ];
}
