namespace Gate.Tests.Evaluation.Candidates;

/// <summary>Texts of LightGBM models of one question a tree, whose answers can be read off.</summary>
internal static class Stumps
{
    /// <summary>The second class where x is above 9.5.</summary>
    public static string Binary(string features) => Text("num_class=1\nnum_tree_per_iteration=1", "binary sigmoid:1", features,
        Number(0, 9.5, -1.5, 1.5));

    /// <summary>1.5 where x is above 9.5, else -1.5.</summary>
    public static string Regression() => Text("num_class=1\nnum_tree_per_iteration=1", "regression", "x z", Number(0, 9.5, -1.5, 1.5));

    /// <summary>The second class where the code of x is 1.</summary>
    public static string Category() => Text("num_class=1\nnum_tree_per_iteration=1", "binary sigmoid:1", "x", """
        Tree=0
        num_leaves=2
        num_cat=1
        split_feature=0
        split_gain=1
        threshold=0
        decision_type=1
        left_child=-1
        right_child=-2
        leaf_value=1.5 -1.5
        leaf_weight=1 1
        leaf_count=1 1
        internal_value=0
        internal_weight=2
        internal_count=2
        cat_boundaries=0 1
        cat_threshold=2
        is_linear=0
        shrinkage=1


        """);

    /// <summary>Class k where x is k: the tree of class k adds 3 from k - 0.5 on, which the larger ones outdo.</summary>
    public static string Classes(int classes) => Text($"num_class={classes}\nnum_tree_per_iteration={classes}",
        $"multiclass num_class:{classes}", "x",
        string.Concat(Enumerable.Range(0, classes).Select(k => Number(k, k - 0.5, -5, 1 + k))));

    private static string Number(int tree, double threshold, double low, double high) => FormattableString.Invariant($"""
        Tree={tree}
        num_leaves=2
        num_cat=0
        split_feature=0
        split_gain=1
        threshold={threshold}
        decision_type=2
        left_child=-1
        right_child=-2
        leaf_value={low} {high}
        leaf_weight=1 1
        leaf_count=1 1
        internal_value=0
        internal_weight=2
        internal_count=2
        is_linear=0
        shrinkage=1



        """);

    private static string Text(string head, string objective, string features, string trees) => $"""
        tree
        version=v4
        {head}
        label_index=0
        max_feature_idx={features.Split(' ').Length - 1}
        objective={objective}
        feature_names={features}
        feature_infos={string.Join(' ', features.Split(' ').Select(_ => "[0:90]"))}

        {trees}end of trees

        """;
}
