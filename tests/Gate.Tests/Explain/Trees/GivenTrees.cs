using System.Text.Json;
using Gate.Data;
using Gate.Models;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Explain.Trees;

/// <summary>A model of trees that a test gives, also such as have several values a leaf; scored as slowly as it likes.</summary>
internal sealed class GivenTrees(TaskType task, string[] features, IReadOnlyList<FlatTree> trees, TreeSum sum, OutputLink link,
    string[] classes) : ITreeModel
{
    public string Kind => "given";

    public TaskType Task => task;

    public IReadOnlyList<string> Features => features;

    public IReadOnlyList<ModelInput> Inputs => [.. features.Select(name => new ModelInput(name, InputKind.Number, [], true, null))];

    public IReadOnlyList<string> Classes => classes;

    public IReadOnlyList<KeyValuePair<string, string>> Facts => [];

    public IReadOnlyList<FlatTree> Trees => trees;

    public TreeSum Sum => sum;

    public OutputLink Link => link;

    public IReadOnlyList<int> Codes => [.. Enumerable.Range(0, classes.Length)];

    public IReadOnlyList<double[]> Read(Table rows) => [.. features.Select(name => ((NumericColumn)rows[name]).Values)];

    public double[] Score(Table rows, CancellationToken cancel = default) => ForEach(rows, own => link.Apply(own));

    /// <summary>The sums before the link.</summary>
    public double[] Sums(Table rows) => ForEach(rows, _ => { });

    private double[] ForEach(Table rows, Action<double[]> apply)
    {
        IReadOnlyList<double[]> columns = Read(rows);
        return [.. Enumerable.Range(0, rows.RowCount).SelectMany(row =>
        {
            double[] own = [.. sum.Base];
            for (int t = 0; t < trees.Count; t++)
            {
                int leaf = SlowWalk.Leaf(trees[t], sum.Inputs, feature => columns[feature][row]);
                for (int i = 0; i < trees[t].ValuesPerNode; i++)
                    own[sum.Outputs[t] + i] += trees[t].Values[leaf * trees[t].ValuesPerNode + i];
            }
            for (int k = 0; k < own.Length; k++) own[k] /= sum.Divisor;
            apply(own);
            return task == TaskType.BinaryClassification && own.Length == 2 ? own[1..] : own;
        })];
    }

    /// <summary>A model of scikit-learn as the reference files have it.</summary>
    public static GivenTrees OfScikitLearn(JsonElement model)
    {
        string kind = model.GetProperty("kind").GetString()!;
        bool boosted = kind.Contains("Boosting", StringComparison.Ordinal);
        bool classifier = kind.EndsWith("Classifier", StringComparison.Ordinal);
        double rate = model.TryGetProperty("learning_rate", out JsonElement learning) ? learning.GetDouble() : 1;
        FlatTree[] trees = [.. model.GetProperty("trees").EnumerateArray()
            .Select(tree => Tree(tree, rate, shares: classifier && !boosted))];
        int outputs = trees[0].ValuesPerNode;
        double[] start = model.TryGetProperty("init", out JsonElement init) ? GoldenJson.Numbers(init) : new double[outputs];
        var sum = new TreeSum([.. trees.Select(_ => 0)], start, boosted ? 1 : trees.Length,
            kind.StartsWith("Hist", StringComparison.Ordinal) ? InputRule.Exact : InputRule.Single);
        int classes = !classifier ? 0 : boosted ? 2 : outputs;
        TaskType task = classes switch { 0 => TaskType.Regression, 2 => TaskType.BinaryClassification,
            _ => TaskType.MulticlassClassification };
        return new(task, [.. model.GetProperty("features").EnumerateArray().Select(name => name.GetString()!)], trees, sum,
            new OutputLink(classifier && boosted ? LinkKind.Logistic : LinkKind.Identity), [.. Enumerable.Range(0, classes)
                .Select(i => $"class {i}")]);
    }

    private static FlatTree Tree(JsonElement tree, double rate, bool shares)
    {
        int[] Wholes(string name) => Array.ConvertAll(GoldenJson.Numbers(tree.GetProperty(name)), number => (int)number);
        int[] left = Wholes("children_left"), right = Wholes("children_right"), feature = Wholes("feature");
        if (tree.TryGetProperty("is_leaf", out _))
            foreach ((int node, int leaf) in Wholes("is_leaf").Index())
                if (leaf == 1) left[node] = right[node] = -1;
        double[] values = GoldenJson.Numbers(tree.GetProperty("value"));
        int each = values.Length / left.Length;
        for (int node = 0; node < left.Length; node++)
        {
            Span<double> own = values.AsSpan(node * each, each);
            double total = 0;
            foreach (double value in own) total += value;
            foreach (ref double value in own) value = shares ? value / total : value * rate;
            if (left[node] < 0) feature[node] = -1;
        }
        return new(feature, GoldenJson.Numbers(tree.GetProperty("threshold")), [.. left.Select(_ => -1)],
            tree.TryGetProperty("missing_go_to_left", out _) ? Array.ConvertAll(Wholes("missing_go_to_left"), side => side == 1)
                : new bool[left.Length], left, right, values, each, GoldenJson.Numbers(tree.GetProperty("weighted_n_node_samples")), []);
    }
}
