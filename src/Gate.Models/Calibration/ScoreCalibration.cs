using Gate.Models.Serialization;

namespace Gate.Models.Calibration;

/// <summary>A map from the scores of a binary classifier to probabilities, learned from rows that its model had not seen. It never turns
/// the order of two rows round.</summary>
public abstract record ScoreCalibration
{
    private protected ScoreCalibration()
    {
    }

    /// <summary><c>sigmoid</c> or <c>isotonic</c>.</summary>
    public abstract string Method { get; }

    /// <summary>What a person wants to know of it.</summary>
    public abstract string Description { get; }

    /// <summary>The calibrated probability of a score.</summary>
    /// <param name="score">A score from 0 to 1.</param>
    public abstract double Apply(double score);

    internal abstract void WriteTo(CanonicalBytes bytes);
}
