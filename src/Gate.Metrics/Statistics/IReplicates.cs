using Gate.Metrics.Groups;

namespace Gate.Metrics.Statistics;

/// <summary>One kind of metrics: computes its estimates, and its replicates on demand.</summary>
/// <typeparam name="TMetric">The kind.</typeparam>
internal interface IReplicates<in TMetric> where TMetric : Metric
{
    /// <summary>The value of each scope.</summary>
    MetricValue[] Estimate(TMetric metric, Side side, Scopes scopes);

    /// <summary>The replicates of each scope, scope-major; NaN where undefined. The same replicate has the same rows for every metric and
    /// both sides.</summary>
    double[] Replicate(TMetric metric, Side side, Scopes scopes);
}
