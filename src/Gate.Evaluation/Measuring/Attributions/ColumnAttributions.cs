using Gate.Data.Numerics;
using Gate.Explain;
using Gate.Metrics;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>What columns add to the candidate's output over the explained rows, and how sure that is of rows like these.</summary>
internal sealed class ColumnAttributions
{
    private readonly ShapValues values;
    // Rows × columns: the size of what a column adds, over all outputs; and for each row that of all columns.
    private readonly double[] sizes, totals;

    public ColumnAttributions(ShapValues values)
    {
        this.values = values;
        int outputs = values.Outputs.Count;
        sizes = new double[values.Rows * values.Features.Count];
        for (int i = 0; i < values.Values.Length; i++) sizes[i / outputs] += Math.Abs(values.Values[i]);
        totals = new double[values.Rows];
        for (int i = 0; i < sizes.Length; i++) totals[i / Columns] += sizes[i];
    }

    public IReadOnlyList<string> Features => values.Features;

    private int Columns => Features.Count;

    /// <summary>The mean size of what a column adds in some rows; all of them without.</summary>
    public double MeanAbsolute(int column, IReadOnlyList<int>? rows = null) => Mean(row => sizes[row * Columns + column], rows);

    /// <summary>The mean of what a column adds to an output, with its sign.</summary>
    public double Mean(int column, int output, IReadOnlyList<int>? rows = null) => Mean(row => values[row, column, output], rows);

    /// <summary>
    /// The share of columns in what all columns add: a ratio of two means over rows, with the interval of its linearisation (the delta
    /// method; W. G. Cochran, Sampling Techniques, 1977, 6.5).
    /// </summary>
    public Measurement Share(IReadOnlyCollection<int> columns, double confidence)
    {
        int rows = values.Rows;
        var own = new double[rows];
        for (int row = 0; row < rows; row++)
            foreach (int column in columns) own[row] += sizes[row * Columns + column];
        double total = totals.Sum();
        if (total == 0) return new(MetricValue.Missing("no column changes what the model says of any explained row"), null);
        double share = own.Sum() / total, squares = 0;
        if (rows < 2) return new(MetricValue.Of(share), null);
        for (int row = 0; row < rows; row++)
        {
            double rest = own[row] - share * totals[row];
            squares += rest * rest;
        }
        double half = Critical(confidence, 1) * Math.Sqrt(squares * rows / (rows - 1)) / total;
        return new(MetricValue.Of(share), new(Math.Max(0, share - half), Math.Min(1, share + half), confidence, "delta"));
    }

    /// <summary>
    /// The best place of columns when all are ordered by the size of what they add. Its interval counts who is surely before or behind:
    /// paired differences of means, all at once (Bonferroni), as the ranks of M. Klein, T. Wright and J. Wieczorek, J. R. Stat. Soc. A 183
    /// (2020).
    /// </summary>
    public Measurement Rank(IReadOnlyCollection<int> columns, double confidence)
    {
        double critical = Critical(confidence, Math.Max(1, columns.Count * (Columns - 1)));
        int rank = Columns, low = Columns, high = Columns;
        foreach (int column in columns)
        {
            int before = 0, surelyBefore = 0, surelyBehind = 0;
            for (int other = 0; other < Columns; other++)
            {
                if (other == column) continue;
                (double difference, double error) = Difference(other, column);
                if (difference > 0) before++;
                if (difference > critical * error) surelyBefore++;
                if (-difference > critical * error) surelyBehind++;
            }
            rank = Math.Min(rank, 1 + before);
            low = Math.Min(low, 1 + surelyBefore);
            high = Math.Min(high, Columns - surelyBehind);
        }
        return new(MetricValue.Of(rank), values.Rows < 2 ? null : new(low, Math.Max(rank, high), confidence, "paired_ranks"));
    }

    private (double Difference, double Error) Difference(int first, int second)
    {
        int rows = values.Rows;
        double mean = MeanAbsolute(first) - MeanAbsolute(second), squares = 0;
        for (int row = 0; row < rows; row++)
        {
            double rest = sizes[row * Columns + first] - sizes[row * Columns + second] - mean;
            squares += rest * rest;
        }
        return (mean, rows < 2 ? double.PositiveInfinity : Math.Sqrt(squares / (rows - 1) / rows));
    }

    private double Mean(Func<int, double> of, IReadOnlyList<int>? rows)
    {
        double sum = 0;
        int count = rows?.Count ?? values.Rows;
        for (int i = 0; i < count; i++) sum += of(rows is null ? i : rows[i]);
        return sum / count;
    }

    private static double Critical(double confidence, int comparisons) => NormalLaw.OfTail((1 - confidence) / 2 / comparisons);
}
