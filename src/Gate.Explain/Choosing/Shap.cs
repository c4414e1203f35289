using Gate.Data;
using Gate.Explain.Agnostic;
using Gate.Explain.Linear;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Models.Blending;

namespace Gate.Explain.Choosing;

/// <summary>The kinds of SHAP.</summary>
public enum ShapMethod
{
    /// <summary>What fits the model, as interpret-community's TabularExplainer chooses: trees, linear, else kernel.</summary>
    Auto,

    /// <summary>Tree SHAP.</summary>
    Tree,

    /// <summary>Linear SHAP.</summary>
    Linear,

    /// <summary>All coalitions.</summary>
    Exact,

    /// <summary>Random orders.</summary>
    Permutation,

    /// <summary>Kernel SHAP.</summary>
    Kernel,

    /// <summary>Of an ensemble of trees and linear models: each is looked into. It is chosen and not asked for.</summary>
    Parts,
}

/// <summary>Which kind of SHAP explains a model, and why.</summary>
/// <param name="Method">Never <see cref="ShapMethod.Auto"/>.</param>
/// <param name="Why">One sentence.</param>
public sealed record ShapChoice(ShapMethod Method, string Why);

/// <summary>How a model is explained, whatever it is.</summary>
/// <param name="Method">The kind of SHAP; what does not fit the model is an error and never something else instead.</param>
/// <param name="Output">Which output is explained. Trees are then path-dependent for the margin and interventional for the score and the
/// decision.</param>
/// <param name="Seed">The seed of what is drawn.</param>
/// <param name="Threads">How many threads may work; 0 for all cores. The result does not depend on it.</param>
public sealed record ShapOptions(ShapMethod Method = ShapMethod.Auto, ExplainedOutput Output = ExplainedOutput.Raw, ulong Seed = 0,
    int Threads = 0)
{
    /// <summary>Rows that stand in for columns that a coalition lacks.</summary>
    public required Table Background { get; init; }

    /// <summary>For <see cref="ExplainedOutput.Decision"/>: from this score on the positive class is said.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Told how many rows are explained, and of how many. The exact kinds for trees and linear models do not tell.</summary>
    public Action<int, int>? Progress { get; init; }
}

/// <summary>The door to all kinds of SHAP.</summary>
public static class Shap
{
    private const int BlockRows = 1 << 15;

    /// <summary>What is explained in the place of a model: the trees that it holds, where another library scores it and trees are not ruled
    /// out by <see cref="ShapOptions.Method"/>; else the model itself.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">What is asked for; on its background the trees are held against the model.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The model refuses the background.</exception>
    public static IModel Subject(IModel model, ShapOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        return Held(model, options, cancel).Trees ?? model;
    }

    /// <summary>Chooses the kind of SHAP.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">What is asked for.</param>
    /// <exception cref="ModelException">What is asked for does not fit the model.</exception>
    public static ShapChoice Choose(IModel model, ShapOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        HeldTrees held = Held(model, options, default);
        return ShapChooser.Choose(held.Trees ?? model, options,
            held.Reason is { } reason ? $"; it has trees, which were not read: {reason}" : "");
    }

    /// <summary>With how many coalitions of columns each explained row is scored, each with all rows of the background; 0 for kinds that do
    /// not call the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="method">A kind of SHAP that was chosen.</param>
    public static double Coalitions(IModel model, ShapMethod method)
    {
        ArgumentNullException.ThrowIfNull(model);
        return method is ShapMethod.Tree or ShapMethod.Linear or ShapMethod.Parts ? 0
            : CoalitionShap.Coalitions(MethodOf(method), ModelParts.Used(model));
    }

    /// <summary>Of how many mixtures with a row of the background the score is taken at most, where it is shared out exactly and is no sum;
    /// else 0.</summary>
    /// <param name="model">The model.</param>
    /// <param name="output">Which output is explained.</param>
    public static double Mixtures(IModel model, ExplainedOutput output)
    {
        ArgumentNullException.ThrowIfNull(model);
        IModel looked = ModelParts.Looked(model, output);
        ExplainedOutput explained = ModelParts.OutputOf(looked, output);
        if (explained == ExplainedOutput.Raw) return 0;
        if (looked is BlendedModel blend && explained == ExplainedOutput.Probability)
            return blend.Members.Sum(member => Mixtures(member.Model, explained));
        int mixed = ModelParts.Mixed(looked, explained);
        return mixed == 0 ? 0 : (1 << Math.Min(mixed, MixtureGame.MostPlayers)) * ModelParts.Leaves(looked).Count();
    }

