using Gate.Data.Numerics;

namespace Gate.Metrics.Fairness;

internal sealed class LpNorm(bool ofPredictions, double order = 2) : DistributionDistance(ofPredictions)
{
    private static readonly MetricParameter[] parameters =
        [new("p", 2, 1, 100, IsWhole: false, "The order of the norm: 1 adds the distances, 2 is Euclid's.")];

    // Distributions that share no class are 2^(1/p) apart: 2 at most, of the norm of order 1.
    public override (double Low, double High) Range => (0, 2);

    public override string UndefinedWhen => "a side has no rows with weight";

    public override string Source => "Amazon SageMaker Clarify, Lp-norm (LP)";

    public override IReadOnlyList<MetricParameter> Parameters => parameters;

    public override IReadOnlyList<double> ParameterValues => [order];

    protected override string Stem => "lp_norm";

    protected override string Formula => "The p-norm over the classes of P - Q (Euclid's by default)";

    protected override Metric Parameterised(IReadOnlyList<double> values) => new LpNorm(OfPredictions, values[0]);

    protected override MetricValue Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        double sum = 0, largest = 0;
        for (int k = 0; k < p.Length; k++) largest = Math.Max(largest, Math.Abs(p[k] - q[k]));
        if (largest == 0) return MetricValue.Of(0);
        // Scaled by the largest, so that high orders do not lose small numbers.
        for (int k = 0; k < p.Length; k++) sum += Portable.Pow(Math.Abs(p[k] - q[k]) / largest, order);
        return MetricValue.Of(largest * Portable.Pow(sum, 1 / order));
    }
}

internal sealed class TotalVariationDistance(bool ofPredictions) : DistributionDistance(ofPredictions)
{
    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "a side has no rows with weight";

    public override string Source => "Amazon SageMaker Clarify, Total Variation Distance (TVD)";

    protected override string Stem => "total_variation_distance";

    protected override string Formula => "Half of the sum over the classes of |P - Q|: the share of rows that would have to change class";

    protected override MetricValue Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        double sum = 0;
        for (int k = 0; k < p.Length; k++) sum += Math.Abs(p[k] - q[k]);
        return MetricValue.Of(sum / 2);
    }
}

internal sealed class KolmogorovSmirnov(bool ofPredictions) : DistributionDistance(ofPredictions)
{
    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "a side has no rows with weight";

    public override string Source => "Amazon SageMaker Clarify, Kolmogorov-Smirnov (KS): of the shares of classes, not of cumulated shares";

    protected override string Stem => "kolmogorov_smirnov";

    protected override string Formula => "The largest |P - Q| of a class";

    protected override MetricValue Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        double largest = 0;
        for (int k = 0; k < p.Length; k++) largest = Math.Max(largest, Math.Abs(p[k] - q[k]));
        return MetricValue.Of(largest);
    }
}
