namespace Gate.Metrics;

/// <summary>What a metric reads of the model's output.</summary>
public enum MetricInput
{
    /// <summary>Predicted classes.</summary>
    Labels,

    /// <summary>Scores or probabilities.</summary>
    Scores,

    /// <summary>Predicted numbers.</summary>
    Values,

    /// <summary>The lower and upper ends of prediction intervals.</summary>
    Intervals,
}
