namespace Gate.Metrics.Intervals;

/// <summary>What is known of the areas of two models on the same rows; of one model, the other is itself.</summary>
/// <param name="Candidate">The candidate's area.</param>
/// <param name="Baseline">The baseline's area.</param>
/// <param name="CandidateVariance">Its DeLong variance.</param>
/// <param name="BaselineVariance">Its DeLong variance.</param>
/// <param name="Covariance">Their DeLong covariance.</param>
/// <param name="Positives">The effective number of positive rows.</param>
/// <param name="Negatives">The effective number of negative rows.</param>
/// <param name="IsWeighted">Whether rows have weights.</param>
internal readonly record struct Areas(double Candidate, double Baseline, double CandidateVariance, double BaselineVariance,
    double Covariance, double Positives, double Negatives, bool IsWeighted)
{
    /// <summary>How many rows the models place differently among the rows of the other class.</summary>
    public double Differing { get; init; }

    /// <summary>The largest difference between the two placements of one row, from 0 to 1.</summary>
    public double LargestDifference { get; init; }

    /// <summary>The rows of the rarer class.</summary>
    public double Rarer => Math.Min(Positives, Negatives);
}
