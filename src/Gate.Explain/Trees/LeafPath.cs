namespace Gate.Explain.Trees;

/// <summary>One side of a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Left">Whether it is the left one.</param>
internal readonly record struct Literal(int Node, bool Left);

/// <summary>
/// The way from the root to a leaf, by players: what each of them asks of a row (all its nodes on the way together), and the share of rows
/// that pass its nodes. A leaf's part in any Shapley value depends on nothing else.
/// </summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Players">The players on the way, each once, in the order of their first node.</param>
/// <param name="Literals">What each of them asks.</param>
/// <param name="Shares">The product of the shares at the nodes of each.</param>
internal sealed record LeafPath(int Leaf, int[] Players, Literal[][] Literals, double[] Shares)
{
    /// <summary>So many players can stand on one way: what a row fulfils is bits of a number.</summary>
    public const int MostPlayers = 64;

    /// <summary>All players' bits.</summary>
    public ulong Full => Players.Length == MostPlayers ? ulong.MaxValue : (1UL << Players.Length) - 1;

    /// <summary>The ways to all leaves of a tree, from left to right.</summary>
    /// <exception cref="Models.ModelException">There are too many players on a way.</exception>
    public static IEnumerable<LeafPath> Of(PathTree tree)
    {
        var open = new Stack<(int Node, Literal[] Way)>([(0, [])]);
        while (open.TryPop(out (int Node, Literal[] Way) next))
        {
            if (tree.IsLeaf(next.Node))
            {
                yield return Of(tree, next.Node, next.Way);
                continue;
            }
            open.Push((tree.Child(next.Node, false), [.. next.Way, new(next.Node, false)]));
            open.Push((tree.Child(next.Node, true), [.. next.Way, new(next.Node, true)]));
        }
    }

    private static LeafPath Of(PathTree tree, int leaf, Literal[] way)
    {
        int[] players = [.. way.Select(literal => tree.Player[literal.Node]).Distinct()];
        if (players.Length > MostPlayers)
            throw new Models.ModelException($"one way through a tree asks for {players.Length} columns; Tree SHAP takes up to "
                + $"{MostPlayers}. Use a tree of less depth, or explain it with kernel_shap or permutation_shap");
        Literal[][] literals = Array.ConvertAll(players, player => way.Where(literal => tree.Player[literal.Node] == player).ToArray());
        return new(leaf, players, literals, Array.ConvertAll(literals,
            own => own.Aggregate(1.0, (share, literal) => share * tree.Share(literal.Node, literal.Left))));
    }
}
