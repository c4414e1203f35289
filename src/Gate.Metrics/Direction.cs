namespace Gate.Metrics;

/// <summary>Whether larger or smaller values are better.</summary>
public enum Direction
{
    /// <summary>Larger is better (accuracy).</summary>
    HigherIsBetter,

    /// <summary>Smaller is better (an error, a false positive rate).</summary>
    LowerIsBetter,

    /// <summary>Neither (a selection rate).</summary>
    Neutral,
}
