using System.Globalization;
using Gate.Data;

namespace Gate.Models.Calibration;

/// <summary>What was learned of the scores of a classifier.</summary>
/// <param name="Calibration">The calibration; null for none.</param>
/// <param name="Choice">The threshold; null where none was chosen.</param>
/// <param name="Options">What was asked for.</param>
public sealed record LearnedScores(LearnedCalibration? Calibration, ThresholdChoice? Choice, TuningOptions Options)
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
    /// <param name="scores">Scores of the rows by models that had not seen them, in the shape of
    /// <see cref="IModel.Score"/>.</param>
    /// <param name="data">The rows, of a classification.</param>
    /// <param name="hasMargin">Whether the scores are a logistic function of a margin.</param>
    /// <param name="options">What is to be learned.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The task is no classification, or a threshold is asked for of several classes.</exception>
    public static LearnedScores Of(double[] scores, TrainingData data, bool hasMargin, TuningOptions options,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        bool isBinary = data.Task == TaskType.BinaryClassification;
        if (data.Task == TaskType.Regression || (!isBinary && options.Maximise is not null))
            throw new ModelException("only the scores of classes are calibrated, and only those of two have a threshold");
        int[] labels = data.Labels!;
        LearnedCalibration? calibration = options.Calibrate == CalibrationMethod.None ? null
            : isBinary ? One(scores, labels) : OneAgainstRest.Fit(data.Classes.Count, scores, labels, One);
        double[] said = calibration?.Apply(scores) ?? scores;
        return new(calibration, options.Maximise is { } criterion ? ThresholdChoice.Of(said, labels, data.Weights, criterion) : null,
            options);

        ScoreCalibration One(double[] own, int[] isClass) => options.Calibrate == CalibrationMethod.Isotonic
            ? IsotonicCalibration.Fit(own, isClass, data.Weights)
            : SigmoidCalibration.Fit(own, isClass, data.Weights, hasMargin, cancel);
    }

    /// <summary>The scores as they are after it.</summary>
    /// <param name="scores">The scores of the model.</param>
    public double[] Apply(double[] scores) => Calibration?.Apply(scores) ?? scores;

    private static string Word(ThresholdCriterion criterion) => criterion switch
    {
        ThresholdCriterion.F1 => "f1",
        ThresholdCriterion.BalancedAccuracy => "balanced accuracy",
        ThresholdCriterion.Youden => "Youden's J",
        ThresholdCriterion.Accuracy => "accuracy",
        _ => "Matthews correlation",
    };
}
