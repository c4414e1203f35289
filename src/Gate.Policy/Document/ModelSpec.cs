namespace Gate.Policy.Document;

/// <summary>What the scores of a binary classifier are.</summary>
public enum ScoreTypeSpec
{
    /// <summary>Probabilities, from 0 to 1.</summary>
    Probability,

    /// <summary>Log-odds.</summary>
    Logit,

    /// <summary>Percentages, from 0 to 100.</summary>
    Percent,

    /// <summary>Numbers of any kind: the larger, the likelier the positive class.</summary>
    Any,
}

/// <summary>How the scores of a trained binary classifier become probabilities.</summary>
public enum CalibrationSpec
{
    /// <summary>By a rising curve.</summary>
    Isotonic,

    /// <summary>By a logistic function.</summary>
    Sigmoid,
}

/// <summary>What the threshold of a trained binary classifier is chosen to make largest.</summary>
public enum MaximiseSpec
{
    /// <summary>F1.</summary>
    F1,

    /// <summary>Balanced accuracy.</summary>
    BalancedAccuracy,

    /// <summary>Youden's J.</summary>
    Youden,

    /// <summary>Accuracy.</summary>
    Accuracy,

    /// <summary>Matthews' correlation.</summary>
    MatthewsCorrcoef,
}

/// <summary>A model in one of the forms that the vocabulary knows.</summary>
public abstract record ModelSpec
{
    /// <summary>The decision threshold of a policy that gives none.</summary>
    public const double DefaultThreshold = 0.5;

    /// <summary>The decision threshold on the score of the positive class.</summary>
    public double Threshold { get; init; } = DefaultThreshold;

    /// <summary>Whether the policy gives the threshold itself.</summary>
    public bool StatesThreshold { get; init; }

    /// <summary>What the threshold is chosen to make largest on cross-fitted training rows; null where it is
    /// <see cref="Threshold"/>.</summary>
    public MaximiseSpec? Maximise { get; init; }

    /// <summary>How scores are calibrated on cross-fitted training rows; null for not at all.</summary>
    public CalibrationSpec? Calibrate { get; init; }

    /// <summary>What the scores are; null where the policy does not say.</summary>
    public ScoreTypeSpec? ScoreType { get; init; }

    /// <summary>Whether the threshold decides the predicted classes of a binary task, where there are scores.</summary>
    public virtual bool IsThresholded => true;

    /// <summary>Whether the run fits it to rows.</summary>
    public virtual bool IsFitted => false;

    /// <summary>Whether it brings all rows that there are, labels included, so that data.source may be left out.</summary>
    public virtual bool BringsRows => false;

    /// <summary>Where the model section stands.</summary>
    public Mark At { get; init; }
}

/// <summary>A model trained in the run.</summary>
/// <param name="Algorithm">The learner's name.</param>
/// <param name="Parameters">Its parameters as given, by their own names: double, bool, string, numbers by name, lists of names or null;
/// checked against the vocabulary.</param>
public sealed record TrainSpec(string Algorithm, IReadOnlyDictionary<string, object?> Parameters) : ModelSpec
{
    /// <summary>The search that finds learner and parameters (<c>algorithm: auto</c>); null where the policy names them.</summary>
    public SearchSpec? Search { get; init; }

    /// <summary>Where its keys and entries stand, by their path below the section.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();

    /// <inheritdoc/>
    public override bool IsFitted => true;
}

/// <summary>Predictions that are already there.</summary>
/// <param name="Source">A file of its own, or null for columns of the data.</param>
/// <param name="Key">Columns that join the file to the data; empty: row by row, same order and length.</param>
/// <param name="Prediction">The column of predicted classes or values, or null.</param>
/// <param name="Score">The column of scores (binary), or one column per class by class name (multiclass, key = class); empty for none. For
/// a single column the key is empty.</param>
public sealed record PredictionsSpec(string? Source, IReadOnlyList<string> Key, string? Prediction,
    IReadOnlyList<KeyValuePair<string, string>> Score) : ModelSpec
{
    /// <inheritdoc/>
    public override bool BringsRows => Source is not null && Key.Count == 0;

    /// <inheritdoc/>
    public override bool IsThresholded => Prediction is null;

    /// <summary>The column of lower ends of prediction intervals, or null; regression only.</summary>
    public string? Lower { get; init; }

    /// <summary>The column of upper ends of prediction intervals, or null; regression only.</summary>
    public string? Upper { get; init; }

    /// <summary>Where keys stand, by path below <c>predictions</c>: <c>prediction</c>, <c>score.setosa</c>, <c>key[0]</c>.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();
}
