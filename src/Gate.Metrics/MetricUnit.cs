namespace Gate.Metrics;

/// <summary>What the values of a metric are measured in.</summary>
public enum MetricUnit
{
    /// <summary>Nothing: a share, an area or a coefficient between -1 and 1.</summary>
    Share,

    /// <summary>The unit of the label, as a mean absolute error is.</summary>
    Label,

    /// <summary>A unit that no other metric has: nats, a squared label, a ratio of errors.</summary>
    Own,
}
