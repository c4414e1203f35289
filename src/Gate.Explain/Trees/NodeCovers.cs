using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>How many rows came to each node.</summary>
internal static class NodeCovers
{
    /// <summary>Whether a tree says it of itself.</summary>
    public static bool Has(FlatTree tree) => tree.Left[0] < 0
        || (tree.Weight[0] > 0 && tree.Weight[tree.Left[0]] + tree.Weight[tree.Right[0]] > 0);

    /// <summary>Counts the rows that come to each node.</summary>
    public static double[] Route(FlatTree tree, NodeTest[] tests, RowCodes rows)
    {
        var counts = new double[tree.NodeCount];
        for (int row = 0; row < rows.Rows; row++)
        {
            int node = 0;
            counts[0]++;
            while (tree.Left[node] >= 0)
            {
                NodeTest test = tests[node];
                bool left = test.ByLevel ? test.LevelGoesLeft(rows.Levels[test.Lane][row]) : rows.Numbers[test.Lane][row] <= test.Limit;
                node = left ? tree.Left[node] : tree.Right[node];
                counts[node]++;
            }
        }
        return counts;
    }
}
