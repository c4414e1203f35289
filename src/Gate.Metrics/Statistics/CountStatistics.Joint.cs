using Gate.Metrics.Cells;
using Gate.Metrics.Groups;

namespace Gate.Metrics.Statistics;

/// <summary>Several numbers from the confusion matrices of all groups at once, <see cref="Confusion.Size"/> numbers a group.</summary>
internal delegate void CellKernel(ReadOnlySpan<double> confusions, Span<double> numbers);

/// <summary>The confusion matrices of all groups together, for metrics that read several groups at once.</summary>
internal sealed partial class CountStatistics
{
    /// <summary>The confusion matrix of every group.</summary>
    public double[] GroupCells(Side side, Scopes groups) => Confusions(weights, side, groups);

    /// <summary>Numbers computed from every replicate; number-major, each with one value a replicate.</summary>
    public double[][] ReplicateCells(Side side, Scopes groups, int numbers, CellKernel kernel)
    {
        var values = new double[numbers][];
        for (int n = 0; n < numbers; n++) values[n] = new double[Replicates];
        int width = groups.Count * Confusion.Size(table.Classes);
        double[]? all = ReplicateConfusions(side, groups);
        ForReplicates(numbers + (all is null ? width : 0), (r, room) =>
        {
            Span<double> found = room.AsSpan(0, numbers), confusions = all is null ? room.AsSpan(numbers) : all.AsSpan(r * width, width);
            if (all is null) AddUp(r, side, groups, confusions);
            kernel(confusions, found);
            for (int n = 0; n < numbers; n++) values[n][r] = found[n];
        });
        return values;
    }
}
