using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gate.Data;
using Gate.Metrics.Groups;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Cells;

/// <summary>
/// Gathers a <see cref="CellTable"/> in one pass, and refuses codes outside the classes in the same pass: what takes time is reading the
/// columns from memory. Blocks of rows are tallied apart and added in order, so sums do not depend on the threads.
/// </summary>
internal static class CellGatherer
{
    private const int BlockRows = 1 << 17;
    private const int DenseLimit = 1 << 16;
    private const int Chunk = 2048;
    private const int Tables = 4;

    public static CellTable Gather(Sample sample, Grouping grouping, Sample? baseline, int threads, CancellationToken cancel)
    {
        int classes = sample.Task == TaskType.Regression ? 1 : sample.Classes.Count;
        CodeAxis[] axes =
        [
            .. Axis(sample.Labels, "the sample has labels"), .. Axis(sample.Predictions, "the sample has predictions"),
                .. Axis(baseline?.Predictions, "the baseline has predictions"),
        ];
        double each = 1;
        foreach (CodeAxis _ in axes) each *= classes;
        // Which groups there are is found out in the same pass, where it is not known yet: all combinations of their columns have a place.
        bool finds = !grouping.IsResolved && !grouping.Columns.IsEmpty && grouping.Columns.Combinations * each <= DenseLimit;
        double size = finds ? grouping.Columns.Combinations * each : grouping.Groups.Count * each;
        List<(long Key, Tally Tally)> cells = size <= DenseLimit
            ? Dense(finds ? grouping.Columns.Keys : grouping.RowCodes.CopyTo, axes, classes, (int)size, sample, threads, cancel)
            : Sparse(grouping.RowCodes, axes, classes, sample, cancel);
        if (finds) cells = Found(cells, (long)each, grouping);
        return Table(cells, classes, grouping.Groups.Count, sample.Labels is not null, sample.Predictions is not null,
            baseline?.Predictions is not null);
    }

    /// <summary>Tells a grouping which of its keys occur, and numbers them in the keys of cells.</summary>
    private static List<(long, Tally)> Found(List<(long Key, Tally Tally)> cells, long each, Grouping grouping)
    {
        long[] present = [.. cells.Select(cell => cell.Key / each).Distinct()];
        grouping.Resolve(present);
        Dictionary<long, int> index = present.Select((key, g) => (key, g)).ToDictionary(pair => pair.key, pair => pair.g);
        return [.. cells.Select(cell => (index[cell.Key / each] * each + cell.Key % each, cell.Tally))];
    }

    private delegate void GroupKeys(int start, Span<int> keys);

    private static CodeAxis[] Axis(int[]? codes, string what) => codes is null ? [] : [new CodeAxis(codes, what)];

