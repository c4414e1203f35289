namespace Gate.Metrics.Rows;

/// <summary>What rows are sorted by.</summary>
internal enum RankBy
{
    /// <summary>The score of the positive class, largest first.</summary>
    Score,

    /// <summary>The score of each class in turn against all others, largest first; the metric is the mean over the classes.</summary>
    EachClass,

    /// <summary>The absolute error of a predicted number, smallest first.</summary>
    AbsoluteError,
}
