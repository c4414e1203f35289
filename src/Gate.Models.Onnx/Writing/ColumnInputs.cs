using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Writing;

/// <summary>Brings raw columns into a graph: each is an input of one value a row, text for a category and a double for a number, whose
/// missing values are the empty text and NaN.</summary>
internal sealed class ColumnInputs
{
    private readonly GraphBuilder graph;
    private readonly IReadOnlyList<ModelInput> inputs;

    /// <summary>Makes the inputs.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">All columns of the model.</param>
    /// <param name="used">The names of those that become inputs.</param>
    public ColumnInputs(GraphBuilder graph, IReadOnlyList<ModelInput> inputs, IEnumerable<string> used)
    {
        (this.graph, this.inputs) = (graph, inputs);
        HashSet<string> names = new(used, StringComparer.Ordinal);
        foreach (ModelInput input in inputs.Where(input => names.Contains(input.Name)))
            graph.Input(input.Name, input.Kind == InputKind.Category ? ElementType.String : ElementType.Double);
    }

    /// <summary>A column as numbers, [rows, 1]: itself, or the number of the level.</summary>
    public string Number(int column) => inputs[column].Kind == InputKind.Number ? inputs[column].Name
        : graph.Step("Cast", [Level(column)], ("to", (long)ElementType.Double));

    /// <summary>The number of the level of a category, [rows, 1]; -1 for one that training did not have.</summary>
    public string Level(int column)
    {
        ModelInput input = inputs[column];
        string[] levels = [.. input.Categories];
        // The empty text is a missing value, unless training had it as a category.
        if (input.HasMissing && !levels.Contains("")) levels = [.. levels, ""];
        return graph.ClassicalStep("LabelEncoder", [input.Name], ("keys_strings", levels),
            ("values_int64s", Enumerable.Range(0, levels.Length).Select(level => (long)level).ToArray()), ("default_int64", -1L));
    }
}
