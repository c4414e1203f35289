using Gate.Policy.Vocabulary;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>model</c> and <c>baseline</c>.</summary>
internal static class ModelKeys
{
    private static readonly TextShape Column = new("a column name");

    /// <summary>Predictions that are already there.</summary>
    public static MapShape Predictions { get; } = new(
    [
        new("prediction", Column, "The column of predicted classes or numbers.") { Examples = ["y_pred"] },
        new("score", EitherShape.Of(Column, new NamedShape("class", Column, Min: 2)),
            "The column of scores of the positive class; for multiclass_classification a map with one column for each class. Not for "
            + "regression.") { Examples = ["y_score", "{ setosa: p0, versicolor: p1, virginica: p2 }"] },
        new("lower", Column, "The column of the lower ends of prediction intervals; only for regression.") { Examples = ["y_low"] },
        new("upper", Column, "The column of their upper ends.") { Examples = ["y_high"] },
        new("source", new TextShape("a path"), "A file of its own, relative to the policy.") { Nullable = true,
            DefaultText = "columns of the data", Examples = ["predictions.csv"] },
        new("key", EitherShape.OneOrMany(Column, min: 1), "Columns that join that file to the data.") { Nullable = true,
            DefaultText = "row by row, same order and length", Examples = ["id", "[branch, loan]"] },
    ])
    {
        Rules = [new(KeyRuleKind.AtLeastOne, "prediction", "score"), new(KeyRuleKind.Needs, "key", "source"),
            new(KeyRuleKind.Needs, "lower", "upper"), new(KeyRuleKind.Needs, "upper", "lower")],
    };

    /// <summary>The forms that this version serves.</summary>
    public static IReadOnlyList<string> Served { get; } = ["train", "predictions"];

    /// <summary>The section with the learners of a vocabulary.</summary>
    public static MapShape With(PolicyVocabulary vocabulary) => new(
    [
        new("train", Train(vocabulary), "A model that the run trains: an algorithm and its parameters. It needs data.split or data.test, "
            + "so that it is measured on rows that it has not seen.")
            { Examples = [.. vocabulary.Algorithms.Take(1).Select(algorithm => $"{{ algorithm: {algorithm.Name} }}")] },
        new("predictions", Predictions, "Predictions that are already there, in columns of the data or in a file of their own.")
            { Examples = ["{ prediction: y_pred, score: y_score }"] },
        new("threshold", new NumberShape(0, 1),
            "The decision threshold on the score of the positive class; only for binary_classification.") { Default = "0.5",
            Examples = ["0.4"] },
    ])
    {
        Definition = "model",
        Rules = [new(KeyRuleKind.ExactlyOne, [.. Served])],
        Reserved = ["onnx", "xgboost", "lightgbm", "endpoint", "command", "mlflow"],
    };

    private static VariantShape Train(PolicyVocabulary vocabulary) => new("algorithm", [.. vocabulary.Algorithms.Select(Variant)]);

    /// <summary>The keys of one learner.</summary>
    public static KeyValuePair<Choice, MapShape> Variant(AlgorithmWord algorithm)
    {
        var choice = new Choice(algorithm.Name, algorithm.Description);
        var key = new Key("algorithm", new ChoiceShape("algorithm", [choice]), algorithm.Description) { Required = true };
        return new(choice, new MapShape([key, .. algorithm.Parameters.Select(Parameter)]));
    }

    private static Key Parameter(ParameterWord word) => new(word.Name, Shape(word), word.Description)
    {
        Nullable = word.Nullable,
        Default = word.Default switch
        {
            null => word.Nullable ? "null" : null,
            bool value => value ? "true" : "false",
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            var text => text.ToString(),
        },
    };

    /// <summary>What the value of a parameter looks like.</summary>
    public static Shape Shape(ParameterWord word) => word.Type switch
    {
        "integer" => new NumberShape(word.Min, word.Max, Whole: true),
        "number" => new NumberShape(word.Min, word.Max),
        "boolean" => new SwitchShape(),
        "choice" => new ChoiceShape(word.Name, [.. (word.Choices ?? []).Select(choice => new Choice(choice, ""))]),
        _ => throw new ArgumentException($"The parameter '{word.Name}' has the unknown type '{word.Type}'.", nameof(word)),
    };
}
