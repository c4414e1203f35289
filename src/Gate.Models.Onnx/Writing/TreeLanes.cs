using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Writing;

/// <summary>In which form a split wants a value.</summary>
internal enum LaneForm
{
    /// <summary>A number; NaN where missing.</summary>
    Number,

    /// <summary>0 where missing.</summary>
    MissingIsZero,

    /// <summary>NaN where missing or 0.</summary>
    ZeroIsMissing,

    /// <summary>The number of a level that a set may have; NaN where missing.</summary>
    Level,
}

/// <summary>The columns that trees read, side by side: one for each column and form in which a split wants it.</summary>
internal sealed class TreeLanes
{
    private const double Tiny = 1e-35f;

    private readonly List<(int Column, LaneForm Form)> lanes = [];
    private readonly Dictionary<(int, LaneForm), int> places = [];

    /// <summary>The place of the value that a split reads.</summary>
    public int PlaceOf(FlatTree tree, int node)
    {
        LaneForm form = tree.LeftLevels?[node] is not null ? LaneForm.Level : (tree.Rules?[node] ?? MissingRule.Missing) switch
        {
            MissingRule.AsZero => LaneForm.MissingIsZero,
            MissingRule.ZeroToo => LaneForm.ZeroIsMissing,
            _ => LaneForm.Number,
        };
        (int, LaneForm) key = (tree.Feature[node], form);
        if (!places.TryGetValue(key, out int place))
        {
            places[key] = place = lanes.Count;
            lanes.Add(key);
        }
        return place;
    }

    /// <summary>The values, [rows, lanes].</summary>
    public string Values(GraphBuilder graph, ColumnInputs columns, InputRule rule) =>
        graph.Step("Concat", [.. lanes.Select(lane => Value(graph, columns, lane.Column, lane.Form, rule))], ("axis", 1L));

    private static string Value(GraphBuilder graph, ColumnInputs columns, int column, LaneForm form, InputRule rule)
    {
        string value = columns.IsCategory(column) ? columns.Code(column, form == LaneForm.Level ? -1 : double.NaN)
            : Rounded(graph, columns.Number(column), rule);
        string Number(double number) => graph.Value(Constant.Of(new[] { number }, 1, 1));
        return form switch
        {
            LaneForm.MissingIsZero => graph.Step("Where", [graph.Step("IsNaN", [value]), Number(0), value]),
            LaneForm.ZeroIsMissing => graph.Step("Where", [graph.Step("Equal", [value, Number(0)]), Number(double.NaN), value]),
            LaneForm.Level when !columns.IsCategory(column) => Whole(graph, value, rule),
            _ => value,
        };
    }

    /// <summary>What is done to numbers before trees compare them.</summary>
    private static string Rounded(GraphBuilder graph, string value, InputRule rule)
    {
        if (rule == InputRule.Single)
            return graph.Step("Cast", [graph.Step("Cast", [value], ("to", (long)ElementType.Float))], ("to", (long)ElementType.Double));
        if (rule != InputRule.TinyIsZero) return value;
        string isTiny = graph.Step("LessOrEqual", [graph.Step("Abs", [value]), graph.Value(Constant.Of(new[] { Tiny }, 1, 1))]);
        return graph.Step("Where", [isTiny, graph.Value(Constant.Of(new double[] { 0 }, 1, 1)), value]);
    }

    /// <summary>The level of a code that comes as a number: XGBoost takes what is below, LightGBM cuts towards 0.</summary>
    private static string Whole(GraphBuilder graph, string value, InputRule rule)
    {
        string below = graph.Step("Floor", [value]);
        if (rule != InputRule.TinyIsZero) return below;
        string isNegative = graph.Step("Less", [value, graph.Value(Constant.Of(new double[] { 0 }, 1, 1))]);
        return graph.Step("Where", [isNegative, graph.Step("Ceil", [value]), below]);
    }
}
