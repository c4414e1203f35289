using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Explain;
using Gate.Explain.Compact;
using Gate.Explain.Linear;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Models.Calibration;

namespace Gate.Evaluation.Measuring.WhatIf;

/// <summary>The candidate and its starting rows as the result tells them.</summary>
internal static class WhatIfFactsBuilder
{
    public static WhatIfFacts Build(RunContext run, IModel model, CompactModel compact, Table background)
    {
        // A calibration changes the score and not the margin, to which columns add.
        IModel looked = model is TunedModel tuned ? tuned.Inner : model;
        var reads = (IReadsFeatures)looked;
        int[] used = [.. compact.Trees.SelectMany(tree => tree.Feature).Concat(compact.Terms.Select(term => term.Feature))
            .Where(feature => feature >= 0).Distinct().Order()];
        StartRows starts = StartRows.Of(run, model.Features);
        ShapValues shap = looked is ITreeModel trees
            ? new TreeShap(trees, new(Threads: run.Inputs.Threads) { Background = background }).Explain(starts.Table, run.Cancel)
            : LinearShap.Explain((ILinearMargin)looked, starts.Table, background, new(), run.Cancel);
        bool two = model.Task == TaskType.BinaryClassification, several = model.Task == TaskType.MulticlassClassification;
        int Place(int feature) => feature < 0 ? -1 : Array.IndexOf(used, feature);
        return new(compact.Terms.Count > 0 ? "linear" : "trees", compact.Outputs[0], two ? model.Classes[0] : null,
            two ? run.Candidate.Threshold : null, compact.Bases[0], LinkWord(compact.Link.Kind), compact.Link.Scale,
            RuleWord(compact.Inputs), shap.BaseValues[0], [.. used.Select(feature => Input(run, reads, feature))],
            [.. compact.Trees.Select(tree => Tree(tree, Place))],
            [.. compact.Terms.Select(term => new WhatIfTerm(Place(term.Feature), term.Missing, term.Coefficients, term.Expected)
                { Class = term.Output })],
            Starts(reads.Read(starts.Table), model, compact, starts, used, shap))
        {
            Calibrations = [.. Calibrations(compact.Calibration)],
            Classes = several ? [.. compact.Outputs.Select((name, k) => new WhatIfClass(name, compact.Bases[k], shap.BaseValues[k]))] : [],
        };
    }

    private static WhatIfInput Input(RunContext run, IReadsFeatures model, int feature)
    {
        ModelInput input = model.Inputs[feature];
        Column column = run.Data.Test[input.Name];
        if (input.Kind == InputKind.Category)
            return new(input.Name, "category", [.. Enumerable.Range(0, input.Levels).Select(input.LevelName)],
                Finite(MissingCode(model, run.Data.Test, feature)), null, null);
        double[] values = [.. ((column as NumericColumn)?.Values ?? []).Where(double.IsFinite)];
        string type = column.Type switch { ColumnType.Boolean => "boolean", ColumnType.Date => "date", _ => "number" };
        return new(input.Name, type, [], null, values.Length == 0 ? null : values.Min(), values.Length == 0 ? null : values.Max());
    }

    /// <summary>What the model makes of a missing category.</summary>
    private static double MissingCode(IReadsFeatures model, Table rows, int feature)
    {
        string name = model.Inputs[feature].Name;
        Table one = rows.Select(model.Features).Take([0]);
        var missing = new CategoryColumn(name, [-1], (one[name] as CategoryColumn)?.Categories ?? []);
        return model.Read(new([.. one.Columns.Select(column => column.Name == name ? missing : column)]))[feature][0];
    }

    private static WhatIfTree Tree(CompactTree tree, Func<int, int> place) => new([.. tree.Feature.Select(place)],
        [.. tree.Threshold.Select((threshold, node) => tree.Left[node] < 0 || tree.Levels[node] is not null ? 0
            // JSON has no infinity; no value lies beyond the largest number.
            : Math.Clamp(threshold, -double.MaxValue, double.MaxValue))],
        [.. tree.Levels.Select(levels => levels ?? [])], tree.MissingLeft,
        [.. tree.Rule.Select((rule, node) => tree.Levels[node] is null ? rule : 3)], tree.Left, tree.Right, tree.Value, tree.Cover)
        { Class = tree.Output };

    private static IEnumerable<WhatIfCalibration> Calibrations(LearnedCalibration? calibration) => calibration switch
    {
        OneAgainstRest several => several.Classes.SelectMany(Calibrations),
        SigmoidCalibration sigmoid => [new(sigmoid.Method, sigmoid.Slope, sigmoid.Intercept, sigmoid.OnLogOdds, [], [])],
        IsotonicCalibration isotonic => [new(isotonic.Method, 0, 0, false, isotonic.Scores, isotonic.Probabilities)],
        _ => [],
    };

    private static WhatIfStart[] Starts(IReadOnlyList<double[]> columns, IModel model, CompactModel compact, StartRows starts, int[] used,
        ShapValues shap)
    {
        double[] scores = model.Score(starts.Table);
        int width = scores.Length / starts.Names.Count;
        int[] places = width == 1 ? [0] : [.. compact.Outputs.Select(name => model.Classes.ToList().IndexOf(name))];
        return [.. starts.Names.Select((name, row) =>
        {
            double[] all = CompactModel.Values(columns, row), own = Array.ConvertAll(used, feature => all[feature]);
            WhatIfClassStart[] outputs = [.. places.Select((place, k) => new WhatIfClassStart(scores[row * width + place],
                [.. used.Select(feature => shap[row, feature, k])]))];
            return new WhatIfStart(name, starts.Counts[row], [.. own.Select(value => double.IsFinite(value) ? value : 0)],
                [.. Enumerable.Range(0, own.Length).Where(i => !double.IsFinite(own[i]))], outputs[0].Score, outputs[0].Contributions)
            {
                Classes = width == 1 ? [] : outputs,
            };
        })];
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static string LinkWord(LinkKind link) => link switch
    {
        LinkKind.Logistic or LinkKind.LogisticEach => "logistic",
        LinkKind.Softmax => "softmax",
        LinkKind.LogisticShares => "logistic_shares",
        LinkKind.Shares => "shares",
        LinkKind.Exp => "exp",
        LinkKind.SignedSquare => "signed_square",
        LinkKind.LogOnePlusExp => "log_one_plus_exp",
        _ => "identity",
    };

    private static string RuleWord(InputRule rule) => rule switch
    {
        InputRule.Single => "single",
        InputRule.TinyIsZero => "tiny_is_zero",
        _ => "exact",
    };
}
