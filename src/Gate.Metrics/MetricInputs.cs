namespace Gate.Metrics;

/// <summary>What a metric reads of a sample besides what was true of its rows.</summary>
[Flags]
public enum MetricInputs
{
    /// <summary>Nothing: true classes or numbers and weights are enough (<c>base_rate</c>).</summary>
    None = 0,

    /// <summary>Predicted classes.</summary>
    Predictions = 1,

    /// <summary>Scores or probabilities.</summary>
    Scores = 2,

    /// <summary>Predicted numbers.</summary>
    Values = 4,

    /// <summary>The lower and upper ends of prediction intervals.</summary>
    IntervalEnds = 8,

    /// <summary>The features of rows as numbers.</summary>
    Features = 16,
}
