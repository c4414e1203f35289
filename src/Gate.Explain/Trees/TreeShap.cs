using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>
/// Tree SHAP, exact: Shapley values of the raw columns of a model made of trees (Lundberg and others 2020), in double precision. Prepared
/// once for a model; may be called from several threads.
/// </summary>
public sealed class TreeShap
{
    // So many numbers of the result are held at once while rows stream through (64 MB).
    private const int MostNumbers = 1 << 23, LeastRows = 256, MostRows = 1 << 16;

    private readonly ITreeModel model;
    private readonly TreeShapOptions options;
    private readonly TreeOutputs outputs;
    private readonly ModelAnswers answers;
    private readonly CodeLanes lanes;
    private readonly TreeGames[] games;
    private readonly MixtureGame? scores;
    private readonly Lazy<ValueSums> sums;
    private readonly List<string> notes = [];

    /// <summary>Prepares a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How it is explained.</param>
    /// <exception cref="ModelException">The background is missing or empty, the model does not say how many rows came to its nodes and
    /// there is no background to count, a probability is asked for path-dependent, or a way through a tree has too many
    /// columns.</exception>
    public TreeShap(ITreeModel model, TreeShapOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        (this.model, this.options, outputs) = (model, options, new TreeOutputs(model));
        answers = new(model, options.Output, model.Codes.Order(), options.Threshold);
        string[] names = [.. options.Players ?? model.Features];
        if (names.Length != model.Features.Count)
            throw new ArgumentException($"{names.Length} players are named for {model.Features.Count} features", nameof(options));
        Features = [.. names.Distinct()];
        int[] players = Array.ConvertAll(names, name => Array.IndexOf(Features, name));
        lanes = new CodeLanes(model.Trees, model.Sum.Inputs);
        RowCodes? background = Background();
        PathTree[] trees = [.. model.Trees.Select((tree, t) => new PathTree(tree, lanes.Tests[t], players, CoversOf(tree, t, background)))];
        games = [.. trees.Select((tree, t) => new TreeGames(tree, GamesOf(tree, background), outputs.TermsOf(t)))];
        if (IsScore) scores = new MixtureGame(new TreeMixer(model, lanes, trees, outputs, background!), Features.Length, outputs.Count,
            options.Output == ExplainedOutput.Decision ? options.Threshold : null);
        sums = new(() => new ValueSums(games, Features.Length, outputs.Count));
        BaseValues = scores?.Base() ?? RawBase();
    }

    /// <summary>What it is called in results.</summary>
    public string Method => IsInterventional ? "tree_interventional" : "tree_path_dependent";

    /// <summary>The expected value of each output.</summary>
    public IReadOnlyList<double> BaseValues { get; }

    private string[] Features { get; }

    private bool IsInterventional => options.Perturbation == TreePerturbation.Interventional;

    private bool IsScore => options.Output == ExplainedOutput.Decision
        || (options.Output == ExplainedOutput.Probability && model.Link.Kind != LinkKind.Identity);

    private ParallelOptions Parallelism(CancellationToken cancel) => InParallel.Options(options.Threads, cancel);

    /// <summary>Explains rows.</summary>
    /// <param name="rows">A table that has the model's features.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">A feature is absent or of another kind than in training, or a row differs in too many columns from
    /// one of the background for exact values of the probability.</exception>
    public ShapValues Explain(Table rows, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var values = new double[checked(rows.RowCount * Features.Length * outputs.Count)];
        double error = 0;
        Stream(rows, (first, block) =>
        {
            block.Values.CopyTo(values, first * Features.Length * outputs.Count);
            error = Math.Max(error, block.AdditivityError);
        }, cancel);
        return Result(rows.RowCount, values, error);
    }

