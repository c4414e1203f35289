using Gate.Models.Onnx.Graphs;
using Gate.Wording;

namespace Gate.Models.Onnx.Lifting;

/// <summary>A graph as it is walked from its answers to its inputs.</summary>
internal sealed class GraphMap
{
    private readonly OnnxGraph graph;
    private readonly Dictionary<string, OnnxNode> makers = new(StringComparer.Ordinal);

    public GraphMap(OnnxGraph graph)
    {
        this.graph = graph;
        foreach (OnnxNode node in graph.Nodes)
            foreach (string made in node.Outputs) makers.TryAdd(made, node);
    }

    /// <summary>The step that makes a value; null for an input and a constant.</summary>
    public OnnxNode? Maker(string value) => makers.GetValueOrDefault(value);

    /// <summary>The step that makes a value, if it is this one.</summary>
    public OnnxNode? Maker(string value, string operation) => Maker(value) is { } node && node.Operator == operation ? node : null;

    /// <summary>The numbers of a constant; null where it is none.</summary>
    public double[]? Constant(string value) => graph.Constants.GetValueOrDefault(value);

    /// <summary>The only number of a constant.</summary>
    public double? Number(string value) => Constant(value) is [var number] ? number : null;

    /// <summary>Whether a step puts values of a row side by side, or works along them.</summary>
    public static bool IsAlongRows(OnnxNode node, long otherwise) =>
        (node.Ints("axis") is [var axis, ..] ? axis : otherwise) is 1 or -1;

    public static ModelException Between(OnnxNode node, string what) =>
        new($"the step {Shown.Of(node.Operator)} stands between {what}");
}
