using Gate.Data.Numerics;

namespace Gate.Metrics.Intervals;

/// <summary>The index of the upper tail of numbers, after B. M. Hill (Ann. Stat. 3, 1975): the mean logarithm of the largest of them over
/// the next one, all counted from the smallest.</summary>
internal sealed class TailIndex
{
    private const double PerRoot = 1.5;
    private const int Fewest = 4;

    private readonly int most;
    private readonly PriorityQueue<double, double> largest = new();
    private double least = double.PositiveInfinity;

    /// <summary>Prepares for a number of numbers.</summary>
    public TailIndex(double numbers) => most = Math.Max(Fewest, (int)Math.Min(PerRoot * Math.Sqrt(numbers), numbers / 2 - 1));

    /// <summary>Adds a number that occurs so many times.</summary>
    public void Add(double number, long times)
    {
        least = Math.Min(least, number);
        for (long i = 0; i < Math.Min(times, most + 1); i++)
        {
            if (largest.Count <= most) largest.Enqueue(number, number);
            else if (number > largest.Peek()) largest.EnqueueDequeue(number, number);
            else return;
        }
    }

    /// <summary>The index; 0 of numbers that are all the same, infinite where only some differ from the smallest.</summary>
    public double Value
    {
        get
        {
            if (largest.Count <= most) return 0;
            double next = largest.Peek() - least, sum = 0;
            if (next <= 0) return largest.UnorderedItems.All(item => item.Element <= least) ? 0 : double.PositiveInfinity;
            foreach ((double number, _) in largest.UnorderedItems) sum += Portable.Log((number - least) / next);
            return sum / most;
        }
    }
}
