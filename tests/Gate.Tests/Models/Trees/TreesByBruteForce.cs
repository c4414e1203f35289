using CsCheck;
using Gate.Data;
using Gate.Models;
using Gate.Models.Trees;
using Gate.Tests.Properties;

namespace Gate.Tests.Models.Trees;

/// <summary>Small random tables on which every possible answer can be tried.</summary>
public class TreesByBruteForce
{
    private const int Cases = 40;
    private static readonly double[] alphas = [0.001, 0.01, 0.03, 0.1];

    private static readonly Gen<Row[]> tables = Gen.Select(Gen.Int[0, 4], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 7]), Gen.Int[-1, 3],
        Gen.Int[0, 1], Gen.Int[1, 3],
        (a, b, code, label, weight) => new Row(a, b.Item1 == 0 ? null : b.Item2 / 2.0, code, label, weight)).Array[6, 19];

    private static DecisionTreeModel Fit(TrainingData data, params (string, object?)[] parameters) =>
        (DecisionTreeModel)TestData.Learner("decision_tree", parameters).Fit(data);

    [Fact]
    public void No_stump_has_less_impurity() => RandomCases.Hold(tables, Cases, rows =>
    {
        (TrainingData data, double[][] numbers, int[] codes) = Columns(rows);
        FlatTree tree = Fit(data, ("max_depth", 1), ("min_samples_leaf", 2)).Tree;
        double best = double.PositiveInfinity;
        foreach (Func<int, bool> isLeft in AllStumps(numbers, codes))
        {
            int left = Enumerable.Range(0, codes.Length).Count(isLeft);
            if (left >= 2 && codes.Length - left >= 2) best = Math.Min(best, Loss(data, isLeft));
        }
        double found = tree.NodeCount == 1 ? double.PositiveInfinity : tree.Weight[1] * tree.Impurity[1] + tree.Weight[2]
            * tree.Impurity[2];
        Assert.Equal(best, found, 9);
    }, Print);

    [Fact]
    public void A_tree_without_limits_separates_what_differs() => RandomCases.Hold(tables, Cases, rows =>
    {
        (TrainingData data, double[][] numbers, int[] codes) = Columns(rows);
        double[] scores = Fit(data).Score(data.Features);
        for (int i = 0; i < codes.Length; i++)
        {
            int[] twins =
                [.. Enumerable.Range(0, codes.Length).Where(j => codes[i] == codes[j] && numbers.All(x => x[i].Equals(x[j])))];
            double weight = twins.Sum(j => data.Weights![j]), positive = twins.Where(j => data.Labels![j] == 1)
                .Sum(j => data.Weights![j]);
            Assert.Equal(positive / weight, scores[i], 12);
        }
    }, Print);

    [Fact]
    public void No_pruned_subtree_costs_less() => RandomCases.Hold(tables, Cases, rows =>
    {
        FlatTree tree = Fit(Columns(rows).Data, ("max_depth", 3)).Tree;
        foreach (double alpha in alphas)
        {
            FlatTree pruned = CostComplexityPruning.Prune(tree, alpha);
            (double cost, int leaves) = AllSubtrees(tree, 0, alpha).MinBy(subtree => (Math.Round(subtree.Cost, 9), subtree.Leaves));
            Assert.Equal(leaves, pruned.LeafCount);
            double found = Enumerable.Range(0, pruned.NodeCount).Where(node => pruned.Left[node] < 0)
                .Sum(node => pruned.Weight[node] / pruned.Weight[0] * pruned.Impurity[node] + alpha);
            Assert.Equal(cost, found, 9);
        }
    }, Print);

    [Fact]
    public void Sorting_small_nodes_finds_what_histograms_find()
    {
        var random = new Random(5);
        double[] x = [.. Enumerable.Range(0, 500).Select(_ => random.NextDouble())];
        int[] labels = [.. x.Select(value => value * 10 % 2 > 1 ? 1 : 0)];
        TrainingData data = TestData.Binary(labels, TestData.Numbers("x", x));
        DecisionTreeModel model = Fit(data); // deep nodes hold far fewer rows than there are distinct numbers
        Assert.Equal(1, TestData.Accuracy(model.Score(data.Features), labels));
        Assert.Equal(10, model.Tree.LeafCount);
    }

    private static IEnumerable<(double Cost, int Leaves)> AllSubtrees(FlatTree tree, int node, double alpha)
    {
        yield return (tree.Weight[node] / tree.Weight[0] * tree.Impurity[node] + alpha, 1);
        if (tree.Left[node] < 0) yield break;
        foreach (var left in AllSubtrees(tree, tree.Left[node], alpha))
            foreach (var right in AllSubtrees(tree, tree.Right[node], alpha))
                yield return (left.Cost + right.Cost, left.Leaves + right.Leaves);
    }

    private static IEnumerable<Func<int, bool>> AllStumps(double[][] numbers, int[] codes)
    {
        foreach (double[] x in numbers)
        {
            foreach (double threshold in x.Where(value => !double.IsNaN(value)).Distinct())
            {
                yield return row => x[row] <= threshold;
                yield return row => x[row] <= threshold || double.IsNaN(x[row]);
            }
        }
        foreach (int code in codes.Distinct()) yield return row => codes[row] == code;
    }

    private static double Loss(TrainingData data, Func<int, bool> isLeft)
    {
        double loss = 0;
        foreach (var side in Enumerable.Range(0, data.Labels!.Length).GroupBy(isLeft))
        {
            double weight = side.Sum(row => data.Weights![row]), positive = side.Where(row => data.Labels![row] == 1)
                .Sum(row => data.Weights![row]);
            loss += weight - (positive * positive + (weight - positive) * (weight - positive)) / weight;
        }
        return loss;
    }

    /// <summary>The first two rows have both classes, and no column is constant.</summary>
    private static (TrainingData Data, double[][] Numbers, int[] Codes) Columns(Row[] rows)
    {
        double[] a = [0, 1, .. rows[2..].Select(row => (double)row.A)], b = Array.ConvertAll(rows, row => row.B ?? double.NaN);
        int[] codes = Array.ConvertAll(rows, row => row.Code), labels = [0, 1, .. rows[2..].Select(row => row.Label)];
        var table = new Table([TestData.Numbers("a", a), TestData.Numbers("b", b), new CategoryColumn("c", codes, ["p", "q", "r", "s"])]);
        return (new(TaskType.BinaryClassification, table, ["no", "yes"], labels, null, Array.ConvertAll(rows, row => (double)row.Weight)),
            [a, b], codes);
    }

    private static string Print(Row[] rows) => string.Join("; ", rows.AsEnumerable());

    /// <summary>A number, a number or null for missing, a category or -1 for missing, a class and a weight.</summary>
    private sealed record Row(int A, double? B, int Code, int Label, int Weight);
}
