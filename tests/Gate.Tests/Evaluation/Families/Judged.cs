using Gate.Evaluation.Deciding;
using Gate.Evaluation.Families;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Families;

/// <summary>Conditions on numbers whose intervals are those of a normal law.</summary>
internal static class Judged
{
    public static EvidencePart Spread(double estimate, double error, double? min, double? max, string method,
        PartKind kind = PartKind.Value)
    {
        return new(kind, At(0.95), min, max, At);

        Measurement At(double confidence)
        {
            double half = error * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 0.5 + (confidence / 2));
            return new Measurement(MetricValue.Of(estimate), new Interval(estimate - half, estimate + half, confidence, method));
        }
    }

    /// <summary>The p-value of a number that lies so many standard errors from its bound.</summary>
    public static double TwoSided(double z) => 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Abs(z));

    public static JudgedCondition Condition(string id, params EvidencePart[] parts) => Condition(id, DecideOn.Interval, parts);

    public static JudgedCondition Condition(string id, DecideOn basis, params EvidencePart[] parts)
    {
        Basis decided = basis == DecideOn.Point ? Basis.Point : Basis.Interval;
        return new(new() { Id = id, Metric = "accuracy", Family = "f", DecideOn = basis },
            new() { Name = "accuracy", Unit = "share", Parts = parts, Rows = 1 }, decided,
            [.. parts.Select(part => part.Outcome(decided))]);
    }
}
