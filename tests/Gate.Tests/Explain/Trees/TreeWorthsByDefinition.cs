using Gate.Data;
using Gate.Explain;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Explain.Trees;

/// <summary>Random trees with every kind of split, features that come again on a way, missing values and sets: the worth of each coalition
/// is the mean of what mixed rows come to, walked one by one.</summary>
public sealed class TreeWorthsByDefinition
{
    private const int Features = RandomTrees.Features;
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(InputRule.Exact, 1, 1)]
    [InlineData(InputRule.Single, 3, 1)]
    [InlineData(InputRule.TinyIsZero, 7, 1)]
    [InlineData(InputRule.Exact, 2, 3)]
    public void Each_coalition_is_worth_the_mean_of_mixed_rows(InputRule inputs, double divisor, int outputs)
    {
        for (int seed = 0; seed < 4; seed++)
        {
            var random = new Random(seed);
            FlatTree[] trees = TreesOfModels.Random(random, 6, leaves: 25, withSets: seed > 0);
            var sum = new TreeSum([.. trees.Select((_, t) => t % outputs)], [.. Enumerable.Range(0, outputs).Select(k => 0.25 + k)],
                divisor, inputs);
            ITreeModel model = TreesOfModels.Model(trees, sum, Features, outputs == 1 ? LinkKind.Identity : LinkKind.Softmax);
            // Rows of the background come several times.
            Table rows = TreesOfModels.Rows(random, 9), background = TreesOfModels.Rows(random, 5).Take([0, 1, 2, 3, 4, 1, 1, 3]);
            int[] players = [.. Enumerable.Range(0, Features)];
            double[] worths = Worths(model, players, rows, background, 1, outputs: outputs).Of(2, 7, All(Features));
            for (int row = 2; row < 9; row++)
                for (int set = 0; set < 1 << Features; set++)
                    for (int k = 0; k < outputs; k++)
                        Assert.Equal(Mean(trees, sum, rows, row, background, set, k),
                            worths[((row - 2 << Features) + set) * outputs + k], Tolerance);
        }
    }

    /// <summary>A coalition says who of the players is in; features that are none have the background's values.</summary>
    [Fact]
    public void Features_that_are_no_players_are_in_no_coalition()
    {
        var random = new Random(11);
        FlatTree[] trees = TreesOfModels.Random(random, 3, 20, withSets: true);
        var sum = new TreeSum([0, 0, 0], [0], 1, InputRule.Exact);
        Table rows = TreesOfModels.Rows(random, 6), background = TreesOfModels.Rows(random, 7);
        int[] players = [5, 0, 3];
        double[] worths = Worths(TreesOfModels.Model(trees, sum, Features), players, rows, background, 1).Of(0, 6, All(3));
        for (int row = 0; row < 6; row++)
            for (int set = 0; set < 8; set++)
                Assert.Equal(Mean(trees, sum, rows, row, background, players.Where((_, i) => (set >> i & 1) != 0).Sum(f => 1 << f), 0),
                    worths[row * 8 + set], Tolerance);
    }

    /// <summary>More rows than are coded at once, more coalitions than one task takes, and a background of more rows than that.</summary>
    [Fact]
    public void The_same_bits_for_any_number_of_threads_and_rows_at_once()
    {
        var random = new Random(12);
        ITreeModel model = TreesOfModels.Model(TreesOfModels.Random(random, 4, 12, withSets: true), new TreeSum(new int[4], [0.5], 1,
            InputRule.Exact), Features);
        Table rows = TreesOfModels.Rows(random, 300), background = TreesOfModels.Rows(random, 600);
        bool[][] coalitions = [.. Enumerable.Range(0, 1100).Select(_ => Enumerable.Range(0, Features)
            .Select(_ => random.Next(2) == 0).ToArray())];
        int[] players = [.. Enumerable.Range(0, Features)];
        double[] one = Worths(model, players, rows, background, 1).Of(0, 300, coalitions);
        Assert.Equal(one, Worths(model, players, rows, background, 5).Of(0, 300, coalitions));
        Assert.Equal(one[(290 * 1100)..], Worths(model, players, rows, background, 2).Of(290, 10, coalitions));
        for (int c = 1020; c < 1030; c++)
            Assert.Equal(Mean(model.Trees, model.Sum, rows, 299, background, Enumerable.Range(0, Features)
                .Sum(f => coalitions[c][f] ? 1 << f : 0), 0), one[299 * 1100 + c], Tolerance);
    }

    [Fact]
    public void A_stop_is_heeded()
    {
        var random = new Random(13);
        ITreeModel model = TreesOfModels.Model(TreesOfModels.Random(random, 2, 9, withSets: false), new TreeSum([0, 0], [0], 1,
            InputRule.Exact), Features);
        using var source = new CancellationTokenSource();
        TreeWorths worths = Worths(model, [0, 1, 2, 3, 4, 5], TreesOfModels.Rows(random, 4), TreesOfModels.Rows(random, 4), 2,
            cancel: source.Token);
        Assert.NotEmpty(worths.Of(0, 4, All(Features)));
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => worths.Of(0, 4, All(Features)));
    }

    private static bool[][] All(int players) => [.. Enumerable.Range(0, 1 << players)
        .Select(set => Enumerable.Range(0, players).Select(player => (set >> player & 1) != 0).ToArray())];

    private static TreeWorths Worths(ITreeModel model, int[] players, Table rows, Table background, int threads, int outputs = 1,
        CancellationToken cancel = default) => TreeWorths.Of(model, ExplainedOutput.Raw, outputs, players, rows, background,
            coalitions: 1 << Features, InParallel.Options(threads, cancel))!;

    private static double Mean(IReadOnlyList<FlatTree> trees, TreeSum sum, Table rows, int row, Table background, int known, int output) =>
        Enumerable.Range(0, background.RowCount).Average(other => (sum.Base[output] + trees.Where((_, t) => sum.Outputs[t] == output)
            .Sum(tree => SlowWalk.Value(tree, sum.Inputs, feature => (known >> feature & 1) != 0
                ? TreesOfModels.Value(rows, feature, row) : TreesOfModels.Value(background, feature, other)))) / sum.Divisor);
}
