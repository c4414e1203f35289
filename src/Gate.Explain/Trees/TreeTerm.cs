namespace Gate.Explain.Trees;

/// <summary>Where a value of a tree's leaves goes.</summary>
/// <param name="Value">Which value of a leaf.</param>
/// <param name="Output">The explained output.</param>
/// <param name="Factor">What it is multiplied by.</param>
internal readonly record struct TreeTerm(int Value, int Output, double Factor);

/// <summary>A tree with the games of its leaves.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Games">One for each leaf, from left to right.</param>
/// <param name="Terms">Where its values go.</param>
internal sealed record TreeGames(PathTree Tree, LeafGame[] Games, TreeTerm[] Terms)
{
    /// <summary>What a leaf adds to an output for certain.</summary>
    public double Worth(int leaf, TreeTerm term) => Tree.Value(Tree.Leaves[leaf].Leaf, term.Value) * term.Factor;
}
