using Gate.Metrics.Intervals;

namespace Gate.Tests.Metrics.Comparing;

/// <summary>Limits that lie a multiple of the critical value below and above an estimate; none where the multiple is NaN.</summary>
internal sealed class FixedLimits(double value, double below, double above, string method = "fixed", bool isExtreme = false)
    : Limits
{
    public override double Value => value;

    public override string MethodAt(double critical) => method;

    public override bool IsExtreme => isExtreme;

    protected override (double Low, double High)? Compute(double critical) =>
        double.IsNaN(below) ? null : (value - critical * below, value + critical * above);
}
