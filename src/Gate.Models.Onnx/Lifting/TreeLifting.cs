using Gate.Data;
using Gate.Models.Ensembles;
using Gate.Models.Onnx.Answers;
using Gate.Models.Onnx.Feeding;
using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Lifting;

/// <summary>Reads the trees of a graph into Gate's form, where the graph does nothing else to rows that the form cannot say.</summary>
internal static class TreeLifting
{
    /// <summary>Whether a step of a graph has trees.</summary>
    public static bool HasTrees(OnnxGraph graph) => graph.Nodes.Concat(graph.InnerNodes).Any(TreeStep.Is);

    /// <summary>The model as trees, or why it has none.</summary>
    /// <param name="graph">The graph, which has been checked and has trees.</param>
    /// <param name="inputs">Its inputs with their columns.</param>
    /// <param name="output">The answer that is read.</param>
    /// <param name="codes">The classes of a number of scores; not asked for regression.</param>
    /// <param name="options">How the model is read.</param>
    /// <param name="columns">The columns of the model.</param>
    public static HeldTrees Lift(OnnxGraph graph, IReadOnlyList<FedInput> inputs, OutputChoice output, Func<int, int[]> codes,
        OnnxOptions options, IReadOnlyList<string> columns)
    {
        try
        {
            if (output.Kind == AnswerKind.Labels) throw new ModelException("its answer is a class without a score");
            var map = new GraphMap(graph);
            TreeAnswer answer = Transformed(new AnswerTrace(map).Of(output.Port.Name), options);
            return new(Model(answer, new LaneTrace(map, inputs).Of(answer.Node.Inputs[0]), codes, options, columns), null);
        }
        catch (ModelException error)
        {
            return new(null, error.Message);
        }
    }

    private static TreeAnswer Transformed(TreeAnswer answer, OnnxOptions options) => (options.Transform switch
    {
        OnnxTransform.Sigmoid => answer.With(LinkKind.Logistic),
        OnnxTransform.Softmax => answer.With(LinkKind.Softmax),
        _ => answer,
    }) ?? throw new ModelException("the policy's 'transform' is of something else than the sums of its trees");

    private static ITreeModel Model(TreeAnswer answer, IReadOnlyList<Lane> lanes, Func<int, int[]> codes, OnnxOptions options,
        IReadOnlyList<string> columns)
    {
        // A sum times a number before anything else is done to it is the sum of what has been divided.
        if (answer.Link is { Kind: LinkKind.Identity, Scale: not 1 and var scale })
            answer = answer with { Link = new(LinkKind.Identity), Divisor = answer.Divisor / scale };
        if (!double.IsFinite(answer.Divisor) || answer.Divisor == 0 || !answer.Base.All(double.IsFinite))
            throw new ModelException("a number that its sums start from, or are divided by, is none");
        bool isClasses = options.Task != TaskType.Regression;
        int[] own = isClasses ? CodesOf(answer, codes) : [];
        (answer, own) = Settled(answer, own, options);
        if (answer.Trees.Count == 0) throw new ModelException("it has no tree");
        var read = new ColumnLanes(lanes, columns, answer.Trees, answer.Node.Operator != "TreeEnsemble");
        var sum = new TreeSum([.. answer.Trees.Select(tree => tree.Output)], answer.Base, answer.Divisor, read.Rule);
        var flat = new FlatTrees(read);
        var ensemble = new TreeEnsemble([.. answer.Trees.Select(flat.Of)], columns.Count, sum);
        var model = new ForeignModel("onnx", ensemble, answer.Link, [.. columns.Select(column => new ForeignFeature(column))],
            answer.Node.Operator, EnsembleFacts.Of(ensemble.Trees, ensemble.Trees.Count / ensemble.Outputs, sum));
        var order = new ClassOrder(options.Task, options.Classes.Count, own);
        return isClasses && answer.Link.Kind is LinkKind.Identity or LinkKind.Shares
            ? new ShareModel(model, ensemble, options.Task, options.Classes, order, read.Inputs(ensemble))
            : new EnsembleModel(model, ensemble, options.Task, options.Classes, order, read.Inputs(ensemble));
    }

    private static int[] CodesOf(TreeAnswer answer, Func<int, int[]> codes)
    {
        if (answer.Places is not { } places) return codes(answer.Scores);
        int[] all = codes(answer.Answers);
        return [.. places.Select(place => all[place])];
    }

    /// <summary>The sums as the task wants them, and the classes that they are of.</summary>
    private static (TreeAnswer, int[]) Settled(TreeAnswer answer, int[] codes, OnnxOptions options)
    {
        if (options.Task == TaskType.Regression)
            return answer is { Outputs: 1, Pair: SumPair.None, Places: null } ? (answer, [])
                : throw new ModelException($"its answer is {answer.Outputs} numbers");
        if (answer.Pair == SumPair.Opposite) throw new ModelException("its scores are no probabilities");
        if (options.Task == TaskType.MulticlassClassification)
            return answer.Pair == SumPair.None && answer.Link.Kind != LinkKind.Logistic ? (answer, codes)
                : throw new ModelException("its answer has one sum for two classes, and the task has several");
        if (answer.Outputs == 1)
            return (answer, answer.Pair == SumPair.Complement ? codes : codes[0] == 1 ? [0, 1] : [1, 0]);
        if (answer.Link.Kind == LinkKind.Softmax && answer.Outputs == 2) return (answer, codes);
        // Scores that stand for themselves: that of the positive class is all that is read.
        int positive = Array.IndexOf(codes, 1);
        LinkKind kind = answer.Link.Kind == LinkKind.LogisticEach ? LinkKind.Logistic : answer.Link.Kind;
        if (positive < 0 || kind is not (LinkKind.Identity or LinkKind.Logistic))
            throw new ModelException("its scores of two classes depend on each other in a way that is not read");
        return (answer with
        {
            Trees = [.. answer.Trees.Where(tree => tree.Output == positive).Select(tree => tree with { Output = 0 })],
            Base = [answer.Base[positive]],
            Link = answer.Link with { Kind = kind },
        }, [0, 1]);
    }
}
