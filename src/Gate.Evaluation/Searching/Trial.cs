using Gate.Models;

namespace Gate.Evaluation.Searching;

/// <summary>A learner with parameters that a search tries.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Learner">The learner.</param>
/// <param name="Parameters">The parameters that differ from the learner's defaults.</param>
internal sealed record Trial(int Number, LearnerInfo Learner, IReadOnlyDictionary<string, object?> Parameters)
{
    /// <summary>Whether it is the learner as it comes.</summary>
    public bool IsDefault => Parameters.Count == 0;
}

/// <summary>What became of a trial on some rows.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Rows">On how many training rows it was cross-validated.</param>
/// <param name="Folds">The metric in each fold; empty where it failed.</param>
/// <param name="Scores">The score of each row by a model that had not seen it; empty where it failed, and where not all rows were
/// there.</param>
/// <param name="HasMargin">Whether its models have a margin.</param>
/// <param name="Size">How large its models are, on average, in bytes; null where they have no size.</param>
/// <param name="Error">Why it failed; null where it did not.</param>
/// <param name="FitSeconds">How long training took, over all folds; null without a clock.</param>
/// <param name="ScoreSeconds">How long scoring took; null likewise.</param>
internal sealed record TrialResult(Trial Trial, int Rows, IReadOnlyList<double> Folds, double[] Scores, bool HasMargin, long? Size,
    string? Error, double? FitSeconds, double? ScoreSeconds)
{
    /// <summary>Whether it failed for want of time.</summary>
    public bool IsOutOfTime { get; init; }

    /// <summary>The mean of the metric over the folds.</summary>
    public double Mean => Folds.Average();

    /// <summary>The standard error of that mean.</summary>
    public double StandardError => Spread.ErrorOfMean(Folds);
}

/// <summary>The spread of a few numbers.</summary>
internal static class Spread
{
    /// <summary>The standard error of the mean; 0 of one number.</summary>
    public static double ErrorOfMean(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return 0;
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) / values.Count);
    }
}
