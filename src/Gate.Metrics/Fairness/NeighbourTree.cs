using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gate.Metrics.Fairness;

/// <summary>
/// A k-d tree for exact nearest neighbours by squared Euclid's distance (J. L. Bentley, CACM 18, 1975). A distance is a sum of separate
/// squares in the order of the columns, without fused operations, so that it is the same on every machine. The distance from a box of rows
/// is summed in the same order; since rounding is monotone it is never above that of a row inside, and what it leaves out is never a
/// neighbour or a tie.
/// </summary>
internal sealed class NeighbourTree
{
    private const int LeafRows = 32;
    private const int Lanes = 4;

    // After so many columns it is looked whether the rows at hand are too far already.
    private const int ColumnsPerLook = 4;

    private readonly int width;
    private readonly int[] rows;
    private readonly List<Node> nodes = [];
    private readonly List<double> boxes = [];

    /// <summary>Builds the tree.</summary>
    /// <param name="features">Row-major.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="cancel">Stops the work.</param>
    public NeighbourTree(double[] features, int count, CancellationToken cancel)
    {
        (Features, width) = (features, features.Length / count);
        rows = [.. Enumerable.Range(0, count)];
        Build(0, count, cancel);
    }

    /// <summary>The features that it was built from.</summary>
    public double[] Features { get; }

    /// <summary>Finds a row's nearest rows, itself among them, and all that are as far as the last of them.</summary>
    /// <param name="row">The row.</param>
    /// <param name="search">Room, which holds what was found.</param>
    public void Find(int row, Search search)
    {
        search.Clear();
        Visit(0, Features.AsSpan(row * width, width), search);
        search.Finish();
    }

    private int Build(int from, int to, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        int at = nodes.Count;
        nodes.Add(default);
        int widest = AddBox(from, to);
        if (to - from <= LeafRows || widest < 0)
        {
            nodes[at] = new Node(from, to, -1, -1, Columns(from, to));
            return at;
        }
        double[] keys = new double[to - from];
        for (int i = 0; i < keys.Length; i++) keys[i] = Features[(rows[from + i] * width) + widest];
        keys.AsSpan().Sort(rows.AsSpan(from, keys.Length));
        int middle = (from + to) / 2;
        int left = Build(from, middle, cancel), right = Build(middle, to, cancel);
        nodes[at] = new Node(from, to, left, right, []);
        return at;
    }

    /// <summary>Adds the box of rows; the column that spreads most, -1 where all rows are the same.</summary>
    private int AddBox(int from, int to)
    {
        int widest = -1;
        double most = 0;
        double[] lows = new double[width], highs = new double[width];
        for (int c = 0; c < width; c++)
        {
            double low = double.PositiveInfinity, high = double.NegativeInfinity, sum = 0, squares = 0;
            double first = Features[(rows[from] * width) + c];
            for (int i = from; i < to; i++)
            {
                double value = Features[(rows[i] * width) + c], distance = value - first;
                (low, high, sum, squares) = (Math.Min(low, value), Math.Max(high, value), sum + distance, squares + distance * distance);
            }
            lows[c] = low;
            highs[c] = high;
            double spread = squares - sum * sum / (to - from);
            if (high > low && !(spread <= most)) (widest, most) = (c, spread);
        }
        boxes.AddRange(lows);
        boxes.AddRange(highs);
        return widest;
    }

    /// <summary>The features of a leaf's rows column by column, filled up to whole vectors with what is infinitely far.</summary>
    private double[] Columns(int from, int to)
    {
        int filled = (to - from + Lanes - 1) / Lanes * Lanes;
        var columns = new double[filled * width];
        columns.AsSpan().Fill(double.PositiveInfinity);
        for (int i = from; i < to; i++)
            for (int c = 0; c < width; c++) columns[(c * filled) + i - from] = Features[(rows[i] * width) + c];
        return columns;
    }

    private void Visit(int at, ReadOnlySpan<double> x, Search search)
    {
        Node node = nodes[at];
        if (node.Left < 0)
        {
            Measure(at, x, search);
            return;
        }
        double left = FromBox(node.Left, x, search.Farthest), right = FromBox(node.Right, x, search.Farthest);
        (int near, int far, double nearest, double farther) = left <= right ? (node.Left, node.Right, left, right)
            : (node.Right, node.Left, right, left);
        if (nearest <= search.Farthest) Visit(near, x, search);
        if (farther <= search.Farthest) Visit(far, x, search);
    }

