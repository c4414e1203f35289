using System.Globalization;
using Gate.Models.Ensembles;
using Gate.Wording;

namespace Gate.Models.XGBoost;

/// <summary>
/// Reads models that XGBoost saved as JSON or UBJ: trees (<c>gbtree</c>, <c>dart</c>) and linear models (<c>gblinear</c>). The file is not
/// trusted: sizes, indices and shapes of trees are checked before use. Features are rounded to single precision as XGBoost does; sums are
/// doubles in the order of the trees, where XGBoost's are single.
/// </summary>
public static class XGBoostFile
{
    private const int MostFeatures = 1_000_000, MostOutputs = 100_000;

    /// <summary>Reads a model.</summary>
    /// <param name="name">The file, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">It is no such file, is damaged, or needs what is not read; the message says which.</exception>
    public static ForeignModel Read(string name, ReadOnlySpan<byte> bytes, CancellationToken cancel = default)
    {
        try
        {
            return Model(IsJson(bytes) ? JsonFile.Read(bytes) : UbjFile.Read(bytes), cancel);
        }
        catch (ModelException error)
        {
            throw new ModelException($"{name} cannot be read as an XGBoost model: {error.Message}", error);
        }
    }

    /// <summary>Maps of both formats begin with the same byte; in UBJ the length of a name follows, which is no quotation mark.</summary>
    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return true;
        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, 256)].TrimStart(" \t\r\n"u8);
        if (start is not [(byte)'{', ..]) throw new ModelException("it is neither JSON nor UBJ; save the model with Booster.save_model as "
            + "model.json or model.ubj");
        ReadOnlySpan<byte> next = start[1..].TrimStart(" \t\r\n"u8);
        return next.IsEmpty || next[0] is (byte)'"' or (byte)'}';
    }

    private static ForeignModel Model(FileNode file, CancellationToken cancel)
    {
        FileNode learner = file["learner"], parameters = learner["learner_model_param"];
        var objective = XGBoostObjective.Of(learner["objective"]["name"].Text());
        if (parameters.Find("num_target")?.Whole(0, int.MaxValue) > 1)
            throw new ModelException("it predicts several targets at once, which no task of a policy is");
        int features = parameters["num_feature"].Whole(1, MostFeatures);
        int outputs = Math.Max(1, parameters["num_class"].Whole(0, MostOutputs));
        if (objective.Link.Kind == LinkKind.Softmax ? outputs < 2 : outputs != 1)
            throw new ModelException($"its objective is {objective.Name}, but its num_class is {outputs}");
        double[] starts = Array.ConvertAll(BaseScores(parameters["base_score"], outputs), objective.Margin);
        FileNode booster = learner["gradient_booster"];
        string kind = booster["name"].Text();
        (MarginFunction function, IReadOnlyList<KeyValuePair<string, string>> facts) = kind switch
        {
            "gbtree" => Trees(booster["model"], null, features, starts, cancel),
            "dart" => Trees(booster["gbtree"]["model"], booster["weight_drop"], features, starts, cancel),
            "gblinear" => (Linear(booster["model"], features, starts), []),
            _ => throw new ModelException($"its booster '{Shown.Of(kind)}' is unknown; gbtree, dart and gblinear are read"),
        };
        return new("xgboost", function, objective.Link, Features(learner, features), objective.Name,
            [new("booster", kind), .. facts, .. EarlyStop(learner), .. Version(file)]);
    }

    /// <summary>One number, also in a list of one, or a number for each output.</summary>
    private static double[] BaseScores(FileNode node, int outputs)
    {
        string text = node.Value as string ?? "";
        double[] scores = text.StartsWith('[') ? JsonFile.Read(System.Text.Encoding.UTF8.GetBytes(text)).Numbers()
            : node.Value is double[] list ? list : [node.Number()];
        return scores.Length == outputs ? scores : scores.Length == 1 ? [.. Enumerable.Repeat(scores[0], outputs)]
            : throw new ModelException($"its base_score has {scores.Length} numbers for {outputs} outputs");
    }

    private static (MarginFunction, IReadOnlyList<KeyValuePair<string, string>>) Trees(FileNode model, FileNode? dropped, int features,
        double[] starts, CancellationToken cancel)
    {
        FileNode[] nodes = model["trees"].List();
        int[] outputs = model["tree_info"].Wholes(nodes.Length);
        if (outputs.Any(output => output < 0 || output >= starts.Length))
            throw new ModelException("a tree belongs to an output that does not exist (tree_info)");
        double[]? scales = dropped?.Numbers(nodes.Length);
        var sets = new LevelSetStore();
        var trees = new FlatTree[nodes.Length];
        for (int i = 0; i < trees.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            trees[i] = XGBoostTree.Read(nodes[i], features, scales is null ? 1 : (float)scales[i], sets);
        }
        if (trees.Length == 0) throw new ModelException("it has no trees");
        var sum = new TreeSum(outputs, starts, 1, InputRule.Single);
        int parallel = model["gbtree_model_param"].Find("num_parallel_tree")?.Whole(0, int.MaxValue) ?? 1;
        int rounds = trees.Length / starts.Length / Math.Max(1, parallel);
        return (new TreeEnsemble(trees, features, sum), EnsembleFacts.Of(trees, rounds, sum));
    }

    private static LinearSums Linear(FileNode model, int features, double[] starts)
    {
        double[] weights = Array.ConvertAll(model["weights"].Numbers((features + 1) * starts.Length), weight => (double)(float)weight);
        if (weights.Any(weight => !double.IsFinite(weight))) throw new ModelException("a weight is no finite number");
        int split = features * starts.Length;
        return new LinearSums(features, [.. starts.Select((start, k) => weights[split + k] + start)], weights[..split]);
    }

    private static ForeignFeature[] Features(FileNode learner, int count)
    {
        string[] names = [.. learner.Find("feature_names")?.List().Select(name => name.Text()) ?? []];
        if (names.Length == 0)
        {
            var nameless = new ForeignFeature[count];
            Array.Fill(nameless, new ForeignFeature(null));
            return nameless;
        }
        if (names.Length != count) throw new ModelException($"it names {names.Length} features, but has {count}");
        return Array.ConvertAll(names, name => new ForeignFeature(name));
    }

    // XGBoost's scikit-learn classes stop there when they predict; a saved Booster does not, and neither does Gate.
    private static IEnumerable<KeyValuePair<string, string>> EarlyStop(FileNode learner)
    {
        if (learner.Find("attributes")?.Find("best_iteration") is { Value: string } best)
            yield return new("best iteration of early stopping, after which all are still summed",
                best.Whole(0, int.MaxValue).ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<KeyValuePair<string, string>> Version(FileNode file)
    {
        if (file.Find("version") is not { } version) yield break;
        IEnumerable<string> parts = version.Wholes().Select(part => part.ToString(CultureInfo.InvariantCulture));
        yield return new("version of XGBoost", string.Join('.', parts));
    }
}
