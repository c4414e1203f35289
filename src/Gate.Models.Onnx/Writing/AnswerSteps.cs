using Gate.Data;
using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Writing;

/// <summary>The last steps: from margins or scores to what the graph answers.</summary>
internal static class AnswerSteps
{
    /// <summary>The names of the outputs.</summary>
    public const string Label = "label", Scores = "probabilities", Prediction = "prediction";

    /// <summary>Margins as probabilities, [rows, outputs].</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="margins">[rows, outputs]: of one output the log-odds of the second class.</param>
    /// <param name="outputs">How many there are.</param>
    public static string Probabilities(GraphBuilder graph, string margins, int outputs) =>
        outputs == 1 ? graph.Step("Sigmoid", [margins]) : graph.Step("Softmax", [margins], ("axis", 1L));

    /// <summary>Scores of some classes as scores of all, [rows, classes].</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="scores">[rows, outputs].</param>
    /// <param name="outputs">One for each code; or 1, the score of the second of two.</param>
    /// <param name="codes">The classes of the outputs.</param>
    /// <param name="classes">The number of classes.</param>
    public static string Placed(GraphBuilder graph, string scores, int outputs, IReadOnlyList<int> codes, int classes)
    {
        if (outputs == 1 && codes.Count == 2) scores = Both(graph, scores);
        if (codes.SequenceEqual(Enumerable.Range(0, classes))) return scores;
        var place = new double[codes.Count * classes];
        for (int i = 0; i < codes.Count; i++) place[(i * classes) + codes[i]] = 1;
        return graph.Step("MatMul", [scores, graph.Value(Constant.Of(place, codes.Count, classes))]);
    }

    /// <summary>The probability of the second class, [rows, 1], beside that of the first.</summary>
    public static string Both(GraphBuilder graph, string second) =>
        graph.Step("Concat", [graph.Step("Sub", [graph.Value(Constant.Of(new double[] { 1 }, 1, 1)), second]), second], ("axis", 1L));

    /// <summary>The probability of the second class, [rows, 1], of those of two.</summary>
    public static string Positive(GraphBuilder graph, string scores) => Of(graph, scores, 1);

    /// <summary>The score of one class, [rows, 1], of those of all.</summary>
    public static string Of(GraphBuilder graph, string scores, int code) =>
        graph.Step("Gather", [scores, graph.Value(Constant.Of(new long[] { code }, 1))], ("axis", 1L));

    /// <summary>The same numbers for every row, [rows, numbers].</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">An input, which says how many rows there are.</param>
    /// <param name="numbers">The numbers.</param>
    public static string Same(GraphBuilder graph, string input, double[] numbers)
    {
        string rows = graph.Step("Shape", [input], ("start", 0L), ("end", 1L));
        string shape = graph.Step("Concat", [rows, graph.Value(Constant.Of(new long[] { numbers.Length }))], ("axis", 0L));
        return graph.Step("Expand", [graph.Value(Constant.Of(numbers, 1, numbers.Length)), shape]);
    }

    /// <summary>Declares the outputs.</summary>
    public static void Declare(GraphBuilder graph, string scores, TaskType task, IReadOnlyList<string> classes, double threshold)
    {
        if (task == TaskType.Regression)
        {
            graph.Output(scores, Prediction, ElementType.Double, -1, 1);
            return;
        }
        string code;
        if (task == TaskType.BinaryClassification)
        {
            string flat = graph.Step("Squeeze", [Positive(graph, scores), graph.Value(Constant.Of(new long[] { 1 }))]);
            string selected = graph.Step("GreaterOrEqual", [flat, graph.Value(Constant.Of(new[] { threshold }))]);
            code = graph.Step("Cast", [selected], ("to", (long)ElementType.Int64));
        }
        else code = graph.Step("ArgMax", [scores], ("axis", 1L), ("keepdims", 0L));
        string label = graph.Step("Gather", [graph.Value(Constant.Of([.. classes])), code], ("axis", 0L));
        graph.Output(label, Label, ElementType.String, -1);
        graph.Output(scores, Scores, ElementType.Double, -1, classes.Count);
    }
}
