using System.Globalization;

namespace Gate.Evaluation.Judging;

/// <summary>How numbers read in sentences: four significant digits, invariant, no exponent for everyday sizes.</summary>
internal static class NumberText
{
    public static string Of(double value)
    {
        if (!double.IsFinite(value)) return value > 0 ? "infinity" : "-infinity";
        double magnitude = Math.Abs(value);
        if (magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e7)) return value.ToString("0.###e0", CultureInfo.InvariantCulture);
        int decimals = magnitude < 1 ? 4 : Math.Max(0, 3 - (int)Math.Floor(Math.Log10(magnitude)));
        return Math.Round(value, decimals).ToString("0.####", CultureInfo.InvariantCulture);
    }

    /// <summary>A bound as the policy wrote it: shortest round-trip.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
