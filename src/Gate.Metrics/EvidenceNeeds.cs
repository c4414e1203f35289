namespace Gate.Metrics;

/// <summary>Which rows must be plentiful for a metric to be worth judging.</summary>
[Flags]
public enum EvidenceNeeds
{
    /// <summary>All rows.</summary>
    Rows = 0,

    /// <summary>Rows whose label is positive.</summary>
    Positives = 1,

    /// <summary>Rows whose label is negative.</summary>
    Negatives = 2,

    /// <summary>Rows that were predicted positive.</summary>
    PredictedPositives = 4,
}
