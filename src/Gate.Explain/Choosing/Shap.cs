using Gate.Data;
using Gate.Explain.Agnostic;
using Gate.Explain.Linear;
using Gate.Explain.Trees;
using Gate.Models;

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
        model = held.Trees ?? model;
        string lost = held.Reason is { } reason ? $"; it has trees, which were not read: {reason}" : "";
        bool isMargin = options.Output == ExplainedOutput.Raw;
        string output = options.Output switch { ExplainedOutput.Raw => "margin", ExplainedOutput.Decision => "decision", _ => "score" };
        // Of two classes a margin is the log-odds, and of Gate's own regressions the prediction; elsewhere its link is not known.
        bool isLinear = model is ILinearMargin && (isMargin || model.Task == TaskType.BinaryClassification
            || (model.Task == TaskType.Regression && model is ILinearModel));
        bool isExact = isMargin || Used(model) <= ScoreGame.MostPlayers;
        return options.Method switch
        {
            ShapMethod.Auto when !isExact && (isLinear || model is ITreeModel) => new(ShapMethod.Kernel, $"the model uses {Used(model)} "
                + $"columns and exact values of the {output} take up to {ScoreGame.MostPlayers}, so Kernel SHAP calls it as it is"),
            ShapMethod.Auto when model is ITreeModel =>
                new(ShapMethod.Tree, "the model is made of trees, which Tree SHAP explains exactly"),
            ShapMethod.Auto when isLinear => new(ShapMethod.Linear,
                $"the model's margin is linear, and Linear SHAP explains {(isMargin ? "it" : $"its {output}")} exactly"),
            ShapMethod.Auto => new(ShapMethod.Kernel, $"{model.Kind} is neither made of trees nor has a linear "
                + $"{output}, so Kernel SHAP calls it as it is{lost}"),
            ShapMethod.Tree when model is not ITreeModel =>
                throw new ModelException($"tree_shap explains models made of trees, and {model.Kind} is none; use auto or "
                    + $"kernel_shap{lost}"),
            ShapMethod.Linear when !isLinear => throw new ModelException("linear_shap explains linear models"
                + $"{(isMargin ? "" : $" whose {output} follows from one margin")}, and {model.Kind} is none; use auto or kernel_shap"),
            _ => new(options.Method, "the policy or the caller asked for it"),
        };
    }

    /// <summary>With how many coalitions of columns each explained row is scored, each with all rows of the background; 0 for kinds that do
    /// not call the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="method">A kind of SHAP that was chosen.</param>
    public static double Coalitions(IModel model, ShapMethod method)
    {
        ArgumentNullException.ThrowIfNull(model);
        int columns = Used(model);
        return method is ShapMethod.Tree or ShapMethod.Linear ? 0 : CoalitionShap.Coalitions(MethodOf(method), columns);
    }

    /// <summary>Of how many mixtures with a row of the background the score is taken at most, where it is shared out exactly and is no sum;
    /// else 0.</summary>
    /// <param name="model">The model.</param>
    /// <param name="output">Which output is explained.</param>
    public static double Mixtures(IModel model, ExplainedOutput output)
    {
        ArgumentNullException.ThrowIfNull(model);
        bool isSum = output == ExplainedOutput.Raw || (output == ExplainedOutput.Probability && (model.Task == TaskType.Regression
            ? model is ILinearModel : model is ITreeModel { Link.Kind: LinkKind.Identity }));
        return isSum ? 0 : 1 << Math.Min(Used(model), ScoreGame.MostPlayers);
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
        return choice.Method switch
        {
            ShapMethod.Tree => TreesOf(model, options).Explain(rows, cancel),
            ShapMethod.Linear when options.Output != ExplainedOutput.Raw && model.Task != TaskType.Regression =>
                LinearScoreShap.Explain((ILinearMargin)model, rows, options, cancel),
            ShapMethod.Linear => LinearShap.Explain((ILinearMargin)model, rows, background, new(Seed: options.Seed), cancel),
            _ => CoalitionShap.Explain(model, rows, new(MethodOf(choice.Method),
                model is IMarginModel || options.Output == ExplainedOutput.Decision ? options.Output : ExplainedOutput.Probability,
                Seed: options.Seed, Threads: options.Threads)
                { Background = background, Threshold = options.Threshold, Progress = options.Progress }, cancel),
        };
    }

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
        TreeShap? trees = Choose(model, options).Method == ShapMethod.Tree ? TreesOf(model, options) : null;
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

    private static int Used(IModel model) => model is IUsesFeatures knows ? knows.UsedFeatures.Count : model.Features.Count;

    private static CoalitionMethod MethodOf(ShapMethod method) => method switch
    {
        ShapMethod.Exact => CoalitionMethod.Exact,
        ShapMethod.Permutation => CoalitionMethod.Permutation,
        _ => CoalitionMethod.Kernel,
    };
}
