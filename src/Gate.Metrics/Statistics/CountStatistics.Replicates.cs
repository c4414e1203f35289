using Gate.Metrics.Cells;
using Gate.Metrics.Groups;
using Gate.Metrics.Kinds;
using Gate.Metrics.Resampling;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Statistics;

/// <summary>The replicates of count-based metrics: drawn once, and added up to confusion matrices once for all metrics.</summary>
internal sealed partial class CountStatistics
{
    private const int MostNumbers = 1 << 25;
    private const int MostKept = 1 << 22;
    private const int FewestReplicates = 200;
    private const int Piece = 64;

    private readonly Dictionary<(Side, ScopeKind), double[]> confusionsOf = [];
    private double[]? drawn;

    /// <summary>How many replicates: what the options ask for, fewer only where memory would not hold them.</summary>
    private int Replicates { get; } =
        Math.Min(options.Replicates, Math.Max(FewestReplicates, MostNumbers / Math.Max(1, table.Cells.Length)));

    public double[] Replicate(CountMetric metric, Side side, Scopes scopes)
    {
        int size = Confusion.Size(table.Classes), width = scopes.Count * size;
        double[]? all = ReplicateConfusions(side, scopes);
        var values = new double[scopes.Count * Replicates];
        ForReplicates(all is null ? width : 0, (r, room) =>
        {
            if (all is null) AddUp(r, side, scopes, room);
            ReadOnlySpan<double> confusions = all is null ? room : all.AsSpan(r * width, width);
            for (int s = 0; s < scopes.Count; s++)
                values[s * Replicates + r] = metric.Compute(new Confusion(confusions.Slice(s * size, size), table.Classes)).NumberOrNull
                    ?? double.NaN;
        });
        return values;
    }

    /// <summary>The confusion matrices of all replicates, added up once for all metrics; null where they would take too much
    /// memory.</summary>
    private double[]? ReplicateConfusions(Side side, Scopes scopes)
    {
        int width = scopes.Count * Confusion.Size(table.Classes);
        if ((long)width * Replicates > MostKept) return null;
        if (confusionsOf.TryGetValue((side, scopes.Kind), out double[]? found)) return found;
        var all = new double[width * Replicates];
        ForReplicates(0, (r, _) => AddUp(r, side, scopes, all.AsSpan(r * width, width)));
        return confusionsOf[(side, scopes.Kind)] = all;
    }

    private void AddUp(int replicate, Side side, Scopes scopes, Span<double> confusions)
    {
        table.AddUp(drawn.AsSpan(replicate * table.Cells.Length, table.Cells.Length), side, scopes, confusions);
    }

    /// <summary>Works on replicates, many to a piece: one alone mostly takes less time than handing it to a thread.</summary>
    private void ForReplicates(int room, Action<int, double[]> work)
    {
        drawn ??= CellBootstrap.Draw(table, Replicates, options.Seed, options.Threads, cancel);
        // Of many classes one replicate is work enough, and an interrupt does not wait for the others.
        int each = table.Classes > Confusion.MostWhole ? 1 : Piece;
        Workers.For((Replicates + each - 1) / each, options.Threads, () => new double[room], (piece, own) =>
        {
            for (int r = piece * each; r < Math.Min(Replicates, (piece + 1) * each); r++) work(r, own);
        }, cancel);
    }
}
