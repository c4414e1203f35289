namespace Gate.Models.Calibration;

/// <summary>What a decision threshold is chosen to make largest.</summary>
public enum ThresholdCriterion
{
    /// <summary>The harmonic mean of precision and recall; 0 where nothing is said to be positive.</summary>
    F1,

    /// <summary>The mean of sensitivity and specificity.</summary>
    BalancedAccuracy,

    /// <summary>Youden's J: sensitivity + specificity - 1 (Youden 1950). It chooses as <see cref="BalancedAccuracy"/> does.</summary>
    Youden,

    /// <summary>The share of rows whose class is right.</summary>
    Accuracy,

    /// <summary>The correlation of label and prediction (Matthews 1975); 0 where one of them has one class only.</summary>
    MatthewsCorrcoef,
}
