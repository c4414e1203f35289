using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>model</c> and <c>baseline</c>.</summary>
internal static class ModelKeys
{
    private static readonly string[] Words =
        ["train", "predictions", "onnx", "xgboost", "lightgbm", "mlnet", "endpoint", "command", "mlflow"];

    /// <summary>The words of the language that a vocabulary has no form for.</summary>
    public static string[] Unserved(PolicyVocabulary vocabulary) =>
        [.. Words.Except(vocabulary.Forms.Select(form => form.Key.Name), StringComparer.Ordinal)];

    /// <summary>The section with the forms of a vocabulary.</summary>
    public static MapShape With(PolicyVocabulary vocabulary) => new([.. vocabulary.Forms.Select(form => form.Key), FormContext.Threshold,
        FormContext.Calibrate, FormContext.ScoreType])
    {
        Definition = "model",
        Rules = vocabulary.Forms.Count == 0 ? []
            : [KeyRule.Of(KeyRuleKind.ExactlyOne, [.. vocabulary.Forms.Select(form => form.Key)])],
        Reserved = Unserved(vocabulary),
    };
}
