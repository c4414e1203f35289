using Gate.Data;
using Gate.Explain.Linear;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Models.Blending;
using Gate.Models.Calibration;

namespace Gate.Explain.Compact;

/// <summary>
/// A model as the few numbers that scoring a row needs, for a page that scores by itself: for each output a sum of trees, or of what
/// features add, and a link.
/// </summary>
/// <param name="Outputs">What the outputs are of: the positive class, the classes that training had, or <c>prediction</c>.</param>
/// <param name="Bases">What each margin starts from.</param>
/// <param name="Link">From margins to scores.</param>
/// <param name="Inputs">What trees do to values first.</param>
/// <param name="Trees">The trees; empty for a linear model. One with several values a leaf stands here once for each output.</param>
/// <param name="Terms">The terms of a linear model, each of one output; empty for trees.</param>
public sealed record CompactModel(IReadOnlyList<string> Outputs, IReadOnlyList<double> Bases, OutputLink Link, InputRule Inputs,
    IReadOnlyList<CompactTree> Trees, IReadOnlyList<CompactTerm> Terms)
{
    // Rounding in another order of sums.
    private const double Tolerance = 1e-9;

    /// <summary>What is made of the scores at last; null for nothing.</summary>
    public LearnedCalibration? Calibration { get; init; }

    /// <summary>How many nodes its trees have.</summary>
    public int Nodes => Trees.Sum(tree => tree.Feature.Length);

    /// <summary>The compact form of a model of trees or a linear one, calibrated or not; null with the reason where it has none.</summary>
    /// <param name="model">The model.</param>
    /// <param name="background">Rows that say what is expected, and which nodes rows come to where the model does not tell it.</param>
    public static (CompactModel? Model, string? Reason) Of(IModel model, Table background)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(background);
        if (background.RowCount == 0) return (null, "there are no rows");
        (IModel looked, LearnedCalibration? calibration) = model is TunedModel tuned ? (tuned.Inner, tuned.Calibration) : (model, null);
        CompactModel? made = looked switch
        {
            ITreeModel trees => OfTrees(trees, background),
            ILinearMargin linear when linear.Intercepts.Count == Margins(linear) => OfLinear(linear, background),
            _ => null,
        };
        if (made is null)
            return (null, looked switch
            {
                BlendedModel => "an average of models has no margin that columns add to",
                ILinearMargin => $"{model.Kind} has no margin for each class",
                _ => $"{model.Kind} is neither made of trees nor linear",
            });
        if (calibration is OneAgainstRest several && several.Classes.Count != made.Outputs.Count)
            return (null, $"the score of {model.Kind} is calibrated also for a class that training did not have");
        made = made with { Calibration = calibration };
        // Whatever a format may mean that is not thought of here shows in other scores.
        return made.Agrees((IReadsFeatures)looked, model, background) ? (made, null)
            : (null, $"the compact form of {model.Kind} does not score as the model does");
    }

    /// <summary>The scores of one row, one an output.</summary>
    /// <param name="values">The values of the model's inputs, as <see cref="IReadsFeatures.Read"/> gives them.</param>
    public double[] Scores(IReadOnlyList<double> values)
    {
        double[] scores = [.. Bases];
        foreach (CompactTree tree in Trees) scores[tree.Output] += tree.Value[tree.Leaf(values, Inputs)];
        foreach (CompactTerm term in Terms) scores[term.Output] += term.Of(values[term.Feature]);
        Link.Apply(scores);
        return Calibration?.Apply(scores) ?? scores;
    }

    /// <summary>The values of one row as the model reads them; not a number for a feature that it does not use.</summary>
    /// <param name="columns">What <see cref="IReadsFeatures.Read"/> gave.</param>
    /// <param name="row">The row.</param>
    public static double[] Values(IReadOnlyList<double[]> columns, int row)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return [.. columns.Select(column => row < column.Length ? column[row] : double.NaN)];
    }

    private bool Agrees(IReadsFeatures reads, IModel model, Table rows)
    {
        IReadOnlyList<double[]> columns = reads.Read(rows);
        int width = model.Task == TaskType.MulticlassClassification ? model.Classes.Count : 1;
        int[] places = width == 1 ? [0] : [.. Outputs.Select(name => model.Classes.ToList().IndexOf(name))];
        double[] scores = model.Score(rows);
        for (int row = 0; row < rows.RowCount; row++)
        {
            double[] own = Scores(Values(columns, row));
            for (int k = 0; k < own.Length; k++)
            {
                double said = scores[row * width + places[k]];
                if (!(Math.Abs(own[k] - said) <= Tolerance * Math.Max(1, Math.Abs(said)))) return false;
            }
        }
        return true;
    }

    private static CompactModel? OfTrees(ITreeModel model, Table background)
    {
        var outputs = new TreeOutputs(model);
        // Two sums that a softmax compares are one margin.
        OutputLink link = model.Link.Kind == LinkKind.Softmax && outputs.Count == 1 ? new(LinkKind.Logistic) : model.Link;
        IReadOnlyList<double[]> columns = model.Read(background);
        CompactTree[] trees = [.. model.Trees.SelectMany((tree, t) => outputs.TermsOf(t).GroupBy(term => term.Output)
            .Select(terms => Tree(model, tree, terms.Key, [.. terms], columns, background.RowCount)))];
        return new(NamesOf(model, model.Codes), outputs.Base, link, model.Sum.Inputs, trees, []);
    }

    private static string[] NamesOf(IModel model, IEnumerable<int> codes) =>
        new ModelAnswers(model, ExplainedOutput.Raw, codes.Order()).Names;

    private static CompactTree Tree(ITreeModel model, FlatTree tree, int output, TreeTerm[] terms, IReadOnlyList<double[]> columns,
        int rows)
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
            values, tree.Weight, output);
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
        int outputs = model.Intercepts.Count;
        // Outputs are in the order of the classes, whatever that of the model.
        int[] own = outputs == 1 ? [0] : [.. Enumerable.Range(0, outputs).OrderBy(k => model.TrainedClasses[k])];
        return new(NamesOf(model, model.TrainedClasses), [.. own.Select(k => model.Intercepts[k])],
            // Of a foreign regression scoring tells whether its margin is the prediction.
            LinearMixer.LinkOf(model) ?? new(LinkKind.Identity), InputRule.Exact, [],
            [.. own.SelectMany((k, to) => model.Terms.Select((term, t) => new CompactTerm(term.Input, term.Mean,
                [.. term.Coefficients.Where((_, i) => i % outputs == k)], model.Inputs[term.Input].Kind == InputKind.Category,
                parts.Mean(t, k), to)))]);
    }

    private static int Margins(ILinearMargin model) => model.Task == TaskType.MulticlassClassification ? model.TrainedClasses.Count : 1;
}
