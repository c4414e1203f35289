using System.Globalization;
using Gate.Data;

namespace Gate.Models.Calibration;

/// <summary>What was learned of the scores of a binary classifier.</summary>
/// <param name="Calibration">The calibration; null for none.</param>
/// <param name="Choice">The threshold; null where none was chosen.</param>
/// <param name="Options">What was asked for.</param>
public sealed record LearnedScores(ScoreCalibration? Calibration, ThresholdChoice? Choice, TuningOptions Options)
{
    /// <summary>What a person wants to know of it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Facts
    {
        get
        {
            string where = $"on training rows, cross-fitted in {Options.Folds.ToString(CultureInfo.InvariantCulture)} folds";
            if (Calibration is not null) yield return new("calibration", $"{Calibration.Description}; learned {where}");
            if (Choice is not null)
                yield return new("threshold chosen", string.Create(CultureInfo.InvariantCulture,
                    $"{Choice.Threshold:0.####}, for the largest {Word(Options.Maximise!.Value)} ({Choice.Value:0.####}) {where}"));
        }
    }

    /// <summary>Learns from cross-fitted scores.</summary>
    /// <param name="scores">Scores of the rows by models that had not seen them.</param>
    /// <param name="data">The rows, of a binary task.</param>
    /// <param name="hasMargin">Whether the scores are a logistic function of a margin.</param>
    /// <param name="options">What is to be learned.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The task is not binary.</exception>
    public static LearnedScores Of(double[] scores, TrainingData data, bool hasMargin, TuningOptions options,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        if (data.Task != TaskType.BinaryClassification)
            throw new ModelException("only the scores of two classes are calibrated, and have a threshold");
        int[] labels = data.Labels!;
        ScoreCalibration? calibration = options.Calibrate switch
        {
            CalibrationMethod.Isotonic => IsotonicCalibration.Fit(scores, labels, data.Weights),
            CalibrationMethod.Sigmoid => SigmoidCalibration.Fit(scores, labels, data.Weights, hasMargin, cancel),
            _ => null,
        };
        double[] said = calibration is null ? scores : Array.ConvertAll(scores, calibration.Apply);
        return new(calibration, options.Maximise is { } criterion ? ThresholdChoice.Of(said, labels, data.Weights, criterion) : null,
            options);
    }

    /// <summary>The scores as they are after it.</summary>
    /// <param name="scores">The scores of the model.</param>
    public double[] Apply(double[] scores) => Calibration is null ? scores : Array.ConvertAll(scores, Calibration.Apply);

    private static string Word(ThresholdCriterion criterion) => criterion switch
    {
        ThresholdCriterion.F1 => "f1",
        ThresholdCriterion.BalancedAccuracy => "balanced accuracy",
        ThresholdCriterion.Youden => "Youden's J",
        ThresholdCriterion.Accuracy => "accuracy",
        _ => "Matthews correlation",
    };
}
