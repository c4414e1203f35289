namespace Gate.Models.Onnx.Writing;

/// <summary>The steps of trees: from columns to sums, by one <c>TreeEnsemble</c> (ai.onnx.ml 5), in doubles.</summary>
internal static class TreeSteps
{
    /// <summary>The sums, [rows, outputs].</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="trees">The trees; a tree whose nodes have several values adds each to an output of its own.</param>
    /// <param name="first">Of each node, the first value that is taken.</param>
    /// <param name="outputs">How many of its values.</param>
    public static string Sums(GraphBuilder graph, ColumnInputs columns, IReadOnlyList<FlatTree> trees, int first, int outputs)
    {
        int[] features = [.. trees.SelectMany(tree => tree.Feature).Where(feature => feature >= 0).Distinct().Order()];
        var arrays = new TreeArrays(features);
        foreach (FlatTree tree in trees)
            for (int output = 0; output < outputs; output++) arrays.Add(tree, first + output, output);
        string values = graph.Step("Concat", [.. features.Select(columns.Number)], ("axis", 1L));
        return graph.ClassicalStep("TreeEnsemble", [values], arrays.Attributes(outputs));
    }
}
