using Gate.Metrics.Cells;
using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Statistics;

/// <summary>Count-based metrics of one frame. Replicates are drawn once, when the first is asked for, and shared by all metrics and both
/// sides.</summary>
internal sealed partial class CountStatistics(CellTable table, FrameOptions options, CancellationToken cancel) : IReplicates<CountMetric>
{
    public const string Method = "cell_bootstrap";

    private readonly double[] weights = [.. table.Cells.Select(cell => cell.Weight)];
    private readonly double[] squares = [.. table.Cells.Select(cell => cell.Square)];

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
            trials[s] = EffectiveSize.OfShare(metric.Share(At(sums, s)), metric.Share(At(sumsOfSquares, s)));
        return trials;
    }

    /// <summary>The weight of the trials of a rate in each scope.</summary>
    public double[] Trials(RateMetric metric, Side side, Scopes scopes)
    {
        double[] sums = Confusions(weights, side, scopes);
        return [.. Enumerable.Range(0, scopes.Count).Select(s => metric.Share(At(sums, s)).Trials)];
    }

    /// <summary>The effective number of rows in each scope.</summary>
    public double[] EffectiveRows(Scopes scopes)
    {
        (double[] sums, double[] sumsOfSquares) = WeightSums(scopes);
        return [.. sums.Zip(sumsOfSquares, EffectiveSize.Of)];
    }

    /// <summary>The number of rows in each scope.</summary>
    public double[] Rows(Scopes scopes)
    {
        var rows = new double[scopes.Count];
        foreach (Cell cell in table.Cells)
            if (cell.Weight > 0) rows[scopes.OfGroup[cell.Group]] += cell.Count;
        return rows;
    }

    /// <summary>The effective number of rows of the rarer of two classes in each scope; of several classes, or of numbers, that of a class
    /// of mean size.</summary>
    public double[] EffectiveRarer(Scopes scopes)
    {
        if (table.Classes != 2) return [.. EffectiveRows(scopes).Select(rows => rows / table.Classes)];
        var sums = new (double Weight, double Square)[2 * scopes.Count];
        foreach (Cell cell in table.Cells)
        {
            ref var own = ref sums[2 * scopes.OfGroup[cell.Group] + cell.Label];
            own = (own.Weight + cell.Weight, own.Square + cell.Square);
        }
        double[] rows = [.. sums.Select(own => own.Weight > 0 ? EffectiveSize.Of(own.Weight, own.Square) : 0)];
        return [.. Enumerable.Range(0, scopes.Count).Select(s => Math.Min(rows[2 * s], rows[2 * s + 1]))];
    }

    /// <summary>The effective number of rows that a side predicts wrongly in each scope; at least 1.</summary>
    public double[] EffectiveMisses(Side side, Scopes scopes)
    {
        var sums = new (double Weight, double Square)[scopes.Count];
        foreach (Cell cell in table.Cells)
        {
            if (cell.Label == CellTable.Prediction(cell, side)) continue;
            ref var own = ref sums[scopes.OfGroup[cell.Group]];
            own = (own.Weight + cell.Weight, own.Square + cell.Square);
        }
        return [.. sums.Select(own => own.Weight > 0 ? Math.Max(1, EffectiveSize.Of(own.Weight, own.Square)) : 1)];
    }

    /// <summary>The sum of weights and that of squared weights in each scope.</summary>
    private (double[] Weights, double[] Squares) WeightSums(Scopes scopes)
    {
        double[] sums = new double[scopes.Count], sumsOfSquares = new double[scopes.Count];
        foreach (Cell cell in table.Cells)
        {
            sums[scopes.OfGroup[cell.Group]] += cell.Weight;
            sumsOfSquares[scopes.OfGroup[cell.Group]] += cell.Square;
        }
        return (sums, sumsOfSquares);
    }

    /// <summary>The trials of candidate and baseline together in each scope, as effective counts, and the rows on which only one hits; null
    /// for a rate whose trials depend on the prediction.</summary>
    public (PairedHits Hits, long CandidateOnly, long BaselineOnly)[]? Paired(RateMetric metric, Scopes scopes)
    {
        PairedRoles roles = new(metric, table.Classes);
        if (!roles.AreKnown) return null;
        var sums = new (double Both, double Candidate, double Baseline, double Neither, double Square, long CandidateOnly,
            long BaselineOnly)[scopes.Count];
        foreach (Cell cell in table.Cells)
        {
            if (roles.Of(cell.Label, cell.Prediction) is not (bool hit, bool trial)
                || roles.Of(cell.Label, cell.Baseline) is not (bool other, bool otherTrial) || trial != otherTrial) return null;
            if (!trial) continue;
            ref var own = ref sums[scopes.OfGroup[cell.Group]];
            own.Square += cell.Square;
            if (hit && other) own.Both += cell.Weight;
            else if (hit) (own.Candidate, own.CandidateOnly) = (own.Candidate + cell.Weight, own.CandidateOnly + cell.Count);
            else if (other) (own.Baseline, own.BaselineOnly) = (own.Baseline + cell.Weight, own.BaselineOnly + cell.Count);
            else own.Neither += cell.Weight;
        }
        return Array.ConvertAll(sums, own =>
        {
            // Weights add up to the effective number of rows once scaled by this.
            double scale = (own.Both + own.Candidate + own.Baseline + own.Neither) / own.Square;
            return (new PairedHits(own.Both * scale, own.Candidate * scale, own.Baseline * scale, own.Neither * scale), own.CandidateOnly,
                own.BaselineOnly);
        });
    }

    private double[] Confusions(double[] amounts, Side side, Scopes scopes)
    {
        var confusions = new double[scopes.Count * Confusion.Size(table.Classes)];
        table.AddUp(amounts, side, scopes, confusions);
        return confusions;
    }

    private Confusion At(double[] confusions, int scope)
    {
        int size = Confusion.Size(table.Classes);
        return new Confusion(confusions.AsSpan(scope * size, size), table.Classes);
    }
}
