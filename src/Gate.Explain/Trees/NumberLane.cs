using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>
/// A feature as 16-bit codes: how many thresholds of the model lie below the value. Then a node's test is a comparison of whole numbers,
/// many rows at once, and says the same as that of the numbers. What is missing has the least code or the largest, by the side that it goes
/// to. Where there are more thresholds than codes, several lanes share them.
/// </summary>
/// <param name="Feature">The feature.</param>
/// <param name="Rule">What counts as missing.</param>
/// <param name="MissingLeft">Where it goes.</param>
/// <param name="Thresholds">All thresholds of the feature with this rule, ascending.</param>
/// <param name="Offset">The first threshold that is this lane's.</param>
internal sealed record NumberLane(int Feature, MissingRule Rule, bool MissingLeft, double[] Thresholds, int Offset)
{
    /// <summary>How many thresholds a lane can tell apart; one code more lies above all of them.</summary>
    public const int Most = ushort.MaxValue;

    /// <summary>Writes the codes of some values.</summary>
    public void Encode(ReadOnlySpan<double> values, InputRule inputs, Span<ushort> codes)
    {
        for (int row = 0; row < values.Length; row++)
            codes[row] = (ushort)Math.Clamp(Rank(TreeInputs.Number(values[row], inputs)) - Offset, 0, Most);
    }

    private int Rank(double value)
    {
        if (Rule == MissingRule.AsZero && double.IsNaN(value)) value = 0;
        if (double.IsNaN(value) || (Rule == MissingRule.ZeroToo && value == 0)) return MissingLeft ? 0 : Thresholds.Length;
        int low = 0, count = Thresholds.Length;
        while (count > 0)
        {
            int half = count >> 1;
            bool below = Thresholds[low + half] < value;
            low = below ? low + half + 1 : low;
            count = below ? count - half - 1 : half;
        }
        return low;
    }
}
