namespace Gate.Models.Onnx.Writing;

/// <summary>The steps of trees: from columns to scores, by one <c>TreeEnsemble</c> (ai.onnx.ml 5), in doubles.</summary>
internal static class TreeSteps
{
    /// <summary>The scores, [rows, scores of the model].</summary>
    public static string Scores(GraphBuilder graph, ColumnInputs columns, ITreeModel model, string anyInput) =>
        Linked(graph, Sums(graph, columns, model, anyInput), model.Link);

    private static string Sums(GraphBuilder graph, ColumnInputs columns, ITreeModel model, string anyInput)
    {
        int outputs = model.Sum.Base.Count;
        string Numbers(double[] numbers) => graph.Value(Constant.Of(numbers, 1, numbers.Length));
        string sums;
        if (model.Trees.All(tree => tree.NodeCount == 1)) sums = AnswerSteps.Same(graph, anyInput, Constants(model, outputs));
        else
        {
            var lanes = new TreeLanes();
            var arrays = new TreeArrays(lanes);
            foreach ((int i, FlatTree tree) in model.Trees.Index())
                for (int value = 0; value < tree.ValuesPerNode; value++) arrays.Add(tree, value, model.Sum.Outputs[i] + value);
            sums = graph.ClassicalStep("TreeEnsemble", [lanes.Values(graph, columns, model.Sum.Inputs)], arrays.Attributes(outputs));
        }
        if (model.Sum.Base.Any(value => value != 0)) sums = graph.Step("Add", [Numbers([.. model.Sum.Base]), sums]);
        return model.Sum.Divisor == 1 ? sums : graph.Step("Div", [sums, Numbers([model.Sum.Divisor])]);
    }

    /// <summary>The sums of trees that do not look at a row.</summary>
    private static double[] Constants(ITreeModel model, int outputs)
    {
        var sums = new double[outputs];
        foreach ((int i, FlatTree tree) in model.Trees.Index())
            for (int value = 0; value < tree.ValuesPerNode; value++) sums[model.Sum.Outputs[i] + value] += tree.Values[value];
        return sums;
    }

    /// <summary>Sums as scores.</summary>
    public static string Linked(GraphBuilder graph, string sums, OutputLink link) => link.Kind switch
    {
        LinkKind.Logistic or LinkKind.LogisticEach => graph.Step("Sigmoid", [link.Scale == 1 ? sums
            : graph.Step("Mul", [sums, graph.Value(Constant.Of(new[] { link.Scale }, 1, 1))])]),
        LinkKind.Softmax => graph.Step("Softmax", [sums], ("axis", 1L)),
        LinkKind.Exp => graph.Step("Exp", [sums]),
        LinkKind.SignedSquare => graph.Step("Mul", [sums, graph.Step("Abs", [sums])]),
        LinkKind.LogOnePlusExp => graph.Step("Softplus", [sums]),
        _ => sums,
    };
}
