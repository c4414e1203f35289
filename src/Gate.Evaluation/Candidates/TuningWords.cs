using Gate.Models.Calibration;
using Gate.Policy.Document;

namespace Gate.Evaluation.Candidates;

/// <summary>What a policy has learned of a model's scores, in the words of the models' room.</summary>
internal static class TuningWords
{
    public static TuningOptions Of(PlacedModel placed)
    {
        CalibrationMethod method = placed.Spec.Calibrate switch
        {
            CalibrationSpec.Isotonic => CalibrationMethod.Isotonic,
            CalibrationSpec.Sigmoid => CalibrationMethod.Sigmoid,
            _ => CalibrationMethod.None,
        };
        ThresholdCriterion? criterion = placed.Spec.Maximise switch
        {
            null => null,
            MaximiseSpec.F1 => ThresholdCriterion.F1,
            MaximiseSpec.BalancedAccuracy => ThresholdCriterion.BalancedAccuracy,
            MaximiseSpec.Youden => ThresholdCriterion.Youden,
            MaximiseSpec.Accuracy => ThresholdCriterion.Accuracy,
            _ => ThresholdCriterion.MatthewsCorrcoef,
        };
        return new(method, criterion, placed.Inputs.Policy.Seed);
    }
}
