namespace Gate.Metrics.Groups;

/// <summary>The least evidence that a group needs to be judged. Where rows have weights, what counts is how many rows of equal weight they
/// are worth.</summary>
/// <param name="MinCount">The least number of rows.</param>
/// <param name="MinPositives">The least number of rows whose label is positive, for metrics that need them.</param>
/// <param name="MinNegatives">The least number of rows whose label is negative, for metrics that need them.</param>
/// <param name="MinPredictedPositives">The least number of rows that are predicted positive, for metrics that need them.</param>
public sealed record LeastEvidence(long MinCount = 30, long MinPositives = 10, long MinNegatives = 10, long MinPredictedPositives = 10)
{
    // Equal weights that binary numbers do not hold exactly (0.1) give an effective number a hair below the number of rows.
    private const double Rounding = 1e-9;

    /// <summary>Every group counts, also one of a single row.</summary>
    public static LeastEvidence None { get; } = new(0, 0, 0, 0);

    /// <summary>What a group has too little of for a metric with such needs: the first of rows, positives, negatives and predicted
    /// positives; null where it has enough.</summary>
    /// <param name="counts">What stands behind the group.</param>
    /// <param name="needs">What must be plentiful.</param>
    public EvidenceShortfall? Shortfall(GroupCounts counts, EvidenceNeeds needs)
    {
        ArgumentNullException.ThrowIfNull(counts);
        EffectiveCounts? effective = counts.Effective;
        EvidenceShortfall? OfNeed(EvidenceNeeds need, long? count, double? worth, long least) =>
            needs.HasFlag(need) && count is { } rows ? Below(need, rows, worth, least) : null;
        return Below(EvidenceNeeds.Rows, counts.Count, effective?.Count, MinCount)
            ?? OfNeed(EvidenceNeeds.Positives, counts.Positives, effective?.Positives, MinPositives)
            ?? OfNeed(EvidenceNeeds.Negatives, counts.Negatives, effective?.Negatives, MinNegatives)
            ?? OfNeed(EvidenceNeeds.PredictedPositives, counts.PredictedPositives, effective?.PredictedPositives, MinPredictedPositives);
    }

    private static EvidenceShortfall? Below(EvidenceNeeds of, long count, double? worth, long least)
    {
        if (count < least) return new(of, count, null, least);
        return worth is { } effective && effective < least * (1 - Rounding) ? new(of, count, effective, least) : null;
    }
}

/// <summary>What a group has too little of.</summary>
/// <param name="Of">Which rows are too few.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Effective">How many rows of equal weight they are worth, where that is what is too little; else null.</param>
/// <param name="Least">How many there should be.</param>
public sealed record EvidenceShortfall(EvidenceNeeds Of, long Count, double? Effective, long Least);
