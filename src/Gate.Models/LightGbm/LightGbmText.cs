using System.Globalization;
using System.Text;
using Gate.Models.Ensembles;
using Gate.Wording;

namespace Gate.Models.LightGbm;

/// <summary>
/// Reads the text that LightGBM saves a model as (versions 2 to 4). The file is not trusted: sizes, indices and shapes of trees are checked
/// before use, and LightGBM's own library never sees it. The sums are LightGBM's, bit for bit.
/// </summary>
public static class LightGbmText
{
    private const int MostFeatures = 10_000_000, MostOutputs = 100_000;

    /// <summary>What every such file begins with.</summary>
    public static ReadOnlySpan<byte> Start => "tree"u8;

    /// <summary>Reads a model.</summary>
    /// <param name="name">The file, for messages.</param>
    /// <param name="text">Its bytes.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">It is no such file, is damaged, or needs what is not read; the message says which.</exception>
    public static ForeignModel Read(string name, ReadOnlySpan<byte> text, CancellationToken cancel = default)
    {
        try
        {
            return Read(text, cancel);
        }
        catch (ModelException error)
        {
            throw new ModelException($"{name} cannot be read as a LightGBM model: {error.Message}", error);
        }
    }

    private static ForeignModel Read(ReadOnlySpan<byte> text, CancellationToken cancel)
    {
        var lines = new TextLines(text);
        if (!lines.TryNext(out ReadOnlySpan<byte> line) || !line.SequenceEqual(Start))
            throw new ModelException("it does not begin with the line 'tree'; save the model with Booster.save_model");
        var head = new TextSection("the head");
        bool more = Take(ref lines, head, ref line);
        if (head.Text("version") is not ("v2" or "v3" or "v4"))
            throw new ModelException($"its version is '{Shown.Of(head.Text("version") ?? "")}'; the versions v2 to v4 are read");
        int features = head.Whole("max_feature_idx", 0, MostFeatures) + 1, outputs = head.Whole("num_tree_per_iteration", 1, MostOutputs);
        OutputLink link = LightGbmObjective.Of(head.Texts("objective"), outputs);
        var trees = new List<FlatTree>();
        while (more && IsTree(line))
        {
            cancel.ThrowIfCancellationRequested();
            var section = new TextSection($"tree {trees.Count}");
            more = Take(ref lines, section, ref line);
            trees.Add(Tree(section, features, trees.Count));
        }
        (string? categorical, string? pandas) = ReadTail(lines, ref line, more);
        ForeignFeature[] all = LightGbmFeatures.Of(head, features, categorical, pandas);
        return Build(head, link, trees, outputs, all);
    }

    private static ForeignModel Build(TextSection head, OutputLink link, List<FlatTree> trees, int outputs, ForeignFeature[] features)
    {
        int announced = head.Has("tree_sizes") ? head.Texts("tree_sizes").Length : trees.Count;
        if (trees.Count == 0 || trees.Count % outputs != 0 || trees.Count != announced)
            throw new ModelException($"it has {trees.Count} trees, {outputs} an iteration, and announces {announced}; the file is cut off");
        int iterations = trees.Count / outputs;
        var sum = new TreeSum([.. Enumerable.Range(0, trees.Count).Select(i => i % outputs)], new double[outputs],
            head.Has("average_output") ? iterations : 1, InputRule.TinyIsZero);
        string objective = head.Text("objective") ?? "none (its sums are numbers)";
        return new("lightgbm", new TreeEnsemble(trees, features.Length, sum), link, features, objective,
            EnsembleFacts.Of(trees, iterations, sum));
    }

    private static FlatTree Tree(TextSection section, int features, int index)
    {
        try
        {
            return LightGbmTree.Read(section, features);
        }
        catch (ModelException error)
        {
            throw new ModelException(string.Create(CultureInfo.InvariantCulture, $"tree {index}: {error.Message}"), error);
        }
    }

    /// <summary>Reads lines into a section up to one that begins another part; that line is returned in <paramref name="line"/>.</summary>
    private static bool Take(ref TextLines lines, TextSection section, ref ReadOnlySpan<byte> line)
    {
        while (lines.TryNext(out line))
        {
            if (IsTree(line) || IsEnd(line)) return true;
            if (!line.IsEmpty) section.Add(line, lines.Number);
        }
        return false;
    }

    private static bool IsTree(ReadOnlySpan<byte> line) => line.StartsWith("Tree="u8);

    // Old versions go on with the importances at once.
    private static bool IsEnd(ReadOnlySpan<byte> line) =>
        line.SequenceEqual("end of trees"u8) || line.SequenceEqual("feature importances:"u8);

    private static (string? Categorical, string? Pandas) ReadTail(TextLines lines, ref ReadOnlySpan<byte> line, bool more)
    {
        // Without it the last tree may be a part of what it was.
        if (!more) throw new ModelException("the end of its trees is missing; the file is cut off");
        string? categorical = null, pandas = null;
        while (lines.TryNext(out line))
        {
            if (line.StartsWith("pandas_categorical:"u8)) pandas = Encoding.UTF8.GetString(line["pandas_categorical:".Length..]);
            else if (line.StartsWith("[categorical_feature:"u8) && line.EndsWith("]"u8))
                categorical = Encoding.UTF8.GetString(line["[categorical_feature:".Length..^1]).Trim();
        }
        return (categorical, pandas);
    }
}
