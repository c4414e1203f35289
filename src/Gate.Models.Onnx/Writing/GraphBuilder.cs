using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Wire;

namespace Gate.Models.Onnx.Writing;

/// <summary>Collects the steps of a graph. Values are named by number; inputs and outputs by their own names.</summary>
/// <param name="reserved">The names of inputs, which nothing else may have.</param>
internal sealed class GraphBuilder(IReadOnlyCollection<string> reserved)
{
    private readonly WireWriter graph = new WireWriter().Text(2, "gate");
    private readonly HashSet<string> taken = new(reserved, StringComparer.Ordinal);
    private int values;

    /// <summary>An input of one value a row: [rows, 1].</summary>
    public string Input(string name, ElementType element)
    {
        graph.Message(11, Port(name, element, [-1, 1]));
        return name;
    }

    /// <summary>Gives a value a name of its own among the outputs.</summary>
    /// <param name="value">What is answered.</param>
    /// <param name="name">The name, to which an underscore is added where an input has it.</param>
    /// <param name="element">Its type.</param>
    /// <param name="shape">Its shape, -1 for the number of rows.</param>
    public void Output(string value, string name, ElementType element, params long[] shape)
    {
        while (!taken.Add(name)) name += "_";
        Node("Identity", [value], name);
        graph.Message(12, Port(name, element, shape));
    }

    /// <summary>A tensor that stands in the file.</summary>
    public string Value(Constant constant)
    {
        string name = Fresh();
        graph.Message(5, constant.Write(name));
        return name;
    }

    /// <summary>A step of the standard operators.</summary>
    /// <param name="operation">The operator.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="attributes">Whole numbers, lists of them, texts, lists of texts, or tensors, by name.</param>
    /// <returns>The value that it makes.</returns>
    public string Step(string operation, string[] inputs, params (string Name, object Value)[] attributes)
    {
        string name = Fresh();
        Node(operation, inputs, name, "", attributes);
        return name;
    }

    /// <summary>A step of the operators of classical machine learning.</summary>
    public string ClassicalStep(string operation, string[] inputs, params (string Name, object Value)[] attributes)
    {
        string name = Fresh();
        Node(operation, inputs, name, OnnxNode.Classical, attributes);
        return name;
    }

    public WireWriter Build() => graph;

    private void Node(string operation, string[] inputs, string output, string domain = "", params (string Name, object Value)[] attributes)
    {
        var node = new WireWriter();
        foreach (string input in inputs) node.Text(1, input);
        node.Text(2, output).Text(4, operation);
        if (domain.Length > 0) node.Text(7, domain);
        foreach ((string name, object value) in attributes) node.Message(5, Attribute(name, value));
        graph.Message(1, node);
    }

    private static WireWriter Attribute(string name, object value)
    {
        WireWriter attribute = new WireWriter().Text(1, name);
        switch (value)
        {
            case long number:
                return attribute.Varint(3, number).Varint(20, 2);
            case string text:
                return attribute.Text(4, text).Varint(20, 3);
            case Constant tensor:
                return attribute.Message(5, tensor.Write(null)).Varint(20, 4);
            case long[] numbers:
                return attribute.Varints(8, numbers).Varint(20, 7);
            default:
                foreach (string text in (string[])value) attribute.Text(9, text);
                return attribute.Varint(20, 8);
        }
    }

    private static WireWriter Port(string name, ElementType element, long[] shape)
    {
        var dimensions = new WireWriter();
        foreach (long size in shape)
            dimensions.Message(1, size < 0 ? new WireWriter().Text(2, "rows") : new WireWriter().Varint(1, size));
        WireWriter tensor = new WireWriter().Varint(1, (int)element).Message(2, dimensions);
        return new WireWriter().Text(1, name).Message(2, new WireWriter().Message(1, tensor));
    }

    private string Fresh()
    {
        string name;
        do name = FormattableString.Invariant($"v{values++}");
        while (!taken.Add(name));
        return name;
    }
}
