using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Statistics;

/// <summary>Several numbers from the confusion matrices of all groups at once, classes × classes numbers a group.</summary>
internal delegate void CellKernel(ReadOnlySpan<double> confusions, Span<double> numbers);

/// <summary>The confusion matrices of all groups together, for metrics that read several groups at once.</summary>
internal sealed partial class CountStatistics
{
    /// <summary>The confusion matrix of every group.</summary>
    public double[] GroupCells(Side side, Scopes groups) => Confusions(weights, side, groups);

    /// <summary>Numbers computed from every replicate; number-major, each with one value a replicate.</summary>
    public double[][] ReplicateCells(Side side, Scopes groups, int numbers, CellKernel kernel)
    {
        drawn ??= CellBootstrap.Draw(table, Replicates, options.Seed, options.Threads, cancel);
        var values = new double[numbers][];
        for (int n = 0; n < numbers; n++) values[n] = new double[Replicates];
        int cells = table.Cells.Length;
        Workers.For(Replicates, options.Threads, () => (Confusions: new double[groups.Count * table.Classes * table.Classes], Numbers: new double[numbers]), (r, own) =>
        {
            table.AddUp(drawn.AsSpan(r * cells, cells), side, groups, own.Confusions);
            kernel(own.Confusions, own.Numbers);
            for (int n = 0; n < numbers; n++) values[n][r] = own.Numbers[n];
        }, cancel);
        return values;
    }
}
