using Gate.Models.Training;

namespace Gate.Models.Trees;

/// <summary>The parameters of <c>decision_tree</c>, with scikit-learn's names and defaults.</summary>
/// <param name="Criterion">The impurity, or null for the task's own.</param>
/// <param name="MaxDepth">The largest depth, or null for no limit.</param>
/// <param name="MinSamplesSplit">The fewest rows of a node that is split.</param>
/// <param name="MinSamplesLeaf">The fewest rows of a leaf.</param>
/// <param name="MinImpurityDecrease">The least decrease of impurity, weighted by the node's share of all rows, that a split must
/// bring.</param>
/// <param name="CcpAlpha">The price of a leaf in minimal cost-complexity pruning; 0 does not prune.</param>
internal sealed record DecisionTreeOptions(string? Criterion, int? MaxDepth, int MinSamplesSplit, int MinSamplesLeaf,
    double MinImpurityDecrease, double CcpAlpha)
{
    public static IReadOnlyList<LearnerParameter> Parameters { get; } =
    [
        new("criterion", ParameterType.Choice, null, "The impurity that splits reduce; null is gini for classification and squared_error "
            + "for regression. log_loss is another name of entropy.", Choices: ["gini", "entropy", "log_loss", "squared_error"],
            Nullable: true),
        new("max_depth", ParameterType.Integer, null, "The largest number of splits between the root and a leaf; null is no limit.", Min: 1,
            Nullable: true),
        new("min_samples_split", ParameterType.Integer, 2.0, "A node with fewer rows is not split.", Min: 2),
        new("min_samples_leaf", ParameterType.Integer, 1.0, "A split that leaves fewer rows on a side is not considered.", Min: 1),
        new("min_impurity_decrease", ParameterType.Number, 0.0,
            "A split must reduce the impurity by at least this, weighted by the node's share of all rows.", Min: 0),
        new("ccp_alpha", ParameterType.Number, 0.0, "Minimal cost-complexity pruning: the impurity that a further leaf must be worth; 0 "
            + "does not prune.", Min: 0),
    ];

    public static DecisionTreeOptions From(IReadOnlyDictionary<string, object?> values)
    {
        var p = new ParameterValues("decision_tree", Parameters, values);
        return new(p.Choice("criterion"), p.OptionalInteger("max_depth"), p.Integer("min_samples_split"), p.Integer("min_samples_leaf"),
            p.Number("min_impurity_decrease"), p.Number("ccp_alpha"));
    }
}
