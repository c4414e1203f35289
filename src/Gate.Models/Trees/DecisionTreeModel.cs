using System.Globalization;
using Gate.Data;
using Gate.Models.Features;
using Gate.Models.Numerics;
using Gate.Models.Serialization;

namespace Gate.Models.Trees;

/// <summary>A fitted decision tree.</summary>
internal sealed class DecisionTreeModel : ITreeModel, IDigestedModel, IUsesFeatures, IRescores
{
    private readonly bool[] used;

    public DecisionTreeModel(TaskType task, IReadOnlyList<string> classes, ModelInput[] schema, FlatTree tree, string criterion,
        int prunedLeaves)
    {
        (Task, Classes, Schema, Tree) = (task, [.. classes], schema, tree);
        Features = Array.ConvertAll(schema, feature => feature.Name);
        used = new bool[schema.Length];
        foreach (int feature in tree.Feature)
            if (feature >= 0) used[feature] = true;
        UsedFeatures = [.. Features.Where((_, i) => used[i])];
        Facts = Describe(criterion, prunedLeaves);
        CanonicalBytes canonical = Canonical();
        (Digest, Size) = (canonical.Digest(), canonical.Length);
    }

    public string Kind => DecisionTreeLearner.Info.Name;

    public TaskType Task { get; }

    public IReadOnlyList<string> Features { get; }

    public IReadOnlyList<string> Classes { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    public IReadOnlyList<string> UsedFeatures { get; }

    public string Digest { get; }

    public long Size { get; }

    public IReadOnlyList<ModelInput> Inputs => Schema;

    public IReadOnlyList<FlatTree> Trees => [Tree];

    public TreeSum Sum => new([0], new double[Tree.ValuesPerNode], 1, InputRule.Exact);

    public OutputLink Link { get; } = new(LinkKind.Identity);

    public IReadOnlyList<int> Codes => [.. Enumerable.Range(0, Classes.Count)];

    internal ModelInput[] Schema { get; }

    internal FlatTree Tree { get; }

    public double[] Score(Table features, CancellationToken cancel = default)
    {
        FeatureValues[] values = FeatureBinding.Bind(features, Schema, feature => used[feature]);
        return Score(values, features.RowCount, cancel);
    }

    public IRescoring Prepare(Table features, CancellationToken cancel = default) =>
        new Rescoring(this, FeatureBinding.Bind(features, Schema, feature => used[feature]), features.RowCount);

    public IReadOnlyList<double[]> Read(Table features) =>
        Array.ConvertAll(FeatureBinding.Bind(features, Schema, feature => used[feature]), values => values.AsNumbers());

    private double[] Score(FeatureValues[] values, int rows, CancellationToken cancel)
    {
        int width = Task == TaskType.MulticlassClassification ? Classes.Count : 1;
        var scores = new double[rows * width];
        RowBlocks.ForEach(rows, (_, first, end) =>
        {
            for (int row = first; row < end; row++) Write(LeafOf(values, row), scores.AsSpan(row * width, width));
        }, cancel);
        return scores;
    }

    /// <summary>Columns that stay need not be brought into the form of training again.</summary>
    private sealed class Rescoring(DecisionTreeModel model, FeatureValues[] values, int rows) : IRescoring
    {
        public double[] Score(Column column, CancellationToken cancel = default)
        {
            FeatureValues[] changed = [.. values];
            int feature = Array.FindIndex(model.Schema, info => info.Name == column.Name);
            changed[feature] = FeatureBinding.Bind(column, model.Schema[feature]);
            return model.Score(changed, rows, cancel);
        }
    }

    private void Write(int leaf, Span<double> score)
    {
        if (Task == TaskType.BinaryClassification) score[0] = Tree.Values[2 * leaf + 1];
        else Tree.Values.AsSpan(leaf * Tree.ValuesPerNode, Tree.ValuesPerNode).CopyTo(score);
    }

    private int LeafOf(FeatureValues[] values, int row)
    {
        int node = 0;
        while (Tree.Left[node] >= 0)
        {
            FeatureValues column = values[Tree.Feature[node]];
            bool left;
            if (column.Numbers is { } numbers)
            {
                double number = numbers[row];
                left = number <= Tree.Threshold[node] || (double.IsNaN(number) && Tree.MissingLeft[node]);
            }
            else left = column.Levels![row] != Tree.Level[node];
            node = left ? Tree.Left[node] : Tree.Right[node];
        }
        return node;
    }

    private List<KeyValuePair<string, string>> Describe(string criterion, int prunedLeaves)
    {
        var facts = new List<KeyValuePair<string, string>>
        {
            new("depth", Tree.Depth().ToString(CultureInfo.InvariantCulture)),
            new("leaves", Tree.LeafCount.ToString(CultureInfo.InvariantCulture)),
            new("criterion", criterion),
        };
        if (prunedLeaves > 0) facts.Add(new("pruned leaves", prunedLeaves.ToString(CultureInfo.InvariantCulture)));
        facts.Add(new("features in splits", UsedFeatures.Count == 0 ? "none" : string.Join(", ", UsedFeatures)));
        double[] importances = Tree.ImpurityImportances(Schema.Length);
        IEnumerable<string> ranked = importances.Select((share, feature) => (share, feature)).Where(entry => entry.share > 0)
            .OrderByDescending(entry => entry.share)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{Features[entry.feature]} {entry.share:0.000}"));
        if (UsedFeatures.Count > 0) facts.Add(new("impurity importances", string.Join(", ", ranked)));
        if (FeatureSchema.DroppedText(Schema) is { } dropped) facts.Add(new("dropped features", dropped));
        return facts;
    }

    private CanonicalBytes Canonical()
    {
        var bytes = new CanonicalBytes(this);
        // The texts of categories and not their numbers, which depend on what else occurred in training.
        string[] tests = Tree.Level.Select((level, node) => level < 0 ? "<=" : "==" + Schema[Tree.Feature[node]].LevelName(level))
            .ToArray();
        return bytes.Numbers(Tree.Feature).Numbers(Tree.Threshold).Texts(tests)
            .Numbers(Array.ConvertAll(Tree.MissingLeft, Convert.ToInt32)).Numbers(Tree.Left).Numbers(Tree.Right).Numbers(Tree.Values);
    }
}
