using Gate.Data.Numerics;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class KullbackLeiblerDivergence(bool ofPredictions) : DistributionDistance(ofPredictions)
{
    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "a class of the reference does not occur in the group (the divergence is infinite)";

    public override string Source => "Amazon SageMaker Clarify, Kullback-Leibler Divergence (KL)";

    protected override string Stem => "kullback_leibler_divergence";

    protected override string Formula => "The sum over the classes of P log (P / Q), with natural logarithms";

    internal override JointScale Scale => JointScale.SquareRoot;

    protected override MetricValue Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q) => Divergence(p, q);

    /// <summary>The divergence of p from q; a class that p does not have adds nothing.</summary>
    public static MetricValue Divergence(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        double sum = 0;
        for (int k = 0; k < p.Length; k++)
        {
            if (p[k] == 0) continue;
            if (q[k] == 0)
                return MetricValue.Missing("a class of the reference does not occur in the group, so the divergence is infinite");
            sum += p[k] * Portable.Log(p[k] / q[k]);
        }
        // A divergence is never negative; rounding may leave a crumb below 0.
        return MetricValue.Of(Math.Max(0, sum));
    }
}

internal sealed class JensenShannonDivergence(bool ofPredictions) : DistributionDistance(ofPredictions)
{
    public override (double Low, double High) Range => (0, 0.6931471805599453); // log 2

    public override string UndefinedWhen => "a side has no rows with weight";

    public override string Source => "Amazon SageMaker Clarify, Jensen-Shannon Divergence (JS)";

    protected override string Stem => "jensen_shannon_divergence";

    protected override string Formula => "Half of the Kullback-Leibler divergences of P and of Q from their mean, with natural logarithms";

    internal override JointScale Scale => JointScale.SquareRoot;

    protected override MetricValue Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        double sum = 0;
        for (int k = 0; k < p.Length; k++)
        {
            double mean = (p[k] + q[k]) / 2;
            if (p[k] > 0) sum += p[k] * Portable.Log(p[k] / mean) / 2;
            if (q[k] > 0) sum += q[k] * Portable.Log(q[k] / mean) / 2;
        }
        return MetricValue.Of(Math.Clamp(sum, 0, Range.High));
    }
}
