using Gate.Data;

namespace Gate.Explain.Agnostic;

/// <summary>
/// What coalitions of columns are worth to a model of any kind, which is called with large blocks of mixed rows.
/// </summary>
internal sealed class CoalitionScores(ModelAnswers answers, IReadOnlyList<string> columns, int[] players, Table rows, Table background,
    ShapLink link, ParallelOptions parallel) : ICoalitionWorths
{
    private const int BlockRows = 1 << 15;

    private readonly Column[] stacked = StackedRows.Of(columns, rows, background);
    private readonly int outputs = answers.Names.Length;

    public double[] Of(int first, int count, bool[][] coalitions)
    {
        var worths = new double[checked(count * coalitions.Length * outputs)];
        int pairs = count * coalitions.Length, each = Math.Max(1, BlockRows / background.RowCount);
        InParallel.For(0, (pairs + each - 1) / each, parallel, block =>
        {
            int start = block * each, end = Math.Min(pairs, start + each);
            Score(first, coalitions, start, end, worths.AsSpan(start * outputs, (end - start) * outputs));
        });
        return worths;
    }

    /// <summary>The worths of no column, which are those of any row: one for each output.</summary>
    public double[] OfNone() => Means(answers.Of(background, parallel.CancellationToken), 1);

    /// <summary>The worths of all columns: rows × outputs.</summary>
    public double[] OfAll() => Array.ConvertAll(answers.Of(rows, parallel.CancellationToken), Linked);

    private void Score(int first, bool[][] coalitions, int start, int end, Span<double> worths)
    {
        int behind = background.RowCount;
        var take = new int[(end - start) * behind];
        var mixed = new Column[stacked.Length];
        for (int column = 0; column < stacked.Length; column++)
        {
            int player = Array.IndexOf(players, column);
            for (int pair = start; pair < end; pair++)
            {
                (int row, int coalition) = Math.DivRem(pair, coalitions.Length);
                Span<int> some = take.AsSpan((pair - start) * behind, behind);
                if (player >= 0 && coalitions[coalition][player]) some.Fill(first + row);
                else
                    for (int b = 0; b < behind; b++) some[b] = rows.RowCount + b;
            }
            mixed[column] = stacked[column].Take(take);
        }
        Means(answers.Of(new Table(mixed), parallel.CancellationToken), end - start).CopyTo(worths);
    }

    private double[] Means(double[] all, int groups)
    {
        var means = new double[groups * outputs];
        int behind = all.Length / means.Length;
        for (int group = 0; group < groups; group++)
            for (int k = 0; k < outputs; k++)
            {
                double sum = 0;
                for (int b = 0; b < behind; b++) sum += all[(group * behind + b) * outputs + k];
                means[group * outputs + k] = Linked(sum / behind);
            }
        return means;
    }

    private double Linked(double value) => link == ShapLink.Identity ? value : Data.Numerics.Portable.Log(value / (1 - value));
}
