using Gate.Models.Ensembles;
using Gate.Models.Onnx.Graphs;
using Gate.Wording;

namespace Gate.Models.Onnx.Lifting;

/// <summary>From the values that trees compare to the columns of the model: several values of one column are one feature.</summary>
internal sealed class ColumnLanes
{
    private readonly IReadOnlyList<Lane> lanes;
    private readonly string[] columns;
    private readonly int[] featureOf;

    /// <param name="lanes">What the step reads, in its order.</param>
    /// <param name="columns">The columns of the model.</param>
    /// <param name="trees">The trees, whose features are places among the lanes.</param>
    /// <param name="isClassic">Whether the step compares whole numbers in single precision.</param>
    /// <exception cref="ModelException">A column is read in two ways, or in one that trees of Gate do not have.</exception>
    public ColumnLanes(IReadOnlyList<Lane> lanes, IReadOnlyList<string> columns, IReadOnlyList<SumTree> trees, bool isClassic)
    {
        this.columns = [.. columns];
        this.lanes = [.. lanes.Select(lane => isClassic && lane.Codes is null && lane.Type is not (ElementType.Float or ElementType.Double)
            ? lane with { Rule = InputRule.Single } : lane)];
        featureOf = [.. lanes.Select(lane => Array.IndexOf(this.columns, lane.Column))];
        var used = new HashSet<int>();
        var sets = new HashSet<int>();
        foreach (LiftedNode node in trees.SelectMany(tree => tree.Nodes).Where(node => node.Mode != NodeMode.Leaf))
        {
            if (node.Lane >= lanes.Count) throw new ModelException($"its trees read the value {node.Lane}, and there are {lanes.Count}");
            used.Add(node.Lane);
            if (node.Mode is NodeMode.Member or NodeMode.Equal or NodeMode.Unequal) sets.Add(featureOf[node.Lane]);
        }
        Sets = sets;
        Lane[] read = [.. used.Order().Select(lane => this.lanes[lane])];
        Rule = RuleOf(read);
        Read = [.. this.columns.Select(column => Of(column, read))];
    }

    /// <summary>What is done to numbers before they are compared.</summary>
    public InputRule Rule { get; }

    /// <summary>How each column is read; null for one that no split reads.</summary>
    public IReadOnlyList<Lane?> Read { get; }

    /// <summary>The columns that sets part.</summary>
    public IReadOnlySet<int> Sets { get; }

    /// <summary>The column of a value.</summary>
    public int FeatureOf(int lane) => featureOf[lane];

    /// <summary>What a split takes for missing.</summary>
    public MissingRule MissingOf(int lane) => lanes[lane].Missing;

    private static InputRule RuleOf(Lane[] read)
    {
        InputRule[] rules = [.. read.Where(lane => lane.Codes is null).Select(lane => lane.Rule).Distinct()];
        return rules.Length < 2 ? rules.FirstOrDefault()
            : throw new ModelException("some of its columns are compared in single precision and others in double");
    }

    private static Lane? Of(string column, Lane[] read)
    {
        Lane[] mine = [.. read.Where(lane => lane.Column == column)];
        if (mine.Length == 0) return null;
        Lane first = mine[0];
        if (mine.Any(lane => lane.Type == ElementType.String)) throw Refused(column, "is compared as a text");
        if (mine.Any(lane => lane.IsWhole != first.IsWhole || (lane.Codes is null) != (first.Codes is null)
            || (lane.Codes is not null && !lane.Codes.Same(first.Codes!)))) throw Refused(column, "is read in two ways");
        return first.Codes is null || first.Codes.Levels() is not null ? first
            : throw Refused(column, "has texts whose numbers do not count from 0");
    }

    private static ModelException Refused(string column, string why) => new($"the column '{Shown.Of(column)}' {why}");

    /// <summary>The columns as a model of trees reads them.</summary>
    public BoundInput[] Inputs(TreeEnsemble ensemble) => [.. columns.Select((column, i) => Input(column, Read[i], ensemble.IsCategory(i)))];

    private BoundInput Input(string column, Lane? lane, bool isCategory)
    {
        string[]? levels = lane?.Codes?.Levels();
        return new(new ForeignFeature(column, levels), column, levels, isCategory)
        {
            Unknown = lane?.Codes?.Unknown,
            Missing = lane?.Codes?.Missing ?? double.NaN,
            OnlyWhole = isCategory && lane is { Codes: null, IsWhole: false } ? Rule : null,
        };
    }
}
