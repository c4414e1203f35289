namespace Gate.Explain.Trees;

/// <summary>Cuts a tree into cells, each as large as its bits allow. Leaves on whose way there are too many players stay alone.</summary>
internal sealed class CellPlan
{
    private readonly PathTree tree;
    private readonly List<Cell> cells = [];
    private readonly List<int> alone = [];
    private int leaves;

    private CellPlan(PathTree tree) => this.tree = tree;

    /// <summary>The cells of a tree, and its leaves that are in none.</summary>
    public static (Cell[] Cells, int[] Alone) Of(PathTree tree)
    {
        var plan = new CellPlan(tree);
        plan.Visit(0, []);
        return ([.. plan.cells], [.. plan.alone]);
    }

    private void Visit(int node, Literal[] way)
    {
        int[] players = [.. way.Select(literal => tree.Player[literal.Node]).Distinct()];
        int[] inner = [.. Inner(node)];
        if (players.Length + inner.Length <= Cell.MostBits)
        {
            if (players.Length + inner.Length > 0) cells.Add(Make(way, players, inner));
            leaves += inner.Length + 1;
        }
        else if (tree.IsLeaf(node)) alone.Add(leaves++);
        else
        {
            Visit(tree.Child(node, true), [.. way, new(node, true)]);
            Visit(tree.Child(node, false), [.. way, new(node, false)]);
        }
    }

    private Cell Make(Literal[] way, int[] players, int[] inner)
    {
        Literal[][] bits = [.. players.Select(player => way.Where(literal => tree.Player[literal.Node] == player).ToArray()),
            .. inner.Select(node => new Literal[] { new(node, true) })];
        return new(bits, [.. Enumerable.Range(leaves, inner.Length + 1).Select(leaf => LeafOf(leaf, players, inner))]);
    }

    private CellLeaf LeafOf(int index, int[] players, int[] inner)
    {
        LeafPath path = tree.Leaves[index];
        int[] ones = new int[path.Players.Length], zeros = new int[path.Players.Length];
        for (int j = 0; j < ones.Length; j++)
        {
            int known = Array.IndexOf(players, path.Players[j]);
            if (known >= 0) ones[j] |= 1 << known;
            foreach (Literal literal in path.Literals[j])
                if (Array.IndexOf(inner, literal.Node) is >= 0 and int at) (literal.Left ? ones : zeros)[j] |= 1 << players.Length + at;
        }
        return new(index, ones, zeros);
    }

    /// <summary>The inner nodes from a node on, at least one more than fit where there are more.</summary>
    private IEnumerable<int> Inner(int root)
    {
        var open = new Stack<int>([root]);
        int found = 0;
        while (found <= Cell.MostBits && open.TryPop(out int node))
        {
            if (tree.IsLeaf(node)) continue;
            found++;
            yield return node;
            open.Push(tree.Child(node, false));
            open.Push(tree.Child(node, true));
        }
    }
}
