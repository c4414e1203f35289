using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Statistics;

/// <summary>Count-based metrics of one frame. Replicates are drawn once, when the first is asked for, and shared by all metrics and both sides.</summary>
internal sealed partial class CountStatistics(CellTable table, FrameOptions options, CancellationToken cancel) : IReplicates<CountMetric>
{
    public const string Method = "cell_bootstrap";
    private const int MostNumbers = 1 << 25;
    private const int FewestReplicates = 200;

    private readonly double[] weights = [.. table.Cells.Select(cell => cell.Weight)];
    private readonly double[] squares = [.. table.Cells.Select(cell => cell.Square)];
    private double[]? drawn;

    /// <summary>How many replicates: what the options ask for, fewer only where memory would not hold them.</summary>
    private int Replicates { get; } = Math.Min(options.Replicates, Math.Max(FewestReplicates, MostNumbers / Math.Max(1, table.Cells.Length)));

    public MetricValue[] Estimate(CountMetric metric, Side side, Scopes scopes)
    {
        double[] confusions = Confusions(weights, side, scopes);
        var values = new MetricValue[scopes.Count];
        for (int s = 0; s < values.Length; s++) values[s] = metric.Compute(At(confusions, s));
        return values;
    }

    /// <summary>The effective number of trials behind a rate in each scope.</summary>
    public double[] EffectiveTrials(RateMetric metric, Side side, Scopes scopes)
    {
        double[] sums = Confusions(weights, side, scopes), sumsOfSquares = Confusions(squares, side, scopes);
        var trials = new double[scopes.Count];
        for (int s = 0; s < trials.Length; s++)
            trials[s] = Wilson.EffectiveSize(metric.Share(At(sums, s)).Trials, metric.Share(At(sumsOfSquares, s)).Trials);
        return trials;
    }

    public double[] Replicate(CountMetric metric, Side side, Scopes scopes)
    {
        drawn ??= CellBootstrap.Draw(table, Replicates, options.Seed, options.Threads, cancel);
        var values = new double[scopes.Count * Replicates];
        int cells = table.Cells.Length;
        Workers.For(Replicates, options.Threads, () => new double[scopes.Count * table.Classes * table.Classes], (r, confusions) =>
        {
            table.AddUp(drawn.AsSpan(r * cells, cells), side, scopes, confusions);
            for (int s = 0; s < scopes.Count; s++)
                values[s * Replicates + r] = metric.Compute(At(confusions, s)).NumberOrNull ?? double.NaN;
        }, cancel);
        return values;
    }

    private double[] Confusions(double[] amounts, Side side, Scopes scopes)
    {
        var confusions = new double[scopes.Count * table.Classes * table.Classes];
        table.AddUp(amounts, side, scopes, confusions);
        return confusions;
    }

    private Confusion At(double[] confusions, int scope)
    {
        int size = table.Classes * table.Classes;
        return new Confusion(confusions.AsSpan(scope * size, size), table.Classes);
    }
}
