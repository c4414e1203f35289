using Gate.Data;
using Gate.Explain.Linear;
using Gate.Explain.Trees;
using Gate.Models;

namespace Gate.Explain.Choosing;

/// <summary>
/// Shapley values of a linear model's score, or of its decision: for each pair of an explained row and one of the background the margins of
/// all mixtures of the two are sums of parts, of which the link is taken. Exact; what it costs doubles with each column in which the two
/// differ.
/// </summary>
internal static class LinearScoreShap
{
    public static ShapValues Explain(ILinearMargin model, Table rows, ShapOptions options, CancellationToken cancel)
    {
        if (options.Background.RowCount == 0) throw new ModelException("the background has no rows");
        var answers = new ModelAnswers(model, options.Output, model.TrainedClasses.Order(), options.Threshold);
        LinearParts own = LinearParts.Of(model, rows), behind = LinearParts.Of(model, options.Background);
        int columns = model.Features.Count;
        int[] inputs = [.. model.Terms.Select(term => term.Input)];
        var link = new OutputLink(LinkKind.Logistic);
        double Worth(double margin)
        {
            Span<double> score = [margin];
            link.Apply(score);
            return options.Output == ExplainedOutput.Decision ? ModelAnswers.Decided(score[0], options.Threshold) : score[0];
        }
        var values = new double[checked(rows.RowCount * columns)];
        InParallel.For(0, rows.RowCount, InParallel.Options(options.Threads, cancel), row =>
        {
            for (int other = 0; other < behind.Rows; other++)
                Add(own, row, behind, other, inputs, model.Intercepts[0], Worth, values.AsSpan(row * columns, columns));
        });
        double[] said = answers.Of(rows, cancel), bases = [answers.Of(options.Background, cancel).Average()];
        return new("linear_interventional", options.Output, model.Features, answers.Names, rows.RowCount, bases, values)
        {
            AdditivityError = Additivity.Error(values, bases, columns, said),
        };
    }

    /// <summary>Adds the values of one pair of rows.</summary>
    private static void Add(LinearParts own, int row, LinearParts behind, int other, int[] inputs, double start, Func<double, double> worth,
        Span<double> values)
    {
        int[] differing = [.. Enumerable.Range(0, inputs.Length).Where(term => own[row, term, 0] != behind[other, term, 0])];
        if (differing.Length > ScoreGame.MostPlayers)
            throw new ModelException($"a row differs from one of the background in {differing.Length} columns; exact Shapley values of the "
                + $"score take up to {ScoreGame.MostPlayers}. Explain the raw margin, or use kernel_shap");
        var worths = new double[1 << differing.Length];
        worths[0] = start;
        for (int term = 0; term < inputs.Length; term++) worths[0] += behind[other, term, 0];
        for (int player = 0; player < differing.Length; player++)
        {
            double change = own[row, differing[player], 0] - behind[other, differing[player], 0];
            for (int set = 0; set < 1 << player; set++) worths[set | 1 << player] = worths[set] + change;
        }
        for (int set = 0; set < worths.Length; set++) worths[set] = worth(worths[set]);
        for (int player = 0; player < differing.Length; player++)
            values[inputs[differing[player]]] += CoalitionGame.Value(worths, differing.Length, player, 0, 1) / behind.Rows;
    }
}
