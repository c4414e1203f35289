using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Keys;

namespace Gate.Policy.Vocabulary;

/// <summary>
/// A form that a model can have: one key below <c>model</c> and <c>baseline</c>. The policy language takes its forms from the vocabulary
/// and knows none itself; a form brings the shape of its section and reads it.
/// </summary>
/// <param name="Key">The key, made with <see cref="Keys.Key.Map"/>: <c>train</c>.</param>
/// <param name="Bind">Reads the section, which has been held against its shape; problems go to
/// <see cref="Section.Refuse(Keys.Key, string)"/>. Null where nothing can be made of it, which then has been reported.</param>
public sealed record FormKey(Key<Section?> Key, Func<Section, FormContext, ModelSpec?> Bind)
{
    /// <summary>Whether the run fits such a model to rows, so that it must be measured on others (data.test or data.split).</summary>
    public bool IsFitted { get; init; }

    /// <summary>Whether its scores are what the policy says that they are (score_type); else they are probabilities.</summary>
    public bool TakesScoreType { get; init; }

    /// <summary>What the section must be like for a task, as JSON Schema, beyond its shape; null for nothing. The binder says the same in
    /// words.</summary>
    public Func<PolicyTask, JsonObject?> TaskSchema { get; init; } = _ => null;

    /// <summary>The sections with which the model brings all rows that there are, so that data.source may be left out, as JSON Schema; null
    /// for none. The specs of such sections say so (<see cref="ModelSpec.BringsRows"/>).</summary>
    public JsonObject? BringsRows { get; init; }
}

/// <summary>What the rest of the policy says to a form.</summary>
/// <param name="Task">The task; null where it is missing or wrong.</param>
/// <param name="Data">The data section.</param>
/// <param name="HasSource">Whether the policy names rows in data.source; also true where the data section is missing.</param>
/// <param name="Model">The section around the form's own: <c>model</c> or <c>baseline</c>.</param>
public sealed record FormContext(PolicyTask? Task, DataSpec Data, bool HasSource, Section Model)
{
    /// <summary>What the threshold is chosen to make largest.</summary>
    public static Key<MaximiseSpec?> Maximise { get; } = Keys.Key.Word<MaximiseSpec>("maximise", "criterion", Meaning,
        "What the threshold makes largest.") with { Required = true, Examples = ["f1"] };

    private static readonly EitherShape ThresholdShape = EitherShape.Of(new NumberShape(), new MapShape([Maximise]));

    /// <summary>The decision threshold, which all forms share.</summary>
    public static Key<double?> Threshold { get; } = Keys.Key.Number("threshold", ThresholdShape,
        "The decision threshold on the score of the positive class, in the unit of the scores: from 0 to 1 unless score_type says that "
        + "they are no probabilities. Of a model that the run trains, also what it is chosen to make largest on cross-fitted training "
        + "rows; test rows have no part in it. Only for binary_classification.")
        with { DefaultText = "0.5; of percentages 50, of logits 0", Examples = ["0.4", "{ maximise: f1 }"] };

    /// <summary>The same key, where it says how the threshold is chosen.</summary>
    public static Key<Section?> ChosenThreshold { get; } = Keys.Key.Map(Threshold.Name, ThresholdShape, Threshold.Description);

    /// <summary>How the scores of a model that the run trains are calibrated.</summary>
    public static Key<CalibrationSpec?> Calibrate { get; } = Keys.Key.Word<CalibrationSpec>("calibrate", "calibration", Meaning,
        "How the scores of a model that the run trains become probabilities, learned on cross-fitted training rows; of several classes "
        + "each against the rest, divided by their sum. Not for regression.")
        with { DefaultText = "not at all", Examples = ["isotonic"] };

    /// <summary>What the scores are, which all forms share.</summary>
    public static Key<ScoreTypeSpec?> ScoreType { get; } = Keys.Key.Word<ScoreTypeSpec>("score_type", "score type", Meaning,
        "What the scores of the positive class are; only for binary_classification. Scores outside 0 to 1 are an error where this is not "
        + "said and a threshold decides that the policy does not state. They are read as they are: metrics of probabilities, such as "
        + "log_loss, stay undefined on others.")
        with { DefaultText = "probabilities, unless the policy states a threshold", Examples = ["percent"] };

    /// <summary>The threshold of scores of a type where the policy states none.</summary>
    public static double DefaultThreshold(ScoreTypeSpec? type) => type switch
    {
        ScoreTypeSpec.Percent => 100 * ModelSpec.DefaultThreshold,
        ScoreTypeSpec.Logit => 0,
        _ => ModelSpec.DefaultThreshold,
    };

    private static string Meaning(CalibrationSpec calibration) => calibration switch
    {
        CalibrationSpec.Isotonic => "a rising curve; for a thousand rows and more",
        _ => "a logistic function (Platt's scaling); for fewer rows",
    };

    private static string Meaning(MaximiseSpec criterion) => criterion switch
    {
        MaximiseSpec.F1 => "the harmonic mean of precision and recall",
        MaximiseSpec.BalancedAccuracy => "the mean of sensitivity and specificity",
        MaximiseSpec.Youden => "sensitivity + specificity - 1, which chooses as balanced_accuracy does",
        MaximiseSpec.Accuracy => "the share of rows whose class is right",
        _ => "the correlation of label and prediction",
    };

    private static string Meaning(ScoreTypeSpec type) => type switch
    {
        ScoreTypeSpec.Probability => "from 0 to 1; the threshold is 0.5",
        ScoreTypeSpec.Logit => "log-odds; the threshold is 0",
        ScoreTypeSpec.Percent => "from 0 to 100; the threshold is 50",
        _ => "the larger, the likelier the positive class; they need a threshold",
    };
}
