using System.Numerics;
using Gate.Data;
using Gate.Explain;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Explain.Trees;

/// <summary>Random trees with every kind of split, features that come again on a way, missing values and sets: values and interactions are
/// those of the definition, over all coalitions.</summary>
public sealed class TreeShapByBruteForce
{
    private const int Features = RandomTrees.Features;
    private const double Tolerance = 1e-10;

    [Theory]
    [InlineData(InputRule.Exact, 1, 6)]
    [InlineData(InputRule.Single, 1, 40)]
    [InlineData(InputRule.TinyIsZero, 7, 15)]
    public void Path_dependent_values_and_interactions_are_those_of_the_definition(InputRule inputs, double divisor, int leaves)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            var random = new Random(seed);
            FlatTree[] trees = TreesOfModels.Random(random, 5, leaves, withSets: seed % 3 > 0);
            ITreeModel model = TreesOfModels.Model(trees, new TreeSum(new int[5], [0.25], divisor, inputs), Features);
            Table rows = TreesOfModels.Rows(random, 12);
            double Worth(int row, int known) => (0.25 + trees.Sum(tree => BruteForce.Expected(tree, inputs,
                feature => TreesOfModels.Value(rows, feature, row), feature => (known >> feature & 1) != 0))) / divisor;
            Check(new TreeShap(model, new()), rows, Worth);
        }
    }

    [Theory]
    [InlineData(InputRule.Exact, 1, 6)]
    [InlineData(InputRule.Single, 1, 40)]
    [InlineData(InputRule.TinyIsZero, 7, 15)]
    public void Interventional_values_and_interactions_are_those_of_the_definition(InputRule inputs, double divisor, int leaves)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            var random = new Random(seed);
            FlatTree[] trees = TreesOfModels.Random(random, 5, leaves, withSets: seed % 3 > 0);
            ITreeModel model = TreesOfModels.Model(trees, new TreeSum(new int[5], [0.25], divisor, inputs), Features);
            Table rows = TreesOfModels.Rows(random, 12), background = TreesOfModels.Rows(random, 9);
            double Worth(int row, int known) => Enumerable.Range(0, 9).Average(other =>
                (0.25 + trees.Sum(tree => SlowWalk.Value(tree, inputs, Mixed(rows, row, background, other, known)))) / divisor);
            Check(new TreeShap(model, new(TreePerturbation.Interventional) { Background = background }), rows, Worth);
        }
    }

    [Theory]
    [InlineData(LinkKind.Logistic, 1)]
    [InlineData(LinkKind.Softmax, 3)]
    [InlineData(LinkKind.Softmax, 2)]
    [InlineData(LinkKind.Exp, 1)]
    public void Values_of_the_probability_are_those_of_the_definition(LinkKind kind, int outputs)
    {
        var random = new Random(3);
        FlatTree[] trees = TreesOfModels.Random(random, 8, 9, withSets: true);
        var sum = new TreeSum([.. Enumerable.Range(0, 8).Select(i => i % outputs)],
            [.. Enumerable.Range(0, outputs).Select(i => 0.1 * i)], 2, InputRule.Exact);
        ITreeModel model = TreesOfModels.Model(trees, sum, Features, kind);
        Table rows = TreesOfModels.Rows(random, 10), background = TreesOfModels.Rows(random, 7);
        double Score(Func<int, double> value, int output)
        {
            double[] sums = [.. sum.Base];
            for (int t = 0; t < trees.Length; t++) sums[sum.Outputs[t]] += SlowWalk.Value(trees[t], InputRule.Exact, value);
            for (int k = 0; k < outputs; k++) sums[k] /= 2;
            model.Link.Apply(sums);
            return sums[outputs == 2 ? 1 : output];
        }
        ShapValues found = new TreeShap(model, new(TreePerturbation.Interventional, ExplainedOutput.Probability)
            { Background = background }).Explain(rows);
        Assert.Equal(outputs == 2 ? 1 : outputs, found.Outputs.Count);
        Assert.InRange(found.AdditivityError, 0, Tolerance);
        for (int row = 0; row < rows.RowCount; row++)
            for (int output = 0; output < found.Outputs.Count; output++)
            {
                double Worth(int known) => Enumerable.Range(0, 7)
                    .Average(other => Score(Mixed(rows, row, background, other, known), output));
                double[] expected = BruteForce.Values(Features, Worth);
                for (int i = 0; i < Features; i++) Assert.Equal(expected[i], found[row, i, output], Tolerance);
                Assert.Equal(Worth(0), found.BaseValues[output], Tolerance);
            }
    }

    /// <summary>Columns that one raw column was encoded to are one player: known or unknown together.</summary>
    [Theory]
    [InlineData(TreePerturbation.TreePathDependent)]
    [InlineData(TreePerturbation.Interventional)]
    public void Features_of_one_raw_column_are_one_player(TreePerturbation perturbation)
    {
        var random = new Random(8);
        FlatTree[] trees = TreesOfModels.Random(random, 6, 20, withSets: false);
        ITreeModel model = TreesOfModels.Model(trees, new TreeSum(new int[6], [0], 1, InputRule.Exact), Features);
        Table rows = TreesOfModels.Rows(random, 8), background = TreesOfModels.Rows(random, 5);
        int[] player = [0, 1, 0, 2, 1, 3];
        int Known(int set) => Enumerable.Range(0, Features).Where(f => (set >> player[f] & 1) != 0).Sum(f => 1 << f);
        ShapValues found = new TreeShap(model, new(perturbation)
        {
            Background = background,
            Players = [.. player.Select(p => $"raw {p}")],
        }).Explain(rows);
        Assert.Equal(["raw 0", "raw 1", "raw 2", "raw 3"], found.Features);
        for (int row = 0; row < rows.RowCount; row++)
        {
            double Worth(int set) => perturbation == TreePerturbation.TreePathDependent
                ? trees.Sum(tree => BruteForce.Expected(tree, InputRule.Exact, f => TreesOfModels.Value(rows, f, row),
                    f => (Known(set) >> f & 1) != 0))
                : Enumerable.Range(0, 5).Average(other => trees.Sum(tree => SlowWalk.Value(tree, InputRule.Exact,
                    Mixed(rows, row, background, other, Known(set)))));
            double[] expected = BruteForce.Values(4, Worth);
            for (int i = 0; i < 4; i++) Assert.Equal(expected[i], found[row, i], Tolerance);
        }
    }

    /// <summary>Ways of more players than a cell has bits for, and more columns than one group of slots holds. A value is the sum of those
    /// of single trees, each of which has few enough players for all coalitions.</summary>
    [Theory]
    [InlineData(TreePerturbation.TreePathDependent)]
    [InlineData(TreePerturbation.Interventional)]
    public void Long_ways_and_many_columns(TreePerturbation perturbation)
    {
        const int Columns = 40, Each = 11;
        var random = new Random(4);
        FlatTree[] trees = [.. Enumerable.Range(0, 12).Select(t => Chain(random, Each, first: t * 3, bushy: t % 3 == 0))];
        ITreeModel model = TreesOfModels.Model(trees, new TreeSum(new int[12], [0], 1, InputRule.Exact), Columns + 8);
        Table Rows(int count) => new([.. Enumerable.Range(0, Columns + 8).Select(i => new NumericColumn($"x{i}",
            [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < 0.8 ? 0.2 : 0.9)]))]);
        Table rows = Rows(6), background = Rows(4);
        var explainer = new TreeShap(model, new(perturbation) { Background = background });
        ShapValues found = explainer.Explain(rows);
        ShapInteractions pairs = explainer.Interactions(rows);
        Assert.InRange(found.AdditivityError, 0, Tolerance);
        for (int row = 0; row < rows.RowCount; row++)
        {
            var expected = new double[Columns + 8];
            double pair = 0;
            foreach (FlatTree tree in trees)
            {
                int[] own = [.. tree.Feature.Where(feature => feature >= 0).Distinct()];
                bool IsKnown(int set, int feature) => (set >> Array.IndexOf(own, feature) & 1) != 0;
                double[] worths = [.. Enumerable.Range(0, 1 << own.Length).Select(set => perturbation == TreePerturbation.TreePathDependent
                    ? BruteForce.Expected(tree, InputRule.Exact, f => TreesOfModels.Value(rows, f, row), f => IsKnown(set, f))
                    : Enumerable.Range(0, 4).Average(other => SlowWalk.Value(tree, InputRule.Exact, f => IsKnown(set, f)
                        ? TreesOfModels.Value(rows, f, row) : TreesOfModels.Value(background, f, other))))];
                double[] values = BruteForce.Values(own.Length, set => worths[set]);
                for (int i = 0; i < own.Length; i++) expected[own[i]] += values[i];
                (int a, int b) = (Array.IndexOf(own, 9), Array.IndexOf(own, 11));
                if (a >= 0 && b >= 0) pair += BruteForce.Interaction(own.Length, a, b, set => worths[set]);
            }
            for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[row, i], Tolerance);
            Assert.Equal(pair, pairs[row, 9, 11], Tolerance);
        }
    }

    /// <summary>A tree each of whose inner nodes has another feature; bushy, or one way that most leaves hang on.</summary>
    private static FlatTree Chain(Random random, int inner, int first, bool bushy)
    {
        var nodes = new Gate.Models.Ensembles.TreeNodes(2 * inner + 1);
        int used = 1;
        var open = new List<int> { 0 };
        for (int i = 0; i < inner; i++)
        {
            int node = bushy ? open[0] : open[^1];
            open.Remove(node);
            (nodes.Feature[node], nodes.Threshold[node], nodes.Left[node], nodes.Right[node]) = (first + i, 0.5, used + 1, used);
            open.AddRange([used, used + 1]);
            used += 2;
        }
        for (int node = nodes.Count - 1; node >= 0; node--)
        {
            nodes.Value[node] = random.NextDouble() - 0.5;
            nodes.Weight[node] = nodes.Left[node] < 0 ? random.Next(1, 30)
                : nodes.Weight[nodes.Left[node]] + nodes.Weight[nodes.Right[node]];
        }
        return Gate.Models.Ensembles.TreeAssembly.Assemble(nodes, 48);
    }

    private static Func<int, double> Mixed(Table rows, int row, Table background, int other, int known) => feature =>
        (known >> feature & 1) != 0 ? TreesOfModels.Value(rows, feature, row) : TreesOfModels.Value(background, feature, other);

    private static void Check(TreeShap explainer, Table rows, Func<int, int, double> worth)
    {
        ShapValues found = explainer.Explain(rows);
        ShapInteractions pairs = explainer.Interactions(rows);
        Assert.InRange(found.AdditivityError, 0, Tolerance);
        for (int row = 0; row < rows.RowCount; row++)
        {
            double[] expected = BruteForce.Values(Features, known => worth(row, known));
            Assert.Equal(worth(row, 0), found.BaseValues[0], Tolerance);
            for (int i = 0; i < Features; i++)
            {
                Assert.Equal(expected[i], found[row, i], Tolerance);
                Assert.Equal(expected[i], Enumerable.Range(0, Features).Sum(j => pairs[row, i, j]), Tolerance);
                for (int j = i + 1; j < Features; j++)
                {
                    Assert.Equal(BruteForce.Interaction(Features, i, j, known => worth(row, known)), pairs[row, i, j], Tolerance);
                    Assert.Equal(pairs[row, i, j], pairs[row, j, i]);
                }
            }
        }
    }
}
