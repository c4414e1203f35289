using Gate.Data;
using Gate.Models.Onnx.Graphs;
using Gate.Wording;

namespace Gate.Models.Onnx.Answers;

/// <summary>What an output says.</summary>
internal enum AnswerKind
{
    /// <summary>A number for each row.</summary>
    Values,

    /// <summary>Scores for each row.</summary>
    Scores,

    /// <summary>A class for each row.</summary>
    Labels,
}

/// <summary>Which output is read, and what it says.</summary>
/// <param name="Port">The output.</param>
/// <param name="Kind">What it says.</param>
internal sealed record OutputChoice(OnnxPort Port, AnswerKind Kind)
{
    /// <exception cref="ModelException">No output, or more than one, could be meant.</exception>
    public static OutputChoice Of(OnnxGraph graph, OnnxOptions options)
    {
        OnnxPort[] real = [.. graph.Outputs.Where(IsReal)];
        if (options.Task == TaskType.Regression)
            return new(Named(graph, options.Output) ?? Only(graph, [.. real.Where(port => port.Kind == PortKind.Tensor)], "numbers",
                "output"),
                AnswerKind.Values);
        if (Named(graph, options.Score) is { } score) return new(score, AnswerKind.Scores);
        if (Named(graph, options.Output) is { } output) return new(output, AnswerKind.Labels);
        if (real.Length > 0) return new(Only(graph, real, "scores", "score"), AnswerKind.Scores);
        return new(Only(graph, [.. graph.Outputs.Where(IsClass)], "classes", "output"), AnswerKind.Labels);
    }

    private static bool IsReal(OnnxPort port) => port.Kind == PortKind.Maps
        || (port.Kind == PortKind.Tensor && port.Element is ElementType.Float or ElementType.Double);

    private static bool IsClass(OnnxPort port) => port.Kind == PortKind.Tensor
        && port.Element is ElementType.Int64 or ElementType.Int32 or ElementType.String or ElementType.Bool;

    private static OnnxPort? Named(OnnxGraph graph, string? name) => name is null ? null
        : graph.Outputs.FirstOrDefault(port => port.Name == name) ?? throw new ModelException(
            $"has no output '{Shown.Of(name)}'{NearestName.Hint(name, graph.Outputs.Select(port => port.Name))}");

    private static OnnxPort Only(OnnxGraph graph, IReadOnlyList<OnnxPort> ports, string what, string key) => ports switch
    {
        [var only] => only,
        [] => throw new ModelException($"has no output of {what} that Gate reads; its outputs: "
            + string.Join(", ", graph.Outputs.Take(12).Select(port => $"{Shown.Of(port.Name)} ({Word(port)})"))),
        _ => throw new ModelException($"has several outputs of {what}: {string.Join(", "
            + "", ports.Take(12).Select(port => Shown.Of(port.Name)))}; "
            + $"name the one to read with '{key}'"),
    };

    private static string Word(OnnxPort port) =>
        port.Kind == PortKind.Maps ? "maps" : port.Element.ToString().ToLowerInvariant();
}
