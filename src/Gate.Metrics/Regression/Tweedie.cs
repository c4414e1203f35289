using Gate.Data.Numerics;

namespace Gate.Metrics.Regression;

/// <summary>The unit deviance of the Tweedie family, 1 ≤ power ≤ 3 (scikit-learn, mean_tweedie_deviance).</summary>
internal static class Tweedie
{
    public static IReadOnlyList<MetricParameter> Parameter { get; } =
        [new("power", 1.5, 1, 3, false, "The power of the mean that the variance follows.")];

    public static string Outside(double power) =>
        power < 2 ? "a true number is below 0, or a predicted one not above 0" : "a true or predicted number is not above 0";

    /// <summary>Writes a row's deviance; the reason where there is none.</summary>
    public static string? Read(Sample sample, int row, double power, Span<double> terms)
    {
        double target = sample.Targets![row], estimate = sample.Estimates![row];
        if (estimate <= 0 || target < 0 || (power >= 2 && target == 0)) return Outside(power);
        terms[0] = power switch
        {
            1 => 2 * (TimesLog(target, target / estimate) - target + estimate),
            2 => 2 * (Portable.Log(estimate / target) + target / estimate - 1),
            _ => 2 * (Portable.Pow(target, 2 - power) / ((1 - power) * (2 - power))
                - target * Portable.Pow(estimate, 1 - power) / (1 - power) + Portable.Pow(estimate, 2 - power) / (2 - power)),
        };
        return null;
    }

    /// <summary>The part of the deviance that the true number alone makes; its mean and the mean of the true numbers give the deviance from
    /// their mean.</summary>
    public static double OfTarget(double target, double power) => power switch
    {
        1 => TimesLog(target, target),
        2 => Portable.Log(target),
        _ => Portable.Pow(target, 2 - power),
    };

    /// <summary>The mean deviance of numbers from their own mean.</summary>
    /// <param name="mean">Their mean.</param>
    /// <param name="part">The mean of <see cref="OfTarget"/>.</param>
    /// <param name="power">The power.</param>
    public static double OfMean(double mean, double part, double power) => power switch
    {
        1 => 2 * (part - TimesLog(mean, mean)),
        2 => 2 * (Portable.Log(mean) - part),
        _ => 2 * (part - Portable.Pow(mean, 2 - power)) / ((1 - power) * (2 - power)),
    };

    private static double TimesLog(double factor, double argument) => factor == 0 ? 0 : factor * Portable.Log(argument);
}
