using Gate.Data;
using Gate.Models;

namespace Gate.Explain;

/// <summary>
/// Shapley values of a score, or of a decision, that is no sum over trees or terms: for each pair of an explained row and one of the
/// background the Shapley values of the scores of all their mixtures. Exact; what it costs doubles with each column in which two rows
/// differ.
/// </summary>
/// <param name="mixer">The model.</param>
/// <param name="columns">How many columns there are.</param>
/// <param name="outputs">How many outputs the model has.</param>
/// <param name="threshold">For decisions; null for the score itself.</param>
internal sealed class MixtureGame(IMixer mixer, int columns, int outputs, double? threshold)
{
    /// <summary>So many columns may differ.</summary>
    public const int MostPlayers = 16;

    /// <summary>The mean of the background.</summary>
    public double[] Base()
    {
        var mean = new double[outputs];
        var scores = new double[outputs];
        for (int other = 0; other < mixer.BackgroundRows; other++)
        {
            mixer.OfBackground(other, scores);
            Decide(scores);
            for (int k = 0; k < outputs; k++) mean[k] += scores[k] / mixer.BackgroundRows;
        }
        return mean;
    }

    /// <summary>The values of rows: rows × columns × outputs.</summary>
    /// <exception cref="ModelException">A row differs from one of the background in too many columns.</exception>
    public double[] Explain(Table rows, ParallelOptions parallel)
    {
        int width = columns * outputs;
        var values = new double[checked(rows.RowCount * width)];
        IMixedRows mixed = mixer.Of(rows, parallel);
        InParallel.For(0, rows.RowCount, parallel, row => Explain(mixed, row, values.AsSpan(row * width, width)));
        return values;
    }

    private void Explain(IMixedRows mixed, int row, Span<double> values)
    {
        var differs = new bool[columns];
        for (int other = 0; other < mixer.BackgroundRows; other++)
        {
            IMixture mixture = mixed.Of(row, other);
            Array.Clear(differs);
            mixture.Mark(differs);
            int[] differing = [.. Enumerable.Range(0, columns).Where(column => differs[column])];
            if (differing.Length > MostPlayers)
                throw new ModelException($"a row differs from one of the background in {differing.Length} columns that the model reads; "
                    + $"exact Shapley values of the score take up to {MostPlayers}. Explain the raw margin, or use kernel_shap");
            double[] scores = mixture.Scores(differing);
            Decide(scores);
            for (int j = 0; j < differing.Length; j++)
                for (int k = 0; k < outputs; k++)
                    values[differing[j] * outputs + k] +=
                        CoalitionGame.Value(scores, differing.Length, j, k, outputs) / mixer.BackgroundRows;
        }
    }

    private void Decide(Span<double> scores)
    {
        if (threshold is not { } least) return;
        foreach (ref double score in scores) score = ModelAnswers.Decided(score, least);
    }
}
