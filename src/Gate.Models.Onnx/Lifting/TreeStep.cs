using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Lifting;

/// <summary>What the steps with trees answer by themselves, as ONNX Runtime does it where the standard leaves it open; the scores of rows
/// are held against it afterwards.</summary>
internal static class TreeStep
{
    public static bool Is(OnnxNode node) =>
        node.IsClassical && node.Operator is "TreeEnsemble" or "TreeEnsembleClassifier" or "TreeEnsembleRegressor";

    /// <summary>The answer of one of the step's outputs.</summary>
    /// <exception cref="ModelException">It is none that sums of trees say.</exception>
    public static TreeAnswer Of(OnnxNode node, string value)
    {
        if (node.Operator == "TreeEnsembleClassifier")
            return node.Outputs.Count > 1 && node.Outputs[1] == value ? Classifier(node)
                : throw new ModelException("its answer is a class without a score");
        return node.Operator == "TreeEnsemble" ? Leaves(node) : Regressor(node);
    }

    private static TreeAnswer Leaves(OnnxNode node)
    {
        List<SumTree> trees = LeafTrees.Read(node);
        int targets = (int)(node.Ints("n_targets") is [var given, ..] ? given : 1);
        var answer = new TreeAnswer(node, trees, new double[targets]);
        answer = (node.Ints("aggregate_function") is [var how, ..] ? how : 1) switch
        {
            1 => answer,
            0 => answer with { Divisor = node.Ints("tree_roots").Count },
            _ => throw new ModelException("its trees are not summed: the smallest or the largest of their values is taken"),
        };
        return (node.Ints("post_transform") is [var after, ..] ? after : 0) switch
        {
            0 => answer,
            1 => Then(answer, "LOGISTIC"),
            2 => Then(answer, "SOFTMAX"),
            _ => throw Unread("SOFTMAX_ZERO or PROBIT"),
        };
    }

    private static TreeAnswer Regressor(OnnxNode node)
    {
        List<SumTree> trees = ClassicTrees.Read(node, "target", target => target);
        var answer = new TreeAnswer(node, trees, BaseOf(node, (int)(node.Ints("n_targets") is [var given, ..] ? given : 1)));
        int count = node.Ints("nodes_treeids").Distinct().Count();
        answer = (node.Texts("aggregate_function") is [var how, ..] ? how : "SUM") switch
        {
            "SUM" => answer,
            "AVERAGE" => answer with { Divisor = count, Base = Array.ConvertAll(answer.Base, value => value * count) },
            _ => throw new ModelException("its trees are not summed: the smallest or the largest of their values is taken"),
        };
        return Then(answer, After(node));
    }

    private static TreeAnswer Classifier(OnnxNode node)
    {
        int classes = node.ClassLabels().Count;
        // Of two classes with weights of the first alone ONNX Runtime makes the second out of it; weights of the second alone leave the
        // first at 0.
        bool isOne = classes == 2 && node.Ints("class_ids").All(id => id == 0);
        if (!isOne) return Then(new(node, ClassicTrees.Read(node, "class", id => id), BaseOf(node, classes)), After(node));
        IReadOnlyList<double> start = ClassicTrees.Numbers(node, "base_values");
        if (start.Count > 1) throw new ModelException("it has two base values and the weights of one class");
        bool isShare = ClassicTrees.Numbers(node, "class_weights").All(weight => weight >= 0);
        var one = new TreeAnswer(node, ClassicTrees.Read(node, "class", _ => 0), [start.Count == 1 ? start[0] : 0]);
        return After(node) switch
        {
            "LOGISTIC" => Then(one with { Pair = SumPair.Opposite }, "LOGISTIC"),
            // There it leaves the softmax out. Weights none of which is negative are a probability, others a margin.
            "NONE" or "SOFTMAX" => one with { Pair = isShare ? SumPair.Complement : SumPair.Opposite },
            var after => throw Unread(after),
        };
    }

    private static TreeAnswer Then(TreeAnswer answer, string after) => (after switch
    {
        "NONE" => answer,
        "LOGISTIC" => answer.With(LinkKind.Logistic),
        "SOFTMAX" => answer.With(LinkKind.Softmax),
        _ => null,
    }) ?? throw Unread(after);

    private static string After(OnnxNode node) => node.Texts("post_transform") is [var given, ..] ? given : "NONE";

    private static double[] BaseOf(OnnxNode node, int outputs)
    {
        IReadOnlyList<double> start = ClassicTrees.Numbers(node, "base_values");
        return start.Count == 0 ? new double[outputs] : start.Count == outputs ? [.. start]
            : throw new ModelException($"it has {start.Count} base values for {outputs} sums");
    }

    private static ModelException Unread(string after) =>
        new($"what is done to the sums of its trees ({Wording.Shown.Of(after)}) is not read");
}
