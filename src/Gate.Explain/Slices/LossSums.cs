using System.Numerics;

namespace Gate.Explain.Slices;

/// <summary>Mean losses of sets of rows, as bits.</summary>
internal sealed class LossSums
{
    private readonly double[] losses;
    private readonly double mean;

    public LossSums(double[] losses)
    {
        this.losses = losses;
        mean = losses.Length == 0 ? 0 : losses.Average();
        double squares = 0;
        foreach (double loss in losses) squares += (loss - mean) * (loss - mean);
        Deviation = losses.Length < 2 ? 0 : Math.Sqrt(squares / (losses.Length - 1));
    }

    /// <summary>The standard deviation of the losses.</summary>
    public double Deviation { get; }

    /// <summary>How many rows there are, and their mean loss.</summary>
    public (int Count, double Mean) Of(ulong[] rows)
    {
        int count = 0;
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
            for (ulong bits = rows[i]; bits != 0; bits &= bits - 1)
            {
                count++;
                sum += losses[i * 64 + BitOperations.TrailingZeroCount(bits)];
            }
        return (count, count == 0 ? 0 : sum / count);
    }

    /// <summary>How many standard errors a mean of so many rows lies above that of all.</summary>
    public double Score(int count, double own) => (own - mean) * Math.Sqrt(count) / Deviation;
}
