using Gate.Explain.Trees;
using Gate.Models;

namespace Gate.Tests.Explain.Trees;

/// <summary>Which trees are looked up, and which are walked.</summary>
public sealed class WaysOfLeavesRules
{
    [Fact]
    public void A_feature_that_comes_again_on_a_way_counts_once() =>
        Assert.Equal([1, 2, 2, 3, 3], WaysOfLeaves.Features(Chain(4, 1, 4, 0)));

    [Fact]
    public void A_tree_that_is_one_leaf_asks_for_nothing() => Assert.Equal([0], WaysOfLeaves.Features(Chain()));

    [Fact]
    public void Ways_of_more_features_than_a_table_is_made_for_are_walked()
    {
        FlatTree longest = Chain([.. Enumerable.Range(0, WaysOfLeaves.MostFeatures)]),
            longer = Chain([.. Enumerable.Range(0, WaysOfLeaves.MostFeatures + 1)]);
        Assert.True(WaysOfLeaves.AreShort([longest], 2000, 100));
        Assert.False(WaysOfLeaves.AreShort([longest, longer, longest], 2000, 100));
    }

    /// <summary>Few rows are walked down a tree sooner than tables are filled; each tree has to pay for its own.</summary>
    [Fact]
    public void Tables_that_cost_more_than_walking_are_not_made()
    {
        FlatTree small = Chain(0), large = Chain(0, 1, 2, 3, 4, 5, 6, 7);
        Assert.True(WaysOfLeaves.AreShort([small], 10, 1));
        Assert.False(WaysOfLeaves.AreShort([small with { ValuesPerNode = 6 }], 10, 1));
        Assert.False(WaysOfLeaves.AreShort([small, large], 10, 1));
        Assert.True(WaysOfLeaves.AreShort([small, large], 10, 100));
        Assert.True(WaysOfLeaves.AreShort([small, large], 10_000, 1));
    }

    /// <summary>A thousand leaves with the largest table that there is take the memory that there is for a tree.</summary>
    [Theory]
    [InlineData(1000, true)]
    [InlineData(1030, false)]
    public void Tables_of_a_tree_have_bounded_memory(int leaves, bool lookedUp) => Assert.Equal(lookedUp, WaysOfLeaves.AreShort(
        [Chain([.. Enumerable.Range(0, WaysOfLeaves.MostFeatures + leaves).Select(node => node % WaysOfLeaves.MostFeatures)])], 1 << 15,
        1000));

    /// <summary>Nodes in a row, each with a leaf on its left.</summary>
    private static FlatTree Chain(params int[] features)
    {
        int nodes = (2 * features.Length) + 1;
        int[] inner = [.. Enumerable.Range(0, nodes).Select(node => node % 2 == 0 && node < nodes - 1 ? node : -1)];
        return new([.. inner.Select(node => node < 0 ? -1 : features[node / 2])], new double[nodes], [.. inner.Select(_ => -1)],
            new bool[nodes], [.. inner.Select(node => node < 0 ? -1 : node + 1)], [.. inner.Select(node => node < 0 ? -1 : node + 2)],
            new double[nodes], 1, new double[nodes], []);
    }
}
