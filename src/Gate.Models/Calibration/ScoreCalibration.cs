namespace Gate.Models.Calibration;

/// <summary>A map from the scores of a binary classifier to probabilities, learned from rows that its model had not seen. It never turns
/// the order of two rows round.</summary>
public abstract record ScoreCalibration : LearnedCalibration
{
    private protected ScoreCalibration()
    {
    }

    /// <summary>The calibrated probability of a score.</summary>
    /// <param name="score">A score from 0 to 1.</param>
    public abstract double Apply(double score);

    /// <inheritdoc/>
    public override double[] Apply(double[] scores) => Array.ConvertAll(scores, Apply);
}
