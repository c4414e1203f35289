using System.Buffers;
using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Regression;

internal sealed class SpearmanCorrelation : OrderedMetric
{
    public override string Name => "spearman_correlation";

    public override IReadOnlyList<string> Aliases => ["spearman_r"];

    public override string Definition =>
        "The correlation of the ranks of predicted and true numbers, ties in the middle: 1 in the same order, 0 none.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => "all true or all predicted values are equal";

    public override string Source => "scipy, spearmanr";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override RowOrder Order => RowOrder.Target;

    internal override RowOrder? SecondOrder => RowOrder.Estimate;

    internal override string? Read(Sample sample, int row, int code, Span<double> terms)
    {
        terms[0] = sample.Estimates![row];
        return null;
    }

    internal override MetricValue Compute(OrderedRows rows)
    {
        double total = rows.Total();
        if (total == 0) return MetricValue.Missing(Reasons.NoRows);
        int length = rows.Weights.Length;
        double[] ranks = ArrayPool<double>.Shared.Rent(length);
        double byTarget = RankByTarget(rows, total, ranks);
        (double byEstimate, double together) = WithEstimate(rows, total, ranks);
        ArrayPool<double>.Shared.Return(ranks);
        if (byTarget == 0) return MetricValue.Missing("all true values are equal");
        return byEstimate == 0 ? MetricValue.Missing("all predicted values are equal") : MetricValue.Of(
            Math.Clamp(together / Math.Sqrt(byTarget * byEstimate), -1, 1));
    }

    /// <summary>Fills in each row's rank, as the share of the weight below it and half of that beside it, from the middle; returns the sum
    /// of their squares.</summary>
    private static double RankByTarget(OrderedRows rows, double total, double[] ranks)
    {
        ReadOnlySpan<double> weights = rows.Weights;
        ReadOnlySpan<bool> endsTie = rows.EndsTie;
        double below = 0, squares = 0;
        for (int start = 0, end; start < weights.Length; start = end)
        {
            double tied = 0;
            end = start;
            do tied += weights[end]; while (!endsTie[end++]);
            double rank = Rank(below, tied, total);
            ranks.AsSpan(start, end - start).Fill(rank);
            squares += tied * rank * rank;
            below += tied;
        }
        return squares;
    }

    private static (double Squares, double Products) WithEstimate(OrderedRows rows, double total, double[] ranks)
    {
        ReadOnlySpan<double> weights = rows.Weights, estimates = rows.Term(0);
        ReadOnlySpan<int> order = rows.Second;
        double below = 0, squares = 0, products = 0;
        for (int start = 0, end; start < order.Length; start = end)
        {
            double tied = 0, others = 0;
            end = start;
            for (; end < order.Length && estimates[order[end]] == estimates[order[start]]; end++)
            {
                tied += weights[order[end]];
                others += weights[order[end]] * ranks[order[end]];
            }
            double rank = Rank(below, tied, total);
            squares += tied * rank * rank;
            products += rank * others;
            below += tied;
        }
        return (squares, products);
    }

    // All rows tied: exactly 0, whatever rounding leaves.
    private static double Rank(double below, double tied, double total) =>
        tied >= total * (1 - Quantiles.Rounding) ? 0 : (below + tied / 2) / total - 0.5;
}
