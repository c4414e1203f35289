using System.Globalization;

namespace Gate.Models.Ensembles;

/// <summary>What a person wants to know of an ensemble.</summary>
internal static class EnsembleFacts
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IReadOnlyList<FlatTree> trees, int rounds, TreeSum sum)
    {
        var facts = new List<KeyValuePair<string, string>>
        {
            new("trees", Text(trees.Count)),
            new("rounds", Text(rounds)),
            new("leaves", Text(trees.Sum(tree => (long)tree.LeafCount))),
            new("depth", Text(trees.Max(tree => tree.Depth()))),
        };
        if (sum.Divisor != 1) facts.Add(new("values of trees", "averaged"));
        return facts;
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
