using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Writing;

/// <summary>Brings raw columns into a graph: each is an input of one value a row, text for a category and a double for a number, whose
/// missing values are the empty text and NaN.</summary>
internal sealed class ColumnInputs
{
    private readonly GraphBuilder graph;
    private readonly IReadOnlyList<ModelInput> inputs;

    /// <summary>The columns of a model, or of one of several in a graph.</summary>
    /// <param name="graph">The graph, in which those that the model uses are declared.</param>
    /// <param name="inputs">All columns of the model.</param>
    public ColumnInputs(GraphBuilder graph, IReadOnlyList<ModelInput> inputs) => (this.graph, this.inputs) = (graph, inputs);

    /// <summary>Makes the inputs.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">All columns of the model.</param>
    /// <param name="used">The names of those that become inputs.</param>
    public static void Declare(GraphBuilder graph, IReadOnlyList<ModelInput> inputs, IEnumerable<string> used)
    {
        HashSet<string> names = new(used, StringComparer.Ordinal);
        foreach (ModelInput input in inputs.Where(input => names.Contains(input.Name)))
            graph.Input(input.Name, input.Kind == InputKind.Category ? ElementType.String : ElementType.Double);
    }

    /// <summary>Whether a column is a category.</summary>
    public bool IsCategory(int column) => inputs[column].Kind == InputKind.Category;

    /// <summary>A number, [rows, 1], NaN where missing.</summary>
    public string Number(int column) => inputs[column].Name;

    /// <summary>The number of the level of a category, [rows, 1]; -1 for one that training did not have, also a missing one.</summary>
    public string Level(int column) => Encoded(column, Levels(inputs[column]), -1);

    /// <summary>The number of the level of a category as a double, [rows, 1]: NaN where it is missing and that is no level.</summary>
    /// <param name="column">The column.</param>
    /// <param name="unknown">What a level is that training did not have: -1, or NaN.</param>
    public string Code(int column, double unknown)
    {
        // Sets have levels alone; what is missing goes by a rule of its own.
        string[] levels = double.IsNaN(unknown) ? Levels(inputs[column]) : [.. inputs[column].Categories];
        int missing = levels.Length;
        bool hasEmpty = levels.Contains("");
        string code = graph.Step("Cast", [Encoded(column, hasEmpty ? levels : [.. levels, ""], double.IsNaN(unknown) ? missing : -1)],
            ("to", (long)ElementType.Double));
        if (hasEmpty && !double.IsNaN(unknown)) return code;
        string isMissing = graph.Step("Equal", [code, graph.Value(Constant.Of(new double[] { missing }, 1, 1))]);
        return graph.Step("Where", [isMissing, graph.Value(Constant.Of(new[] { double.NaN }, 1, 1)), code]);
    }

    /// <summary>The levels; the empty text is a missing value, unless training had it as a category.</summary>
    private static string[] Levels(ModelInput input) =>
        input.HasMissing && !input.Categories.Contains("") ? [.. input.Categories, ""] : [.. input.Categories];

    private string Encoded(int column, string[] levels, long unknown) => graph.ClassicalStep("LabelEncoder", [inputs[column].Name],
        ("keys_strings", levels), ("values_int64s", Enumerable.Range(0, levels.Length).Select(level => (long)level).ToArray()),
        ("default_int64", unknown));
}
