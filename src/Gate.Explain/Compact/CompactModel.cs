using Gate.Data;
using Gate.Explain.Linear;
using Gate.Explain.Trees;
using Gate.Models;

namespace Gate.Explain.Compact;

/// <summary>
/// A model of one output as the few numbers that scoring a row needs, for a page that scores by itself: a sum of trees, or of what features
/// add, and a link.
/// </summary>
/// <param name="Base">What the margin starts from.</param>
/// <param name="Link">From margin to score.</param>
/// <param name="Inputs">What trees do to values first.</param>
/// <param name="Trees">The trees; empty for a linear model.</param>
/// <param name="Terms">The terms of a linear model; empty for trees.</param>
public sealed record CompactModel(double Base, OutputLink Link, InputRule Inputs, IReadOnlyList<CompactTree> Trees,
    IReadOnlyList<CompactTerm> Terms)
{
    // Rounding in another order of sums.
    private const double Tolerance = 1e-9;

    /// <summary>How many nodes its trees have.</summary>
    public int Nodes => Trees.Sum(tree => tree.Feature.Length);

    /// <summary>The compact form of a model of trees or a linear one; null with the reason where it has none.</summary>
    /// <param name="model">A model of two classes or a regression.</param>
    /// <param name="background">Rows that say what is expected, and which nodes rows come to where the model does not tell it.</param>
    public static (CompactModel? Model, string? Reason) Of(IModel model, Table background)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(background);
        if (model.Task == TaskType.MulticlassClassification) return (null, "of several classes each has a margin of its own");
        if (background.RowCount == 0) return (null, "there are no rows");
        CompactModel? made = model switch
        {
            ITreeModel trees => OfTrees(trees, background),
            ILinearMargin { Intercepts.Count: 1 } linear => OfLinear(linear, background),
            _ => null,
        };
        if (made is null) return (null, $"{model.Kind} is neither made of trees nor linear");
        // Whatever a format may mean that is not thought of here shows in other scores.
        return made.Agrees((IReadsFeatures)model, background) ? (made, null)
            : (null, $"the compact form of {model.Kind} does not score as the model does");
    }

    /// <summary>The margin of one row.</summary>
    /// <param name="values">The values of the model's inputs, as <see cref="IReadsFeatures.Read"/> gives them.</param>
    public double Margin(IReadOnlyList<double> values) => Base + Trees.Sum(tree => tree.Value[tree.Leaf(values, Inputs)])
        + Terms.Sum(term => term.Of(values[term.Feature]));

    /// <summary>The score of one row.</summary>
    /// <param name="values">The values of the model's inputs.</param>
    public double Score(IReadOnlyList<double> values)
    {
        Span<double> score = [Margin(values)];
        Link.Apply(score);
        return score[0];
    }

    /// <summary>The values of one row as the model reads them; not a number for a feature that it does not use.</summary>
    /// <param name="columns">What <see cref="IReadsFeatures.Read"/> gave.</param>
    /// <param name="row">The row.</param>
    public static double[] Values(IReadOnlyList<double[]> columns, int row)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return [.. columns.Select(column => row < column.Length ? column[row] : double.NaN)];
    }

    private bool Agrees(IReadsFeatures model, Table rows)
    {
        IReadOnlyList<double[]> columns = model.Read(rows);
        double[] scores = model.Score(rows);
        for (int row = 0; row < scores.Length; row++)
        {
            double own = Score(Values(columns, row));
            if (!(Math.Abs(own - scores[row]) <= Tolerance * Math.Max(1, Math.Abs(scores[row])))) return false;
        }
        return true;
    }

    private static CompactModel? OfTrees(ITreeModel model, Table background)
    {
        var outputs = new TreeOutputs(model);
        // Two sums that a softmax compares are one margin.
        OutputLink link = model.Link.Kind == LinkKind.Softmax ? new(LinkKind.Logistic) : model.Link;
        IReadOnlyList<double[]> columns = model.Read(background);
        CompactTree[] trees = [.. model.Trees.Select((tree, t) => Tree(model, tree, outputs.TermsOf(t), columns, background.RowCount))];
        return new(outputs.Base[0], link, model.Sum.Inputs, trees, []);
    }

    private static CompactTree Tree(ITreeModel model, FlatTree tree, TreeTerm[] terms, IReadOnlyList<double[]> columns, int rows)
    {
        var levels = new int[]?[tree.NodeCount];
        var values = new double[tree.NodeCount];
        for (int node = 0; node < tree.NodeCount; node++)
        {
            if (tree.Left[node] < 0)
                foreach (TreeTerm term in terms) values[node] += term.Factor * tree.Values[node * tree.ValuesPerNode + term.Value];
            else if (tree.LeftLevels?[node] is { } set) levels[node] = [.. set.Levels];
            else if (tree.Level[node] is >= 0 and int right)
                levels[node] = [TreeInputs.NoLevel, .. Enumerable.Range(0, model.Inputs[tree.Feature[node]].Levels)
                    .Where(level => level != right)];
        }
        var compact = new CompactTree(tree.Feature, tree.Threshold, levels, tree.MissingLeft,
            [.. Enumerable.Range(0, tree.NodeCount).Select(node => (int)(tree.Rules?[node] ?? MissingRule.Missing))], tree.Left, tree.Right,
            values, tree.Weight);
        return NodeCovers.Has(tree) ? compact : compact with { Cover = Covers(compact, model.Sum.Inputs, columns, rows) };
    }

    private static double[] Covers(CompactTree tree, InputRule inputs, IReadOnlyList<double[]> columns, int rows)
    {
        var covers = new double[tree.Feature.Length];
        for (int row = 0; row < rows; row++) covers[tree.Leaf(Values(columns, row), inputs)]++;
        // Children stand behind their parent.
        for (int node = covers.Length - 1; node >= 0; node--)
            if (tree.Left[node] >= 0) covers[node] = covers[tree.Left[node]] + covers[tree.Right[node]];
        return covers;
    }

    private static CompactModel OfLinear(ILinearMargin model, Table background)
    {
        LinearParts parts = LinearParts.Of(model, background);
        return new(model.Intercepts[0], LinkOf(model), InputRule.Exact, [], [.. model.Terms.Select((term, t) => new CompactTerm(term.Input,
            term.Mean, [.. term.Coefficients], model.Inputs[term.Input].Kind == InputKind.Category, parts.Mean(t, 0)))]);
    }

    /// <summary>A linear margin of two classes is the log-odds; of a regression it may be the logarithm of the prediction, which scoring
    /// tells.</summary>
    private static OutputLink LinkOf(ILinearMargin model) =>
        new(model.Task == TaskType.BinaryClassification ? LinkKind.Logistic : LinkKind.Identity);
}
