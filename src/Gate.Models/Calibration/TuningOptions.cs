namespace Gate.Models.Calibration;

/// <summary>How scores are calibrated.</summary>
public enum CalibrationMethod
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a rising curve: for many rows.</summary>
    Isotonic,

    /// <summary>By a logistic function: for few rows.</summary>
    Sigmoid,
}

/// <summary>What is learned of a classifier's scores from cross-fitted training rows.</summary>
/// <param name="Calibrate">How scores are calibrated.</param>
/// <param name="Maximise">What the threshold is chosen to make largest; null where it is given.</param>
/// <param name="Seed">The seed of the folds.</param>
/// <param name="Folds">How many folds, 2 or more.</param>
public sealed record TuningOptions(CalibrationMethod Calibrate, ThresholdCriterion? Maximise, ulong Seed = 0, int Folds = 5)
{
    /// <summary>Whether there is anything to learn.</summary>
    public bool IsNeeded => Calibrate != CalibrationMethod.None || Maximise is not null;
}
