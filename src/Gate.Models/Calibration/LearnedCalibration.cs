using Gate.Models.Serialization;

namespace Gate.Models.Calibration;

/// <summary>A map from the scores of a classifier to probabilities, learned from rows that its model had not seen: of two classes a
/// <see cref="ScoreCalibration"/>, of several a <see cref="OneAgainstRest"/>.</summary>
public abstract record LearnedCalibration
{
    private protected LearnedCalibration()
    {
    }

    /// <summary><c>sigmoid</c> or <c>isotonic</c>.</summary>
    public abstract string Method { get; }

    /// <summary>What a person wants to know of it.</summary>
    public abstract string Description { get; }

    /// <summary>The calibrated probabilities of scores.</summary>
    /// <param name="scores">Scores from 0 to 1, in the shape of <see cref="IModel.Score"/>.</param>
    public abstract double[] Apply(double[] scores);

    internal abstract void WriteTo(CanonicalBytes bytes);
}
