namespace Gate.Metrics.Rows;

/// <summary>What rows are put in order by.</summary>
internal enum RowOrder
{
    /// <summary>By nothing: any order.</summary>
    None,

    /// <summary>The score of the positive class, or of many classes the largest score; smallest first.</summary>
    Confidence,

    /// <summary>The score of one class, largest first.</summary>
    ClassScore,

    /// <summary>The predicted number, smallest first.</summary>
    Estimate,

    /// <summary>The true number, smallest first.</summary>
    Target,
}