    /// <summary>Explains rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">A table that has the model's features.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">What is asked for does not fit the model, the background is empty, or the model refuses the
    /// rows.</exception>
    public static ShapValues Explain(IModel model, Table rows, ShapOptions options, CancellationToken cancel = default)
    {
        model = Subject(model, options, cancel);
        ShapChoice choice = Choose(model, options);
        Table background = options.Background;
        IModel looked = ModelParts.Looked(model, options.Output);
        bool isLookedInto = choice.Method is ShapMethod.Tree or ShapMethod.Linear or ShapMethod.Parts;
        if (isLookedInto && ModelParts.IsComposite(looked)) return MixtureShap.Explain(looked, rows, options, cancel);
        return choice.Method switch
        {
            ShapMethod.Tree => TreesOf(looked, options).Explain(rows, cancel),
            ShapMethod.Linear when options.Output == ExplainedOutput.Decision || (options.Output == ExplainedOutput.Probability
                && !ModelParts.IsSum(looked)) => MixtureShap.Explain(looked, rows, options, cancel),
            ShapMethod.Linear => LinearShap.Explain((ILinearMargin)looked, rows, background, new(Seed: options.Seed), cancel),
            _ => CoalitionShap.Explain(looked, rows, new(MethodOf(choice.Method),
                looked is IMarginModel || options.Output == ExplainedOutput.Decision ? options.Output : ExplainedOutput.Probability,
                Seed: options.Seed, Threads: options.Threads)
                { Background = background, Threshold = options.Threshold, Progress = options.Progress }, cancel),
        };
    }

    /// <summary>What each of the columns adds that a linear model makes of raw ones (<see cref="EngineeredShap"/>); null where the kind
    /// that fits is not that of a linear margin, whose columns are then read as they are.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">A table that has the model's features.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">As for <see cref="Explain"/>.</exception>
    public static ShapValues? Engineered(IModel model, Table rows, ShapOptions options, CancellationToken cancel = default) =>
        Choose(model, options).Method == ShapMethod.Linear && options.Output == ExplainedOutput.Raw
            ? EngineeredShap.Explain((ILinearMargin)ModelParts.Looked(model, options.Output), rows, options.Background, cancel) : null;

    /// <summary>Explains rows block by block, so that memory grows with the block and not with the rows; a row's values are those of
    /// <see cref="Explain"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">A table that has the model's features.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="take">Given the first row of each block and its values, in the order of the rows.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">As for <see cref="Explain"/>.</exception>
    public static void Stream(IModel model, Table rows, ShapOptions options, Action<int, ShapValues> take,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(take);
        model = Subject(model, options, cancel);
        // Trees are prepared once.
        IModel looked = ModelParts.Looked(model, options.Output);
        TreeShap? trees = !ModelParts.IsComposite(looked) && Choose(model, options).Method == ShapMethod.Tree ? TreesOf(looked, options)
            : null;
        for (int from = 0; from < rows.RowCount; from += BlockRows)
        {
            int first = from;
            Table block = rows.Select(model.Features).Take([.. Enumerable.Range(from, Math.Min(BlockRows, rows.RowCount - from))]);
            if (trees is null) take(first, Explain(model, block, options, cancel));
            else trees.Stream(block, (row, values) => take(first + row, values), cancel);
        }
    }

    private static HeldTrees Held(IModel model, ShapOptions options, CancellationToken cancel) =>
        model is IHoldsTrees holds && options.Method is ShapMethod.Auto or ShapMethod.Tree ? holds.TreesFor(options.Background, cancel)
            : new(null, null);

    private static TreeShap TreesOf(IModel model, ShapOptions options) => new((ITreeModel)model, new(
        options.Output == ExplainedOutput.Raw ? TreePerturbation.TreePathDependent : TreePerturbation.Interventional, options.Output,
        options.Threads) { Background = options.Background, Threshold = options.Threshold });

    private static CoalitionMethod MethodOf(ShapMethod method) => method switch
    {
        ShapMethod.Exact => CoalitionMethod.Exact,
        ShapMethod.Permutation => CoalitionMethod.Permutation,
        _ => CoalitionMethod.Kernel,
    };
}