    /// <summary>Explains rows block by block, so that memory grows with the block and not with the rows.</summary>
    /// <param name="rows">A table that has the model's features.</param>
    /// <param name="take">Given the first row of each block and its values, in the order of the rows.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">As for <see cref="Explain"/>.</exception>
    public void Stream(Table rows, Action<int, ShapValues> take, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(take);
        // Of the score, what a row fulfils on the way to each leaf is held too.
        int size = scores is null ? Math.Clamp(MostNumbers / Math.Max(1, Features.Length * outputs.Count), LeastRows, MostRows)
            : Math.Clamp(MostNumbers / games.Sum(tree => tree.Games.Length), 1, LeastRows);
        for (int first = 0; first < rows.RowCount; first += size)
        {
            int count = Math.Min(size, rows.RowCount - first);
            // What the model reads and says is of the block too.
            Table block = count == rows.RowCount ? rows : rows.Take([.. Enumerable.Range(first, count)]);
            double[] values = scores is null ? Raw(lanes.Encode(model.Read(block), 0, count, Parallelism(cancel)), cancel)
                : scores.Explain(block, Parallelism(cancel));
            take(first, Result(count, values, Additivity.Error(values, BaseValues, Features.Length, answers.Of(block, cancel))));
        }
    }

    /// <summary>The interactions of all pairs of columns, on the raw margin. Memory grows with rows × columns × columns.</summary>
    /// <param name="rows">A table that has the model's features.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">As for <see cref="Explain"/>; or the probability is explained, which has none here.</exception>
    public ShapInteractions Interactions(Table rows, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (IsScore) throw new ModelException("interactions are those of the raw margin; explain ExplainedOutput.Raw");
        RowCodes codes = lanes.Encode(model.Read(rows), 0, rows.RowCount, Parallelism(cancel));
        double[][] sums = InteractionSums.Sum(games, Features.Length, outputs.Count, codes, Parallelism(cancel));
        return new(Features, answers.Names, rows.RowCount, Interleave(sums, rows.RowCount, Features.Length * Features.Length,
            Features.Length * Features.Length));
    }

    private ShapValues Result(int rows, double[] values, double error) =>
        new(Method, options.Output, Features, answers.Names, rows, BaseValues, values) { AdditivityError = error, Notes = notes };

    private double[] Raw(RowCodes codes, CancellationToken cancel) =>
        Interleave(sums.Value.Sum(codes, Parallelism(cancel)), codes.Rows, sums.Value.Stride, Features.Length);

    /// <summary>From one array for each output to one with the outputs side by side.</summary>
    private static double[] Interleave(double[][] sums, int rows, int stride, int width)
    {
        var values = new double[checked(rows * width * sums.Length)];
        for (int k = 0; k < sums.Length; k++)
            for (int row = 0; row < rows; row++)
                for (int i = 0; i < width; i++) values[(row * width + i) * sums.Length + k] = sums[k][row * stride + i];
        return values;
    }

    private double[] RawBase()
    {
        double[] start = outputs.Base;
        foreach (TreeGames tree in games)
            foreach (TreeTerm term in tree.Terms)
                for (int leaf = 0; leaf < tree.Games.Length; leaf++) start[term.Output] += tree.Worth(leaf, term) * tree.Games[leaf].Base;
        return start;
    }

    private RowCodes? Background()
    {
        if (IsScore && !IsInterventional)
            throw new ModelException("Shapley values of the score or the decision need rows of a background (interventional): the "
                + "trees' own covers say nothing of it");
        if (options.Background is not { } table)
            return IsInterventional ? throw new ModelException("interventional Tree SHAP needs rows of a background") : null;
        if (table.RowCount == 0) throw new ModelException("the background has no rows");
        return lanes.Encode(model.Read(table), 0, table.RowCount, Parallelism(default));
    }

    private double[]? CoversOf(FlatTree tree, int index, RowCodes? background)
    {
        if (IsInterventional) return null;
        if (NodeCovers.Has(tree)) return tree.Weight;
        if (background is null)
            throw new ModelException("the model does not say how many rows came to its nodes; give rows of a background, which are then "
                + "counted at each node, or explain it interventional");
        string note = $"The model does not say how many training rows came to its nodes: {background.Rows} rows of the background were "
            + "counted there.";
        if (!notes.Contains(note)) notes.Add(note);
        return NodeCovers.Route(tree, lanes.Tests[index], background);
    }

    private LeafGame[] GamesOf(PathTree tree, RowCodes? background) => IsInterventional
        ? BackgroundPatterns.Games(tree, background!) : Array.ConvertAll(tree.Leaves, LeafGame (path) => new CoverGame(path));
}
