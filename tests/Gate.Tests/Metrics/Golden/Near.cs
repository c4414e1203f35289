namespace Gate.Tests.Metrics.Golden;

/// <summary>Agreement with reference values.</summary>
internal static class Near
{
    public const double Relative = 1e-9;

    public static bool Holds(double expected, double actual) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= Relative * Math.Max(Math.Abs(expected), Math.Abs(actual)) + 1e-13;

    public static void Check(double expected, double actual, string what) =>
        Assert.True(Holds(expected, actual), FormattableString.Invariant($"{what}: expected {expected:R}, got {actual:R}"));
}
