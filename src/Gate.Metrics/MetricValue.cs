using System.Globalization;

namespace Gate.Metrics;

/// <summary>A number, or the reason why there is none. Never NaN: what is not defined says why.</summary>
public readonly record struct MetricValue
{
    private readonly double number;

    private MetricValue(double number, string? undefined) => (this.number, Undefined) = (number, undefined);

    /// <summary>Why the metric is undefined, as a clause such as <c>no positive rows</c>; null when it is defined.</summary>
    public string? Undefined { get; }

    /// <summary>Whether there is a number.</summary>
    public bool IsDefined => Undefined is null;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The metric is undefined.</exception>
    public double Number => IsDefined ? number : throw new InvalidOperationException($"undefined: {Undefined}");

    /// <summary>The number, or null when undefined.</summary>
    public double? NumberOrNull => IsDefined ? number : null;

    /// <summary>A defined value; a NaN becomes undefined ("not a number"), infinities stay.</summary>
    /// <param name="number">The number.</param>
    public static MetricValue Of(double number) => double.IsNaN(number) ? Missing("the result is not a number") : new(number, null);

    /// <summary>An undefined value.</summary>
    /// <param name="reason">A clause such as <c>no positive rows</c>.</param>
    public static MetricValue Missing(string reason) => new(0, reason);

    /// <summary>The number in the invariant culture, or why there is none.</summary>
    public override string ToString() => IsDefined ? number.ToString("R", CultureInfo.InvariantCulture) : $"undefined: {Undefined}";

    /// <summary>The quotient, or undefined with the reason when the denominator is 0.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator.</param>
    /// <param name="whenZero">Why the quotient is undefined when the denominator is 0.</param>
    public static MetricValue Ratio(double numerator, double denominator, string whenZero) =>
        denominator == 0 ? Missing(whenZero) : Of(numerator / denominator);
}
