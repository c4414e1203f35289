namespace Gate.Metrics;

/// <summary>An interval of confidence.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Confidence">Its nominal coverage, such as 0.95.</param>
/// <param name="Method">How it was made: <c>wilson</c>, <c>newcombe</c>, <c>miettinen_nurminen</c>, <c>mover</c>, <c>delong</c>,
/// <c>cell_bootstrap</c>, <c>row_bootstrap</c>, …</param>
public sealed record Interval(double Low, double High, double Confidence, string Method)
{
    /// <summary>Whether its ends are quantiles of random draws, of which few lie far out.</summary>
    public bool IsDrawn => Method is "cell_bootstrap" or "row_bootstrap" or "fay_feuer" or "test_inversion";
}

/// <summary>A measured value with its uncertainty.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Interval">Its interval, or null when the value is undefined or no interval exists.</param>
public sealed record Measurement(MetricValue Value, Interval? Interval)
{
    /// <summary>
    /// For the largest or smallest of several numbers (a difference between groups), an estimate without the bias that choosing it brings:
    /// too extreme in at most half of all samples (half-median-unbiased; V. Chernozhukov, S. Lee and A. Rosen, Econometrica 81, 2013). Null
    /// elsewhere, and where there is no interval.
    /// </summary>
    public double? Corrected { get; init; }

    /// <summary>Why there is no interval though there is a value, where that can be said; else null.</summary>
    public string? NoInterval { get; init; }

    /// <summary>Whether the value is what it is by definition, as the difference of a model from itself is 0: it has no interval and needs
    /// none.</summary>
    public bool IsCertain { get; init; }

    /// <summary>For a paired difference from the baseline, a test that there is none (McNemar's, DeLong's); null where there is no such
    /// test.</summary>
    public SignificanceTest? Test { get; init; }
}

/// <summary>A test of a hypothesis.</summary>
/// <param name="Name">Its name: <c>mcnemar_exact</c>, <c>delong</c>.</param>
/// <param name="PValue">Its two-sided p-value.</param>
public sealed record SignificanceTest(string Name, double PValue);
