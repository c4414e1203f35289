namespace Gate.Metrics.Intervals;

/// <summary>A number without limits, and why.</summary>
/// <param name="value">The estimate.</param>
/// <param name="reason">Why no method gives limits that hold.</param>
internal sealed class NoLimits(double value, string reason) : Limits
{
    public override double Value => value;

    public override string? WhyNone => reason;

    public override string MethodAt(double critical) => "none";

    protected override (double Low, double High)? Compute(double critical) => null;
}
