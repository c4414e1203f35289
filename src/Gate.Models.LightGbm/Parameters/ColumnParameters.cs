namespace Gate.Models.LightGbm.Parameters;

/// <summary>What is said of single columns: categories and constraints.</summary>
internal static class ColumnParameters
{
    public static IReadOnlyList<LearnerParameter> All { get; } =
    [
        new("cat_smooth", ParameterType.Number, 10.0,
            "By how much rare levels of a category are drawn towards the others when levels are put in order.", Min: 0),
        new("cat_l2", ParameterType.Number, 10.0,
            "The L2 penalty of splits of a category.", Min: 0),
        new("max_cat_threshold", ParameterType.Integer, 32.0,
            "The largest number of levels on the smaller side of a split.", Min: 1),
        new("max_cat_to_onehot", ParameterType.Integer, 4.0,
            "A category of so many levels or fewer is split one level against the others.", Min: 1),
        new("min_data_per_group", ParameterType.Integer, 100.0,
            "The fewest rows of a level that is grouped with others.", Min: 1),
        new("monotone_constraints", ParameterType.NumbersByName, null,
            "Whether the prediction may only rise (1) or only fall (-1) with a column of numbers, by column: { age: 1 }.",
            Min: -1, Max: 1, Nullable: true) { Aliases = ["mc", "monotone_constraint", "monotonic_cst"], Names = ParameterNames.Columns },
        new("monotone_constraints_method", ParameterType.Choice, "basic",
            "How constraints are held: the quickest way, or one that costs the model less.",
            Choices: ["basic", "intermediate", "advanced"]) { Aliases = ["monotone_constraining_method", "mc_method"] },
        new("monotone_penalty", ParameterType.Number, 0.0,
            "How much splits of constrained columns near the root are held back.", Min: 0)
        { Aliases = ["monotone_splits_penalty", "ms_penalty", "mc_penalty"] },
        new("interaction_constraints", ParameterType.NameLists, null,
            "Which columns may stand together on a path: [[age, income], [sex]]. A column in no list is never used.", Nullable: true)
        { Names = ParameterNames.Columns },
    ];
}
