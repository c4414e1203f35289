using System.Numerics.Tensors;

namespace Gate.Bench.Speed;

/// <summary>The least that any pass over columns can take: each is read from memory once, on the same threads, and added up.</summary>
internal static class MemoryRead
{
    private const int BlockRows = 1 << 17;

    public static long Sum(int threads, params int[][] columns)
    {
        long total = 0;
        int blocks = (columns[0].Length + BlockRows - 1) / BlockRows;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => 0L, (b, _, sum) =>
        {
            int start = b * BlockRows, length = Math.Min(BlockRows, columns[0].Length - start);
            foreach (int[] column in columns) sum += TensorPrimitives.Sum<int>(column.AsSpan(start, length));
            return sum;
        }, sum => Interlocked.Add(ref total, sum));
        return total;
    }
}
