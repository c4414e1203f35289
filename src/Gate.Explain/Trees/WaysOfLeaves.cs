using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>How many features stand on the ways to the leaves of trees, and whether tables over them cost less than walking down the
/// trees.</summary>
internal static class WaysOfLeaves
{
    /// <summary>A table has an entry for each set of the features on a way: with so many 32 KB.</summary>
    public const int MostFeatures = 12;

    // The tables of a tree take no more numbers than this (32 MB).
    private const long MostNumbers = 1 << 22;

    // Mixing a row and walking it down a tree takes about as long as looking up so many numbers (22 and 2 ns where it was measured).
    private const double LookUpsPerWalk = 10;

    /// <summary>Whether worths by the tables of leaves take less time than those by walking, for each tree. Nothing here depends on how
    /// many rows are explained, so that a row's values do not either.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="coalitions">How many coalitions are asked for in each row.</param>
    /// <param name="background">How many rows the background has.</param>
    public static bool AreShort(IReadOnlyList<FlatTree> trees, int coalitions, int background) => trees.All(tree =>
    {
        int[] features = [.. Features(tree)];
        if (features.Any(count => count > MostFeatures)) return false;
        long numbers = features.Sum(count => 1L << count);
        // Filling a table takes half a sum for each entry and feature. Each value of a leaf is looked up for itself; a walk finds all.
        double filled = features.Sum(count => (1 << count) * (1 + count / 2.0));
        double lookedUp = (double)features.Length * tree.ValuesPerNode * coalitions;
        return numbers <= MostNumbers && filled + lookedUp <= LookUpsPerWalk * coalitions * background;
    });

    /// <summary>For each leaf how many features stand on the way to it, each once.</summary>
    public static IEnumerable<int> Features(FlatTree tree)
    {
        var above = new Stack<(int Node, int[] Features)>([(0, [])]);
        while (above.TryPop(out (int Node, int[] Features) next))
        {
            if (tree.Left[next.Node] < 0)
            {
                yield return next.Features.Length;
                continue;
            }
            int feature = tree.Feature[next.Node];
            int[] own = next.Features.Contains(feature) ? next.Features : [.. next.Features, feature];
            above.Push((tree.Right[next.Node], own));
            above.Push((tree.Left[next.Node], own));
        }
    }
}
