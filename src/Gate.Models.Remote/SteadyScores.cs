using Gate.Data;

namespace Gate.Models.Remote;

/// <summary>Holds that a model that cannot be looked into says the same of a row whenever it is asked, and whatever rows stand
/// beside it.</summary>
public static class SteadyScores
{
    /// <summary>By how much two answers may differ, at most: sums of single precision in another order.</summary>
    public const double Slack = 1e-5;

    /// <summary>How many rows are asked for a second time.</summary>
    public const int Rows = 50;

    /// <summary>Asks for the first rows once more, alone and in the opposite order.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows that were scored.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">A row got another score: what is measured would depend on chance.</exception>
    public static void Require(IModel model, Table rows, double[] scores, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(scores);
        int count = Math.Min(Rows, rows.RowCount);
        if (count == 0) return;
        int width = scores.Length / rows.RowCount;
        double[] again = model.Score(rows.Take([.. Enumerable.Range(0, count).Reverse()]), cancel);
        for (int i = 0; i < count * width; i++)
        {
            int row = i / width;
            double other = again[((count - 1 - row) * width) + (i % width)];
            if (Math.Abs(scores[i] - other) <= Slack * Math.Max(1, Math.Abs(scores[i]))) continue;
            throw new ModelException(FormattableString.Invariant($"the {model.Kind} gave row {row + 1} the score {scores[i]} and, asked ")
                + FormattableString.Invariant($"again among other rows, {other}; a model that does not say the same of a row each time ")
                + "cannot be judged: fix its seed, or what it takes from the rows beside a row");
        }
    }
}
