namespace Gate.Metrics;

/// <summary>An interval of confidence.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Confidence">Its nominal coverage, such as 0.95.</param>
/// <param name="Method">How it was made: <c>wilson</c>, <c>cell_bootstrap</c>, <c>row_bootstrap</c>, <c>delong</c>, …</param>
public sealed record Interval(double Low, double High, double Confidence, string Method);

/// <summary>A measured value with its uncertainty.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Interval">Its interval, or null when the value is undefined or no interval exists.</param>
public sealed record Measurement(MetricValue Value, Interval? Interval);
