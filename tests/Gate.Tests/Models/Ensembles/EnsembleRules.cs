using Gate.Data;
using Gate.Models;
using Gate.Models.Ensembles;

namespace Gate.Tests.Models.Ensembles;

/// <summary>Random trees with every kind of split: the fast walk gives what a walk by the documentation gives.</summary>
public sealed class EnsembleRules
{
    private const int Features = 6, Categories = 2;

    [Theory]
    [InlineData(InputRule.Exact, 1, 3)]
    [InlineData(InputRule.Single, 1, 2)]
    [InlineData(InputRule.TinyIsZero, 7, 1)]
    public void Sums_are_those_of_a_walk_by_the_book(InputRule inputs, double divisor, int outputs)
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            FlatTree[] trees = [.. Enumerable.Range(0, 12).Select(_ => RandomTree(random, 1 + random.Next(40), withSets: seed % 3 > 0))];
            int[] to = [.. trees.Select(_ => random.Next(outputs))];
            double[] starts = [.. Enumerable.Range(0, outputs).Select(_ => random.NextDouble())];
            var ensemble = new TreeEnsemble(trees, Features, new TreeSum(to, starts, divisor, inputs));
            int rows = random.Next(1, 700);
            double[][] columns = [.. Enumerable.Range(0, Features).Select(_ => Enumerable.Range(0, rows)
                .Select(_ => RandomValue(random)).ToArray())];
            double[] sums = ensemble.Sums(columns, rows);
            for (int row = 0; row < rows; row++)
                for (int k = 0; k < outputs; k++)
                {
                    double expected = starts[k];
                    for (int t = 0; t < trees.Length; t++)
                        if (to[t] == k) expected += SlowWalk.Value(trees[t], inputs, f => columns[f][row]);
                    Assert.Equal(expected / divisor, sums[row * outputs + k]);
                }
        }
    }

    [Fact]
    public void The_same_rows_give_the_same_sums_wherever_they_stand()
    {
        var random = new Random(5);
        FlatTree[] trees = [.. Enumerable.Range(0, 40).Select(_ => RandomTree(random, 31, withSets: true))];
        var ensemble = new TreeEnsemble(trees, Features, new TreeSum(new int[40], [0.1], 1, InputRule.TinyIsZero));
        double[][] columns = [.. Enumerable.Range(0, Features).Select(_ => Enumerable.Range(0, 9001).Select(_ => RandomValue(random))
            .ToArray())];
        double[] all = ensemble.Sums(columns, 9001);
        for (int first = 0; first < 9001; first += 777)
        {
            int rows = Math.Min(777, 9001 - first);
            Assert.Equal(all[first..(first + rows)], ensemble.Sums([.. columns.Select(c => c[first..(first + rows)])], rows));
        }
    }

    [Fact]
    public void A_feature_that_is_a_number_here_and_a_category_there_is_refused()
    {
        FlatTree number = Stump(null), category = Stump(new LevelSet([2]));
        Assert.Contains("feature 0 is a number in some splits", Assert.Throws<ModelException>(() => new TreeEnsemble([number, category], 1,
            new TreeSum([0, 0], [0], 1, InputRule.Exact))).Message, StringComparison.Ordinal);
        Assert.True(new TreeEnsemble([category], 1, new TreeSum([0], [0], 1, InputRule.Exact)).IsCategory(0));
    }

    [Fact]
    public void A_node_with_two_parents_or_an_index_out_of_range_is_refused()
    {
        FlatTree good = Stump(null);
        FlatTree[] bad = [good with { Right = [1, -1, -1] }, good with { Left = [3, -1, -1] }, good with { Left = [0, -1, -1] },
            good with { Feature = [1, -1, -1] }, good with { Threshold = [1] }, good with { Level = [0, -1, -1] }];
        foreach (FlatTree tree in bad)
            Assert.Throws<ModelException>(() => new TreeEnsemble([tree], 1, new TreeSum([0], [0], 1, InputRule.Exact)));
        Assert.Throws<ModelException>(() => new TreeEnsemble([good], 1, new TreeSum([1], [0], 1, InputRule.Exact)));
        Assert.Throws<ModelException>(() => new TreeEnsemble([good], 1, new TreeSum([], [0], 1, InputRule.Exact)));
    }

    private static FlatTree Stump(LevelSet? set) => new([0, -1, -1], [1.5, 0, 0], [-1, -1, -1], [false, false, false], [1, -1, -1],
        [2, -1, -1], [0, 1, 2], 1, [3, 2, 1], []) { LeftLevels = set is null ? null : [set, null, null] };

    private static double RandomValue(Random random) => random.Next(12) switch
    {
        0 => double.NaN,
        1 => 0,
        2 => 1e-36,
        3 => -0.5,
        4 => -1e-36,
        5 => 1e300,
        6 => -3,
        7 => 0.1f,
        8 => 0.1,
        _ => random.Next(-2, 80) * 0.5,
    };

    private static FlatTree RandomTree(Random random, int leaves, bool withSets)
    {
        int count = 2 * leaves - 1;
        var nodes = new TreeNodes(count);
        int used = 1;
        var open = new List<int> { 0 };
        for (int i = 0; i < count; i++) nodes.Value[i] = random.NextDouble() - 0.5;
        while (used < count)
        {
            int node = open[random.Next(open.Count)];
            open.Remove(node);
            (nodes.Left[node], nodes.Right[node]) = (used, used + 1);
            open.AddRange([used, used + 1]);
            used += 2;
            nodes.Feature[node] = random.Next(withSets ? Features : Features - Categories);
            nodes.MissingLeft[node] = random.Next(2) == 0;
            if (nodes.Feature[node] >= Features - Categories)
                nodes.Set[node] = new LevelSet([(uint)random.NextInt64(), (uint)random.NextInt64()]);
            else
                (nodes.Threshold[node], nodes.Rule[node]) = (random.Next(4) == 0 ? 0.1f : random.Next(-2, 80) * 0.5,
                    (MissingRule)random.Next(3));
        }
        return TreeAssembly.Assemble(nodes, Features);
    }
}
