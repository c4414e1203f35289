using Gate.Data;
using Gate.Metrics;
using Gate.Models;

namespace Gate.Evaluation.Measuring.Operations;

/// <summary>The times that scoring one row took, one for each of several batches.</summary>
/// <param name="SecondsPerRow">Seconds a row, ascending.</param>
internal sealed record ScoreTimes(IReadOnlyList<double> SecondsPerRow)
{
    /// <summary>What the interval's method is called in results.</summary>
    public const string Method = "order statistics";

    // Enough for an interval of the median at 99.99 %; fewer rows than the least would time the call and not the rows.
    private const int Batches = 25, WarmUps = 3, LeastRows = 1_000, MostRows = 10_000;

    /// <summary>Times batches of scoring, after some that are not counted.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows to score; repeated where there are few, and the first ones where there are many.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="cancel">Stops the work.</param>
    public static ScoreTimes Take(IModel model, Table rows, TimeProvider clock, CancellationToken cancel)
    {
        int count = Math.Clamp(rows.RowCount, LeastRows, MostRows);
        Table batch = rows.Select(model.Features).Take([.. Enumerable.Range(0, count).Select(row => row % rows.RowCount)]);
        var seconds = new double[Batches];
        for (int i = -WarmUps; i < Batches; i++)
        {
            long start = clock.GetTimestamp();
            model.Score(batch, cancel);
            if (i >= 0) seconds[i] = clock.GetElapsedTime(start).TotalSeconds / count;
        }
        Array.Sort(seconds);
        return new(seconds);
    }

    /// <summary>
    /// The median with the interval between two order statistics, which holds whatever the distribution of times (W. J. Conover, Practical
    /// Nonparametric Statistics, 1999, 3.2): of n times, more than n - k lie below the true median with probability P(X &lt; k), X binomial
    /// (n, 1/2). No interval where that confidence needs more times than there are.
    /// </summary>
    /// <param name="confidence">The least coverage.</param>
    public Measurement Median(double confidence)
    {
        int n = SecondsPerRow.Count, k = 0;
        double middle = (SecondsPerRow[(n - 1) / 2] + SecondsPerRow[n / 2]) / 2;
        // P(X ≤ k) for k = 0, 1, …, each term from the one before.
        double term = Math.ScaleB(1, -n), tail = term;
        while (k < n / 2 && tail <= (1 - confidence) / 2)
        {
            term *= (double)(n - k) / ++k;
            tail += term;
        }
        return new(MetricValue.Of(middle), k == 0 ? null : new(SecondsPerRow[k - 1], SecondsPerRow[n - k], confidence, Method));
    }
}
