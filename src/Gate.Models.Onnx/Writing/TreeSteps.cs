namespace Gate.Models.Onnx.Writing;

/// <summary>The steps of trees: from columns to scores, by one <c>TreeEnsemble</c> (ai.onnx.ml 5), in doubles.</summary>
internal static class TreeSteps
{
    /// <summary>The scores, [rows, scores of the model].</summary>
    public static string Scores(GraphBuilder graph, ColumnInputs columns, ITreeModel model, string anyInput) =>
        Linked(graph, Sums(graph, columns, model, anyInput), model.Link, model.Sum.Base.Count);

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
    /// <param name="graph">The graph.</param>
    /// <param name="sums">[rows, outputs].</param>
    /// <param name="link">The function.</param>
    /// <param name="outputs">How many sums a row has.</param>
    public static string Linked(GraphBuilder graph, string sums, OutputLink link, int outputs = 1) => link.Kind switch
    {
        LinkKind.Logistic or LinkKind.LogisticEach => graph.Step("Sigmoid", [link.Scale == 1 ? sums
            : graph.Step("Mul", [sums, graph.Value(Constant.Of(new[] { link.Scale }, 1, 1))])]),
        LinkKind.LogisticShares => Shares(graph, Linked(graph, sums, link with { Kind = LinkKind.LogisticEach }), outputs),
        LinkKind.Shares => Shares(graph, sums, outputs),
        LinkKind.Softmax => graph.Step("Softmax", [sums], ("axis", 1L)),
        LinkKind.Exp => graph.Step("Exp", [sums]),
        LinkKind.SignedSquare => graph.Step("Mul", [sums, graph.Step("Abs", [sums])]),
        LinkKind.LogOnePlusExp => graph.Step("Softplus", [sums]),
        _ => sums,
    };

    /// <summary>Each divided by the sum of its row; where that is 0, equal shares.</summary>
    public static string Shares(GraphBuilder graph, string scores, int outputs)
    {
        string Number(double number) => graph.Value(Constant.Of(new[] { number }, 1, 1));
        string total = graph.Step("ReduceSum", [scores, graph.Value(Constant.Of(new long[] { 1 }, 1))], ("keepdims", 1L));
        return graph.Step("Where", [graph.Step("Equal", [total, Number(0)]), Number(1.0 / outputs), graph.Step("Div", [scores, total])]);
    }
}
