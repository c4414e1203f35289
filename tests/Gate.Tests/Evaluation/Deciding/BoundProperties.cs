using CsCheck;
using Gate.Evaluation.Deciding;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Tests.Properties;

namespace Gate.Tests.Evaluation.Deciding;

/// <summary>What holds of every decision, whatever was measured.</summary>
public sealed class BoundProperties
{
    // Hundredths meet each other often, which real numbers never do.
    private static readonly Gen<double> hundredths = Gen.Int[-100, 100].Select(whole => whole / 100.0);

    private static readonly Gen<(Measurement Measured, double Bound, double Stricter, Basis Basis)> cases =
        from ends in hundredths.Array[3]
        from bounds in hundredths.Array[2]
        from basis in Gen.OneOf(Basis.Interval, Basis.Point)
        let sorted = ends.Order().ToArray()
        select (new Measurement(MetricValue.Of(sorted[1]), new Interval(sorted[0], sorted[2], 0.95, "wilson")), bounds.Min(), bounds.Max(),
            basis);

    [Fact]
    public void A_stricter_bound_is_never_easier_to_keep() => RandomCases.Hold(cases, 2000, one =>
    {
        (Measurement measured, double low, double high, Basis basis) = one;
        int Rank(double? min, double? max) => Decision.Rank(Decision.Judge(measured, min, max, basis));
        Assert.True(Rank(high, null) >= Rank(low, null), "a higher minimum is easier");
        Assert.True(Rank(null, low) >= Rank(null, high), "a lower maximum is easier");
        Assert.True(Rank(low, high) >= Math.Max(Rank(low, null), Rank(null, high)), "two bounds are easier than one");
    }, Print);

    [Fact]
    public void What_the_interval_decides_the_estimate_decides_alike() => RandomCases.Hold(cases, 2000, one =>
    {
        Outcome whole = Decision.Judge(one.Measured, one.Bound, null, Basis.Interval);
        if (whole != Outcome.Inconclusive) Assert.Equal(whole, Decision.Judge(one.Measured, one.Bound, null, Basis.Point));
    }, Print);

    [Fact]
    public void The_mirror_image_is_decided_alike() => RandomCases.Hold(cases, 2000, one =>
    {
        Interval own = one.Measured.Interval!;
        Measurement mirrored = new(MetricValue.Of(-one.Measured.Value.Number), own with { Low = -own.High, High = -own.Low });
        Assert.Equal(Decision.Judge(one.Measured, one.Bound, null, one.Basis), Decision.Judge(mirrored, null, -one.Bound, one.Basis));
    }, Print);

    private static string Print((Measurement Measured, double Bound, double Stricter, Basis Basis) one) =>
        FormattableString.Invariant($"{one.Measured.Interval!.Low} {one.Measured.Value.Number} {one.Measured.Interval.High}, ")
        + FormattableString.Invariant($"bounds {one.Bound} and {one.Stricter}, by the {one.Basis}");
}
