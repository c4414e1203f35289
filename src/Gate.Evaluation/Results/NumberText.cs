using System.Globalization;
using Gate.Data.Numerics;

namespace Gate.Evaluation.Results;

/// <summary>
/// How numbers read in every rendering: four decimals below 10 and four digits from there on, with commas from a thousand on; below
/// 0.00001 and from 1e15 on four digits and a power of ten; an estimate and its interval have the same decimals; bounds as the policy
/// writes them, with commas. Never dependent on culture.
/// </summary>
public static class NumberText
{
    private const string NoValue = "–";

    // In the place of a number of decimals: four digits and a power of ten, where decimals would show zeros only or digits without end.
    private const int Power = -1;

    /// <summary>An estimate on its own: <c>0.8123</c>, <c>54.32</c>, <c>12,346</c>; a whole number from ten on without decimals; a dash
    /// when there is none.</summary>
    /// <param name="value">The value, or null when undefined.</param>
    public static string Estimate(double? value) => value switch
    {
        null => NoValue,
        { } count when Math.Abs(count) is >= 10 and < 1e15 && double.IsInteger(count) => Count((long)count),
        { } number => Fixed(number, Decimals(Math.Abs(number))),
    };

    /// <summary>An estimate beside its interval, with as many decimals as the interval has.</summary>
    /// <param name="value">The value, or null when undefined.</param>
    /// <param name="interval">Its interval, or null.</param>
    public static string Estimate(double? value, IntervalFact? interval) =>
        value is { } number && interval is not null ? Fixed(number, Decimals(Largest(number, interval))) : Estimate(value);

    /// <summary>A value that stands beside an estimate of the same metric, with as many decimals.</summary>
    /// <param name="value">The value, or null when undefined.</param>
    /// <param name="estimate">The estimate, or null.</param>
    /// <param name="interval">The estimate's interval, or null.</param>
    public static string Beside(double? value, double? estimate, IntervalFact? interval) =>
        value is { } number && interval is not null ? Fixed(number, Decimals(Largest(estimate ?? 0, interval))) : Estimate(value);

    /// <summary>An interval as <c>0.7912 to 0.8334</c>; a dash when there is none.</summary>
    /// <param name="value">The estimate that it belongs to.</param>
    /// <param name="interval">The interval, or null.</param>
    public static string Interval(double? value, IntervalFact? interval)
    {
        if (interval is null) return NoValue;
        int decimals = Decimals(Largest(value ?? 0, interval));
        return $"{Fixed(interval.Low, decimals)} to {Fixed(interval.High, decimals)}";
    }

    /// <summary>A bound or parameter, as short as it can be written: <c>0.8</c>.</summary>
    /// <param name="value">The value.</param>
    public static string Exact(double value)
    {
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        // A small bound is written out, as people write it: 0.000005 and not 5E-06. The digits are the same.
        bool small = Math.Abs(value) is < 1e-4 and >= 1e-12 && shortest.Contains('E', StringComparison.Ordinal);
        return small ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : shortest;
    }

    /// <summary>A bound or another exact number for people, as short as it can be written, with commas: <c>0.8</c>,
    /// <c>50,000</c>.</summary>
    /// <param name="value">The value.</param>
    public static string Bound(double value)
    {
        string exact = Exact(value);
        int point = exact.IndexOf('.', StringComparison.Ordinal);
        string fraction = point < 0 ? "" : exact[point..];
        bool plain = Math.Abs(value) is >= 1000 and < 1e15 && !exact.Contains('E', StringComparison.Ordinal);
        return plain ? Count((long)value) + fraction : exact;
    }

    /// <summary>A count with commas: <c>16,281</c>.</summary>
    /// <param name="value">The count.</param>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share of one as a percentage without needless digits: <c>95%</c>, <c>99.5%</c>.</summary>
    /// <param name="share">The share.</param>
    public static string Percent(double share) =>
        // Rounded to nothing is plain zero, not minus zero: adding zero takes the sign away.
        (Math.Round(share * 100, 4) + 0.0).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    /// <summary>A p-value: <c>0.0123</c>, <c>below 0.0001</c>.</summary>
    /// <param name="value">The p-value.</param>
    public static string PValue(double value) => value < 0.0001 ? "below 0.0001" : value.ToString("0.####", CultureInfo.InvariantCulture);

    private static double Largest(double value, IntervalFact interval) =>
        Math.Max(Math.Abs(value), Math.Max(Math.Abs(interval.Low), Math.Abs(interval.High)));

    private static int Decimals(double largest)
    {
        if (largest == 0 || !double.IsFinite(largest)) return 0;
        if (largest is < 1e-5 or >= 1e15) return Power;
        int wanted = 3 - Portable.Exponent10(largest);
        // Below ten four decimals, so that shares and their intervals up to 1 line up; tiny numbers more.
        return largest switch { >= 10 => Math.Max(0, wanted), >= 0.001 => 4, _ => wanted };
    }

    private static string Fixed(double value, int decimals)
    {
        if (double.IsNaN(value)) return NoValue;
        if (double.IsInfinity(value)) return value > 0 ? "infinity" : "-infinity";
        if (decimals == Power) return value == 0 ? "0" : value.ToString("0.000e+0", CultureInfo.InvariantCulture);
        string text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        // Rounded to nothing is plain zero, not minus zero.
        return text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text.TrimStart('-') : text;
    }
}
