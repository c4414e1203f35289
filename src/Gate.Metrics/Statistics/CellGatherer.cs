using System.Numerics.Tensors;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Statistics;

/// <summary>Gathers a <see cref="CellTable"/> in one pass. Blocks of rows are tallied apart and added in order, so sums do not depend on the threads.</summary>
internal static class CellGatherer
{
    private const int BlockRows = 1 << 17;
    private const int DenseLimit = 1 << 16;
    private const int Chunk = 1024;

    public static CellTable Gather(Sample sample, Grouping grouping, Sample? baseline, int threads, CancellationToken cancel)
    {
        int classes = sample.Task == TaskType.Regression ? 1 : sample.Classes.Count, groups = grouping.Groups.Count;
        (int[] Codes, int Size)[] axes =
        [
            (grouping.Codes, groups),
            .. Axis(sample.Labels, classes), .. Axis(sample.Predictions, classes), .. Axis(baseline?.Predictions, classes),
        ];
        double size = axes.Aggregate(1.0, (product, axis) => product * axis.Size);
        List<(long Key, Tally Tally)> cells = size <= DenseLimit
            ? Dense(axes, (int)size, sample, threads, cancel)
            : Sparse(axes, sample, cancel);
        return Table(cells, classes, groups, sample.Labels is not null, sample.Predictions is not null, baseline?.Predictions is not null);
    }

    private static (int[], int)[] Axis(int[]? codes, int size) => codes is null ? [] : [(codes, size)];

    private static List<(long, Tally)> Dense((int[] Codes, int Size)[] axes, int size, Sample sample, int threads, CancellationToken cancel)
    {
        int blocks = Math.Max(1, (sample.Rows + BlockRows - 1) / BlockRows);
        var tallies = new Tally[blocks][];
        Workers.For(blocks, threads, static () => new int[Chunk], (b, keys) =>
        {
            var own = tallies[b] = new Tally[size];
            int end = Math.Min(sample.Rows, (b + 1) * BlockRows);
            var counts = sample.Weights is null ? new int[4 * size] : [];
            for (int start = b * BlockRows; start < end; start += Chunk)
            {
                int count = Math.Min(Chunk, end - start);
                Keys(axes, start, keys.AsSpan(0, count));
                if (sample.Weights is null) Count(keys.AsSpan(0, count), counts, size);
                else Add(keys.AsSpan(0, count), sample.Weights.AsSpan(start, count), own);
            }
            if (sample.Weights is null)
                for (int k = 0; k < size; k++)
                    own[k].AddRows(counts[k] + counts[size + k] + counts[2 * size + k] + counts[3 * size + k]);
        }, cancel);
        var cells = new List<(long, Tally)>();
        for (int k = 0; k < size; k++)
        {
            Tally total = default;
            foreach (Tally[] block in tallies) total.Add(block[k]);
            if (total.Count > 0) cells.Add((k, total));
        }
        return cells;
    }

    /// <summary>The mixed-radix key of each row of a chunk: group, then label, then predictions.</summary>
    private static void Keys((int[] Codes, int Size)[] axes, int start, Span<int> keys)
    {
        axes[0].Codes.AsSpan(start, keys.Length).CopyTo(keys);
        for (int a = 1; a < axes.Length; a++)
            TensorPrimitives.MultiplyAdd(keys, axes[a].Size, axes[a].Codes.AsSpan(start, keys.Length), keys);
    }

    /// <summary>Counts into four tables in turn: neighbouring rows mostly fall into the same few cells, and one table would wait on its own writes.</summary>
    private static void Count(ReadOnlySpan<int> keys, Span<int> counts, int size)
    {
        Span<int> first = counts[..size], second = counts.Slice(size, size), third = counts.Slice(2 * size, size), fourth = counts.Slice(3 * size, size);
        int i = 0;
        for (; i + 4 <= keys.Length; i += 4)
        {
            first[keys[i]]++;
            second[keys[i + 1]]++;
            third[keys[i + 2]]++;
            fourth[keys[i + 3]]++;
        }
        for (; i < keys.Length; i++) first[keys[i]]++;
    }

    private static void Add(ReadOnlySpan<int> keys, ReadOnlySpan<double> weights, Span<Tally> tallies)
    {
        for (int i = 0; i < keys.Length; i++) tallies[keys[i]].Add(weights[i]);
    }

    /// <summary>For many classes or groups: only the combinations that occur take memory.</summary>
    private static List<(long, Tally)> Sparse((int[] Codes, int Size)[] axes, Sample sample, CancellationToken cancel)
    {
        var tallies = new Dictionary<long, Tally>();
        for (int row = 0; row < sample.Rows; row++)
        {
            if (row % BlockRows == 0) cancel.ThrowIfCancellationRequested();
            long key = 0;
            foreach ((int[] codes, int size) in axes) key = checked(key * size + codes[row]);
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(tallies, key, out _).Add(sample.Weights?[row] ?? 1);
        }
        return [.. tallies.OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value))];
    }

    private static CellTable Table(List<(long Key, Tally Tally)> cells, int classes, int groups, bool labels, bool predictions, bool baseline)
    {
        var table = new Cell[cells.Count];
        var start = new int[groups + 1];
        for (int c = 0; c < table.Length; c++)
        {
            (long key, Tally tally) = cells[c];
            int other = Digit(ref key, baseline), prediction = Digit(ref key, predictions), label = Digit(ref key, labels);
            table[c] = new Cell((int)key, label, prediction, other, tally.Count, tally.Weight, tally.Square);
            start[key + 1]++;
        }
        for (int g = 0; g < groups; g++) start[g + 1] += start[g];
        return new CellTable(classes, table, start);

        int Digit(ref long key, bool present)
        {
            if (!present) return 0;
            (key, long digit) = Math.DivRem(key, classes);
            return (int)digit;
        }
    }

    private record struct Tally(long Count, double Weight, double Square)
    {
        public void Add(double weight) => (Count, Weight, Square) = (Count + 1, Weight + weight, Square + weight * weight);

        public void AddRows(long rows) => (Count, Weight, Square) = (Count + rows, Weight + rows, Square + rows);

        public void Add(Tally other) => (Count, Weight, Square) = (Count + other.Count, Weight + other.Weight, Square + other.Square);
    }
}
