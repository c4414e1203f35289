using Gate.Data;

namespace Gate.Explain.Trees;

/// <summary>What stands in for columns that a coalition lacks: shap's <c>feature_perturbation</c>.</summary>
public enum TreePerturbation
{
    /// <summary>Both sides of the column's nodes, by the shares of training rows that went there.</summary>
    TreePathDependent,

    /// <summary>The column's values in the rows of a background, whatever the other columns are.</summary>
    Interventional,
}

/// <summary>How Tree SHAP explains.</summary>
/// <param name="Perturbation">What stands in for columns that a coalition lacks.</param>
/// <param name="Output">Which output is explained; probabilities and decisions need <see cref="TreePerturbation.Interventional"/>.</param>
/// <param name="Threads">How many threads may work; 0 for all cores. The result does not depend on it.</param>
public sealed record TreeShapOptions(TreePerturbation Perturbation = TreePerturbation.TreePathDependent,
    ExplainedOutput Output = ExplainedOutput.Raw, int Threads = 0)
{
    /// <summary>The rows of the background: needed for <see cref="TreePerturbation.Interventional"/>. Path-dependent, they are routed
    /// through the trees to count how many come to each node, where the model does not say it.</summary>
    public Table? Background { get; init; }

    /// <summary>For <see cref="ExplainedOutput.Decision"/>: from this score on the positive class is said.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>The player that each feature of the model belongs to, by the name that the result gives it; null: each feature is a player
    /// of its own. Features of one player, such as the columns that one raw column was encoded to, are known or unknown together, and their
    /// common value is a Shapley value of its own, not the sum of theirs.</summary>
    public IReadOnlyList<string>? Players { get; init; }
}
