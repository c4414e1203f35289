using Gate.Models;
using Gate.Models.Ensembles;

namespace Gate.Tests.Models.Ensembles;

/// <summary>Random trees with every kind of split: the fast walk gives what a walk by the documentation gives.</summary>
public sealed class EnsembleRules
{
    private const int Features = RandomTrees.Features;

    [Theory]
    [InlineData(InputRule.Exact, 1, 3)]
    [InlineData(InputRule.Single, 1, 2)]
    [InlineData(InputRule.TinyIsZero, 7, 1)]
    public void Sums_are_those_of_a_walk_by_the_book(InputRule inputs, double divisor, int outputs)
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            FlatTree[] trees = [.. Enumerable.Range(0, 12)
                .Select(_ => RandomTrees.Tree(random, 1 + random.Next(40), withSets: seed % 3 > 0))];
            int[] to = [.. trees.Select(_ => random.Next(outputs))];
            double[] starts = [.. Enumerable.Range(0, outputs).Select(_ => random.NextDouble())];
            var ensemble = new TreeEnsemble(trees, Features, new TreeSum(to, starts, divisor, inputs));
            int rows = random.Next(1, 700);
            double[][] columns = [.. Enumerable.Range(0, Features).Select(_ => Enumerable.Range(0, rows)
                .Select(_ => RandomTrees.Value(random)).ToArray())];
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
        FlatTree[] trees = [.. Enumerable.Range(0, 40).Select(_ => RandomTrees.Tree(random, 31, withSets: true))];
        var ensemble = new TreeEnsemble(trees, Features, new TreeSum(new int[40], [0.1], 1, InputRule.TinyIsZero));
        double[][] columns = [.. Enumerable.Range(0, Features).Select(_ => Enumerable.Range(0, 9001).Select(_ => RandomTrees.Value(random))
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
}
