using Gate.Data;
using Gate.Models;
using Gate.Models.Trees;

namespace Gate.Tests.Models.Trees;

/// <summary>Small random tables on which every possible answer can be tried.</summary>
public class TreesByBruteForce
{
    private static IEnumerable<int> Seeds => Enumerable.Range(1, 40);

    private static DecisionTreeModel Fit(TrainingData data, params (string, object?)[] parameters) =>
        (DecisionTreeModel)TestData.Learner("decision_tree", parameters).Fit(data);

    [Fact]
    public void No_stump_has_less_impurity()
    {
        foreach (int seed in Seeds)
        {
            (TrainingData data, double[][] numbers, int[] codes) = RandomData(new Random(seed));
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
        }
    }

    [Fact]
    public void A_tree_without_limits_separates_what_differs()
    {
        foreach (int seed in Seeds)
        {
            (TrainingData data, double[][] numbers, int[] codes) = RandomData(new Random(seed));
            double[] scores = Fit(data).Score(data.Features);
            for (int i = 0; i < codes.Length; i++)
            {
                int[] twins =
                    [.. Enumerable.Range(0, codes.Length).Where(j => codes[i] == codes[j] && numbers.All(x => x[i].Equals(x[j])))];
                double weight = twins.Sum(j => data.Weights![j]), positive = twins.Where(j => data.Labels![j] == 1)
                    .Sum(j => data.Weights![j]);
                Assert.Equal(positive / weight, scores[i], 12);
            }
        }
    }

    [Fact]
    public void No_pruned_subtree_costs_less()
    {
        foreach (int seed in Seeds)
        {
            (TrainingData data, _, _) = RandomData(new Random(seed));
            FlatTree tree = Fit(data, ("max_depth", 3)).Tree;
            foreach (double alpha in new[] { 0.001, 0.01, 0.03, 0.1 })
            {
                FlatTree pruned = CostComplexityPruning.Prune(tree, alpha);
                (double cost, int leaves) = AllSubtrees(tree, 0, alpha).MinBy(subtree => (Math.Round(subtree.Cost, 9), subtree.Leaves));
                Assert.Equal(leaves, pruned.LeafCount);
                double found = Enumerable.Range(0, pruned.NodeCount).Where(node => pruned.Left[node] < 0)
                    .Sum(node => pruned.Weight[node] / pruned.Weight[0] * pruned.Impurity[node] + alpha);
                Assert.Equal(cost, found, 9);
            }
        }
    }

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

    /// <summary>Two columns of few numbers, one with missing values, and a category with missing values.</summary>
    private static (TrainingData Data, double[][] Numbers, int[] Codes) RandomData(Random random)
    {
        int rows = 6 + random.Next(14);
        double[] a = Column(_ => random.Next(5)), b = Column(_ => random.Next(4) == 0 ? double.NaN : random.Next(8) / 2.0);
        int[] codes = [.. Enumerable.Range(0, rows).Select(_ => random.Next(5) - 1)];
        int[] labels = [.. Enumerable.Range(0, rows).Select(i => i < 2 ? i : random.Next(2))];
        a[0] = 0;
        a[1] = 1; // no column is constant
        var table = new Table([TestData.Numbers("a", a), TestData.Numbers("b", b), new CategoryColumn("c", codes, ["p", "q", "r", "s"])]);
        return (new(TaskType.BinaryClassification, table, ["no", "yes"], labels, null, Column(_ => 1 + random.Next(3))), [a, b], codes);

        double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, rows).Select(value)];
    }
}
