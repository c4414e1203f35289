using Gate.Models.Onnx.Feeding;
using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Lifting;

/// <summary>From the values that trees compare back to columns.</summary>
/// <param name="graph">The graph.</param>
/// <param name="inputs">Its inputs with their columns.</param>
internal sealed class LaneTrace(GraphMap graph, IReadOnlyList<FedInput> inputs)
{
    private const double Tiny = 1e-35f;

    // As deep as inputs pass through steps that Gate and the usual converters write.
    private const int MostSteps = 64, MostVisits = 200_000;

    // A step that is put beside itself again and again doubles what there is to visit.
    private int visits;

    /// <summary>The values side by side.</summary>
    /// <exception cref="ModelException">A step on the way does something else to them.</exception>
    public IReadOnlyList<Lane> Of(string value) => Of(value, 0);

    private IReadOnlyList<Lane> Of(string value, int steps)
    {
        if (++visits > MostVisits) throw new ModelException("its trees read more values than any table has columns");
        if (inputs.FirstOrDefault(input => input.Port.Name == value) is { } input)
        {
            InputRule rule = input.Port.Element == ElementType.Float ? InputRule.Single : InputRule.Exact;
            return [.. input.Columns.Select(column => new Lane(column, input.Port.Element, rule))];
        }
        if (graph.Maker(value) is not { } node || steps > MostSteps) throw new ModelException("its trees do not read its inputs");
        IReadOnlyList<Lane> From(int place = 0) => Of(node.Inputs[place], steps + 1);
        switch (node.Operator)
        {
            case "Identity":
                return From();
            case "Cast":
                return [.. From().Select(lane => Cast(lane, (ElementType)node.Ints("to")[0], node))];
            case "Concat" when GraphMap.IsAlongRows(node, 0):
                return [.. node.Inputs.SelectMany((_, place) => From(place))];
            case "LabelEncoder" when From() is [{ Type: ElementType.String } lane]:
                return [Encoded(lane, node)];
            case "Where" when node.Inputs.Count == 3:
                return [Where(node, steps + 1)];
            case "Floor" when From() is [{ IsNumber: true, Codes: null } lane]:
                return [lane with { IsWhole = true }];
            default:
                throw Between(node);
        }
    }

    private static Lane Cast(Lane lane, ElementType to, OnnxNode node)
    {
        bool isKnown = to is ElementType.Float or ElementType.Double || (lane.Codes is not null && to == ElementType.Int64);
        if (lane.Type == ElementType.String || !isKnown) throw Between(node);
        // Codes are small whole numbers, which no type rounds.
        if (to != ElementType.Float || lane.Codes is not null) return lane with { Type = to };
        return lane.Rule == InputRule.TinyIsZero ? throw Between(node) : lane with { Type = to, Rule = InputRule.Single };
    }

    private static Lane Encoded(Lane lane, OnnxNode node)
    {
        (IReadOnlyList<string> keys, IReadOnlyList<long> values) = (node.Texts("keys_strings"), node.Ints("values_int64s"));
        if (keys.Count == 0 || keys.Count != values.Count) throw Between(node);
        var codes = new Dictionary<string, double>(keys.Count, StringComparer.Ordinal);
        for (int i = 0; i < keys.Count; i++)
            if (!codes.TryAdd(keys[i], values[i])) throw Between(node);
        double unknown = node.Ints("default_int64") is [var given, ..] ? given : -1;
        return lane with { Type = ElementType.Int64, Codes = new(codes, unknown) };
    }

    /// <summary>A choice by the value itself: what is missing, 0 or tiny becomes something else.</summary>
    private Lane Where(OnnxNode node, int steps)
    {
        (string condition, string then, string otherwise) = (node.Inputs[0], node.Inputs[1], node.Inputs[2]);
        OnnxNode test = graph.Maker(condition) ?? throw Between(node);
        if (graph.Number(then) is not { } number) return Truncated(node, test, steps);
        if (Of(otherwise, steps) is not [var lane]) throw Between(node);
        bool IsTest(string operation, string value, out double limit)
        {
            limit = test.Inputs.Count > 1 ? graph.Number(test.Inputs[1]) ?? double.NaN : double.NaN;
            return test.Operator == operation && test.Inputs[0] == value;
        }

        if (double.IsNaN(number) && IsTest("Equal", otherwise, out double equal) && !double.IsNaN(equal))
        {
            if (equal == 0 && lane.IsNumber) return lane with { Missing = MissingRule.ZeroToo };
            if (lane.Codes is { } codes) return lane with { Codes = codes.WithMissing(equal) };
        }
        if (number == 0 && lane.IsNumber)
        {
            if (IsTest("IsNaN", otherwise, out _)) return lane with { Missing = MissingRule.AsZero };
            if (lane is { Type: ElementType.Double, Rule: InputRule.Exact, Codes: null } && test.Inputs.Count > 0
                && graph.Maker(test.Inputs[0], "Abs") is { } size && size.Inputs[0] == otherwise
                && IsTest("LessOrEqual", test.Inputs[0], out double limit) && limit == Tiny)
                return lane with { Rule = InputRule.TinyIsZero };
        }
        throw Between(node);
    }

    /// <summary>Cut towards 0: what is above of negative numbers, what is below of the others.</summary>
    private Lane Truncated(OnnxNode node, OnnxNode test, int steps)
    {
        OnnxNode? up = graph.Maker(node.Inputs[1], "Ceil"), down = graph.Maker(node.Inputs[2], "Floor");
        bool isCut = up is not null && down is not null && test.Operator == "Less" && graph.Number(test.Inputs[1]) == 0
            && test.Inputs[0] == up.Inputs[0] && up.Inputs[0] == down.Inputs[0];
        return isCut && Of(up!.Inputs[0], steps) is [{ IsNumber: true, Codes: null, Rule: InputRule.TinyIsZero } lane]
            ? lane with { IsWhole = true } : throw Between(node);
    }

    private static ModelException Between(OnnxNode node) => GraphMap.Between(node, "its inputs and its trees");
}
