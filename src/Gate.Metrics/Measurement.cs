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
public sealed record Measurement(MetricValue Value, Interval? Interval)
{
    /// <summary>For a paired difference from the baseline, a test that there is none (McNemar's, DeLong's); null where there is no such test.</summary>
    public SignificanceTest? Test { get; init; }
}

/// <summary>A test of a hypothesis.</summary>
/// <param name="Name">Its name: <c>mcnemar_exact</c>, <c>delong</c>.</param>
/// <param name="PValue">Its two-sided p-value.</param>
public sealed record SignificanceTest(string Name, double PValue);
