using System.Globalization;
using Gate.Data.Numerics;
using Gate.Data.Randomness;

namespace Gate.Evaluation.Searching;

/// <summary>A parameter that a search draws, and from where.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Low">The smallest value.</param>
/// <param name="High">The largest value.</param>
/// <param name="IsLogarithmic">Whether each doubling is as likely as any other.</param>
/// <param name="IsWhole">Whether values are whole numbers.</param>
internal sealed record Dimension(string Name, double Low, double High, bool IsLogarithmic = false, bool IsWhole = false)
{
    /// <summary>A value, of three significant digits, so that what is read in a leaderboard is what was tried.</summary>
    public double Draw(SplitMix64 random)
    {
        double share = random.NextDouble();
        double value = IsLogarithmic ? Low * Portable.Exp(share * Portable.Log(High / Low)) : Low + (share * (High - Low));
        double drawn = IsWhole ? Math.Floor(value + 0.5) : Rounded(value);
        return Math.Clamp(drawn, Low, High);
    }

    private static double Rounded(double value) =>
        double.Parse(value.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
