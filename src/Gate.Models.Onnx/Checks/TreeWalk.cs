using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Checks;

/// <summary>Walks through trees that are stored as indices of children.</summary>
internal static class TreeWalk
{
    /// <summary>Holds that no node is the child of two, none its own descendant, and none too deep.</summary>
    /// <param name="node">The operator, for messages.</param>
    /// <param name="count">The number of nodes.</param>
    /// <param name="children">Both children of a node; -1 for none.</param>
    public static void Require(OnnxNode node, int count, Func<int, (int True, int False)> children)
    {
        var parents = new int[count];
        for (int i = 0; i < count; i++)
        {
            (int left, int right) = children(i);
            if (left >= 0) parents[left]++;
            if (right >= 0) parents[right]++;
        }
        if (Array.Exists(parents, number => number > 1)) throw ClassicalCheck.Wrong(node, "a node of a tree is the child of two");
        // With one parent at most, whatever is not reached from a root lies on a circle.
        var open = new Stack<(int Node, int Depth)>();
        int reached = 0;
        for (int root = 0; root < count; root++)
        {
            if (parents[root] > 0) continue;
            open.Push((root, 0));
            while (open.TryPop(out (int Node, int Depth) at))
            {
                if (at.Depth > OnnxLimits.TreeDepth)
                    throw ClassicalCheck.Wrong(node, $"a tree is more than {OnnxLimits.TreeDepth} splits deep");
                reached++;
                (int left, int right) = children(at.Node);
                if (left >= 0) open.Push((left, at.Depth + 1));
                if (right >= 0) open.Push((right, at.Depth + 1));
            }
        }
        if (reached < count) throw ClassicalCheck.Wrong(node, "the nodes of a tree form a circle");
    }
}