    /// <summary>No more than the distance of any row in the box; as soon as it is beyond the limit it is not summed further.</summary>
    private double FromBox(int at, ReadOnlySpan<double> x, double limit)
    {
        ReadOnlySpan<double> lows = Lows(at), highs = Highs(at);
        double sum = 0;
        int c = 0;
        for (; c + Lanes <= x.Length && sum <= limit; c += Lanes)
        {
            // Most columns of most boxes hold the number: they add nothing.
            Vector256<double> own = Vector256.Create(x.Slice(c, Lanes)), low = Vector256.Create(lows.Slice(c, Lanes)),
                high = Vector256.Create(highs.Slice(c, Lanes));
            if (Vector256.LessThanOrEqualAll(low, own) && Vector256.LessThanOrEqualAll(own, high)) continue;
            for (int i = c; i < c + Lanes; i++) sum += Gap(x[i], lows[i], highs[i]);
        }
        for (; c < x.Length && sum <= limit; c++) sum += Gap(x[c], lows[c], highs[c]);
        return sum;

        static double Gap(double x, double low, double high)
        {
            double gap = x < low ? low - x : x > high ? x - high : 0;
            return gap * gap;
        }
    }

    private ReadOnlySpan<double> Lows(int at) => CollectionsMarshal.AsSpan(boxes).Slice(at * 2 * width, width);

    private ReadOnlySpan<double> Highs(int at) => CollectionsMarshal.AsSpan(boxes).Slice((at * 2 + 1) * width, width);

    private void Measure(int at, ReadOnlySpan<double> x, Search search)
    {
        Node leaf = nodes[at];
        int count = leaf.To - leaf.From, filled = (count + Lanes - 1) / Lanes * Lanes;
        ReadOnlySpan<int> columns = search.Differing(x, Lows(at), Highs(at));
        ref double first = ref MemoryMarshal.GetArrayDataReference(leaf.Columns); // holds whole vectors of every column
        for (int i = 0; i < count; i += Lanes)
        {
            Vector256<double> sums = Vector256<double>.Zero, limit = Vector256.Create(search.Farthest);
            bool isFar = false;
            for (int n = 0; n < columns.Length && !isFar; n++)
            {
                int c = columns[n];
                Vector256<double> gap = Vector256.LoadUnsafe(ref first, (nuint)((c * filled) + i)) - Vector256.Create(x[c]);
                sums += gap * gap;
                isFar = (n + 1) % ColumnsPerLook == 0 && Vector256.GreaterThanAll(sums, limit);
            }
            if (isFar || Vector256.GreaterThanAll(sums, limit)) continue;
            for (int lane = 0; lane < Math.Min(Lanes, count - i); lane++) search.Offer(rows[leaf.From + i + lane], sums[lane]);
        }
    }

    /// <param name="From">Its first row.</param>
    /// <param name="To">The row after its last.</param>
    /// <param name="Left">Its first half; -1 of a leaf.</param>
    /// <param name="Right">Its second half.</param>
    /// <param name="Columns">Of a leaf, the features of its rows.</param>
    private readonly record struct Node(int From, int To, int Left, int Right, double[] Columns);

    /// <summary>The nearest rows found so far.</summary>
    /// <param name="neighbours">How many neighbours.</param>
    internal sealed class Search(int neighbours)
    {
        private readonly double[] nearest = new double[neighbours];
        private readonly List<(int Row, double Distance)> offered = [];
        private readonly List<int> found = [];
        private int[] differing = [];

        /// <summary>The distance of the last neighbour.</summary>
        public double Farthest => nearest[^1];

        /// <summary>The rows closer than the last neighbour, and then those as far as it.</summary>
        public ReadOnlySpan<int> Found => CollectionsMarshal.AsSpan(found);

        /// <summary>How many are closer.</summary>
        public int Closer { get; private set; }

        /// <summary>The columns in which a row of a box may differ from a row: the others add nothing to a distance.</summary>
        public ReadOnlySpan<int> Differing(ReadOnlySpan<double> x, ReadOnlySpan<double> lows, ReadOnlySpan<double> highs)
        {
            if (differing.Length < x.Length) differing = new int[x.Length];
            int count = 0, c = 0;
            for (; c + Lanes <= x.Length; c += Lanes)
            {
                Vector256<double> own = Vector256.Create(x.Slice(c, Lanes));
                if (own == Vector256.Create(lows.Slice(c, Lanes)) && own == Vector256.Create(highs.Slice(c, Lanes))) continue;
                for (int i = c; i < c + Lanes; i++)
                    if (lows[i] != x[i] || highs[i] != x[i]) differing[count++] = i;
            }
            for (; c < x.Length; c++)
                if (lows[c] != x[c] || highs[c] != x[c]) differing[count++] = c;
            return differing.AsSpan(0, count);
        }

        public void Clear()
        {
            Array.Fill(nearest, double.PositiveInfinity);
            offered.Clear();
        }

        public void Offer(int row, double distance)
        {
            if (!(distance <= Farthest)) return;
            offered.Add((row, distance));
            if (distance == Farthest) return;
            int at = nearest.Length - 1;
            for (; at > 0 && nearest[at - 1] > distance; at--) nearest[at] = nearest[at - 1];
            nearest[at] = distance;
        }

        public void Finish()
        {
            found.Clear();
            foreach ((int row, double distance) in offered)
                if (distance < Farthest) found.Add(row);
            Closer = found.Count;
            foreach ((int row, double distance) in offered)
                if (distance == Farthest) found.Add(row);
        }
    }
}
