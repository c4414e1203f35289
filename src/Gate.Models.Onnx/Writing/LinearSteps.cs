namespace Gate.Models.Onnx.Writing;

/// <summary>The steps of a linear model: from columns to margins.</summary>
internal static class LinearSteps
{
    /// <summary>The margins, [rows, outputs].</summary>
    public static string Margins(GraphBuilder graph, ColumnInputs columns, ILinearModel model)
    {
        int outputs = model.Intercepts.Count;
        string sum = graph.Value(Constant.Of([.. model.Intercepts], 1, outputs));
        LinearTerm[] numbers = [.. model.Terms.Where(term => model.Inputs[term.Input].Kind == InputKind.Number)];
        if (numbers.Length > 0) sum = graph.Step("Add", [sum, Numbers(graph, columns, numbers, outputs)]);
        foreach (LinearTerm term in model.Terms.Where(term => model.Inputs[term.Input].Kind == InputKind.Category))
            sum = graph.Step("Add", [sum, Category(graph, columns, term, outputs)]);
        return sum;
    }

    private static string Numbers(GraphBuilder graph, ColumnInputs columns, LinearTerm[] terms, int outputs)
    {
        string values = graph.Step("Concat", [.. terms.Select(term => columns.Number(term.Input))], ("axis", 1L));
        string means = graph.Value(Constant.Of(Array.ConvertAll(terms, term => term.Mean), 1, terms.Length));
        string filled = graph.Step("Where", [graph.Step("IsNaN", [values]), means, values]);
        return graph.Step("MatMul",
            [filled, graph.Value(Constant.Of([.. terms.SelectMany(term => term.Coefficients)], terms.Length, outputs))]);
    }

    private static string Category(GraphBuilder graph, ColumnInputs columns, LinearTerm term, int outputs)
    {
        // -1 counts from the end: the row of zeros, of a level that training did not have.
        double[] table = [.. term.Coefficients, .. new double[outputs]];
        string level = graph.Step("Squeeze", [columns.Level(term.Input), graph.Value(Constant.Of(new long[] { 1 }))]);
        return graph.Step("Gather", [graph.Value(Constant.Of(table, table.Length / outputs, outputs)), level], ("axis", 0L));
    }
}