    private static List<(long, Tally)> Dense(GroupKeys groups, CodeAxis[] axes, int classes, int size, Sample sample, int threads,
        CancellationToken cancel)
    {
        int blocks = Math.Max(1, (sample.Rows + BlockRows - 1) / BlockRows);
        var tallies = new Tally[blocks][];
        Workers.For(blocks, threads, static () => new int[Chunk], (b, keys) =>
        {
            var own = tallies[b] = new Tally[size];
            int end = Math.Min(sample.Rows, (b + 1) * BlockRows);
            int[] counts = sample.Weights is null ? new int[Tables * size] : [];
            var weighed = sample.Weights is null ? [] : new Tally[Tables * size];
            for (int start = b * BlockRows; start < end; start += Chunk)
            {
                Span<int> chunk = keys.AsSpan(0, Math.Min(Chunk, end - start));
                Keys(groups, axes, classes, start, chunk);
                if (sample.Weights is null) Count(chunk, counts, size);
                else Add(chunk, sample.Weights.AsSpan(start, chunk.Length), weighed, size);
            }
            for (int k = 0; k < size; k++)
                for (int t = 0; t < Tables; t++)
                    if (sample.Weights is null) own[k].AddRows(counts[t * size + k]);
                    else own[k].Add(weighed[t * size + k]);
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
    private static void Keys(GroupKeys groups, CodeAxis[] axes, int classes, int start, Span<int> keys)
    {
        groups(start, keys);
        if (axes.Length == 2 && CodeVectors.TryAddDigits(keys, axes[0].Codes.AsSpan(start), axes[1].Codes.AsSpan(start), classes)) return;
        if (axes.Length == 2) groups(start, keys); // one of them is wrong: below it is found out which
        foreach (CodeAxis axis in axes)
            if (!CodeVectors.TryAddDigit(keys, axis.Codes.AsSpan(start, keys.Length), classes)) throw axis.Refused();
    }

    /// <summary>Counts into four tables in turn: neighbouring rows mostly fall into the same few cells, and one table would wait on its own
    /// writes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<int> keys, Span<int> counts, int size)
    {
        // Keys have been checked: groups are below their number, labels and predictions below that of the classes.
        ref int first = ref MemoryMarshal.GetReference(counts[..(Tables * size)]);
        ref int second = ref Unsafe.Add(ref first, size), third = ref Unsafe.Add(ref second, size),
            fourth = ref Unsafe.Add(ref third, size);
        int i = 0;
        for (; i + 4 <= keys.Length; i += 4)
        {
            Unsafe.Add(ref first, keys[i])++;
            Unsafe.Add(ref second, keys[i + 1])++;
            Unsafe.Add(ref third, keys[i + 2])++;
            Unsafe.Add(ref fourth, keys[i + 3])++;
        }
        for (; i < keys.Length; i++) Unsafe.Add(ref first, keys[i])++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<int> keys, ReadOnlySpan<double> weights, Span<Tally> tallies, int size)
    {
        Span<Tally> first = tallies[..size], second = tallies.Slice(size, size), third = tallies.Slice(2 * size, size),
            fourth = tallies.Slice(3 * size, size);
        int i = 0;
        for (; i + 4 <= keys.Length; i += 4)
        {
            first[keys[i]].Add(weights[i]);
            second[keys[i + 1]].Add(weights[i + 1]);
            third[keys[i + 2]].Add(weights[i + 2]);
            fourth[keys[i + 3]].Add(weights[i + 3]);
        }
        for (; i < keys.Length; i++) first[keys[i]].Add(weights[i]);
    }

    /// <summary>For many classes or groups: only the combinations that occur take memory.</summary>
    private static List<(long, Tally)> Sparse(RowCodes groups, CodeAxis[] axes, int classes, Sample sample, CancellationToken cancel)
    {
        var tallies = new Dictionary<long, Tally>();
        for (int row = 0; row < sample.Rows; row++)
        {
            if (row % BlockRows == 0) cancel.ThrowIfCancellationRequested();
            long key = groups[row];
            foreach (CodeAxis axis in axes)
            {
                if ((uint)axis.Codes[row] >= (uint)classes) throw axis.Refused();
                key = checked(key * classes + axis.Codes[row]);
            }
            CollectionsMarshal.GetValueRefOrAddDefault(tallies, key, out _).Add(sample.Weights?[row] ?? 1);
        }
        return [.. tallies.OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value))];
    }

    private static CellTable Table(List<(long Key, Tally Tally)> cells, int classes, int groups, bool labels, bool predictions,
        bool baseline)
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

    private sealed record CodeAxis(int[] Codes, string What)
    {
        public ArgumentException Refused() => new($"{What} outside its classes");
    }

    private record struct Tally(long Count, double Weight, double Square)
    {
        public void Add(double weight) => (Count, Weight, Square) = (Count + 1, Weight + weight, Square + weight * weight);

        public void AddRows(long rows) => (Count, Weight, Square) = (Count + rows, Weight + rows, Square + rows);

        public void Add(Tally other) => (Count, Weight, Square) = (Count + other.Count, Weight + other.Weight, Square + other.Square);
    }
}
