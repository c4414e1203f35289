namespace Gate.Models.MicrosoftMl.Parameters;

/// <summary>The parameters of <c>fast_tree</c>.</summary>
internal static class FastTreeOptions
{
    /// <summary>All, in the order of the documentation.</summary>
    public static IReadOnlyList<LearnerParameter> Parameters { get; } =
    [
        .. SharedParameters.OfTrees(isForest: false), SharedParameters.LearningRate(0.2),
        new("shrinkage", ParameterType.Number, 1.0, "What each tree is multiplied by, beside the learning rate.", Min: 1e-9),
        new("bagging_size", ParameterType.Integer, 0.0, "Rows are drawn anew after so many trees; 0 is never.", Min: 0)
        { Aliases = ["bagging_freq", "subsample_freq"] },
        new("dropout_rate", ParameterType.Number, 0.0, "The part of the earlier trees that is left out when the next is grown (dart).",
            Min: 0, Max: 1) { Aliases = ["drop_rate", "rate_drop"] },
        new("maximum_tree_output", ParameterType.Number, 100.0, "The largest size of a leaf's value, before the learning rate.", Min: 1e-9)
        { Aliases = ["max_delta_step", "max_tree_output", "max_leaf_output"] },
        new("unbalanced_sets", ParameterType.Boolean, false, "Of classes: whether derivatives are those for rare classes.")
        { Aliases = ["is_unbalance"] },
        SharedParameters.Seed,
    ];
}
