using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Policy.Reading;

/// <summary>Reads <c>model</c> and <c>baseline</c>.</summary>
internal sealed class ModelBinder(PolicyVocabulary vocabulary, DataSpec data, PolicyTask? task, Section root, Problems problems)
{
    /// <summary>The model of a section, or null when it is not given or wrong.</summary>
    public ModelSpec? Bind(string key)
    {
        if (root.Child(key) is not { } section) return null;
        TaskCheck.OnlyBinary(section, "threshold", task, problems);
        ModelSpec? model = section.Child("train") is { } train ? Train(train, section) : section.Child("predictions") is { } predictions
            ? Predictions(predictions, section) : null;
        return model is null ? null : model with { Threshold = section.Number("threshold") ?? 0.5, At = root.KeyAt(key) };
    }

    private TrainSpec? Train(Section train, Section model)
    {
        if (train.Scalar("algorithm") is not { } name || vocabulary.Algorithms.FirstOrDefault(word => word.Name == name.Text)
            is not { } algorithm) return null;
        if (task is { } known && !algorithm.Tasks.Contains(known))
        {
            string[] others = [.. vocabulary.Algorithms.Where(other => other.Tasks.Contains(known)).Select(other => other.Name)];
            problems.Add(name, train.Below("algorithm"),
                $"'{algorithm.Name}' does not serve {Words.Snake(known)}{NearestWord.Hint(algorithm.Name, others)}");
        }
        // Measured on the rows that it was fitted to, any model looks good.
        if (root.Child("data") is { } section && !section.Has("test") && !section.Has("split"))
            problems.Add(model.KeyAt("train"), train.Path, "a model that the run trains must be measured on rows that it has not seen; add "
                + "'split: { test: 0.3 }' or 'test: holdout.csv' to data");
        var parameters = train.Map.Entries.Where(entry => entry.Key.Text != "algorithm")
            .ToDictionary(entry => entry.Key.Text, entry => Value(entry.Value));
        return new TrainSpec(algorithm.Name, parameters);
    }

    private static object? Value(YamlNode node) => node switch
    {
        YamlScalar { Kind: ScalarKind.Boolean } scalar => CoreSchema.IsTrue(scalar),
        YamlScalar { Kind: ScalarKind.Whole or ScalarKind.Number } scalar => CoreSchema.ToDouble(scalar),
        YamlScalar { Kind: ScalarKind.Text } scalar => scalar.Text,
        _ => null,
    };

    private PredictionsSpec Predictions(Section predictions, Section model)
    {
        CheckScore(predictions);
        CheckEnds(predictions);
        CheckNotLabel(predictions);
        if (model.Has("threshold") && !predictions.Has("score") && task is PolicyTask.BinaryClassification)
            problems.Add(model.KeyAt("threshold"), model.Below("threshold"), "a threshold has nothing to act on without a score column");
        if (model.Has("threshold") && predictions.Has("score") && predictions.Has("prediction") && task is PolicyTask.BinaryClassification)
            problems.Add(model.KeyAt("threshold"), model.Below("threshold"),
                "has no effect, because the predicted classes are read from the column named as 'prediction'; remove one of the two");
        if (predictions.Has("key") && root.Child("data") is { } section && !section.Has("source"))
            problems.Add(predictions.KeyAt("key"), predictions.Below("key"), "joins the file to the data, and data.source is not given");
        IReadOnlyList<KeyValuePair<string, string>> score = predictions.Node("score") switch
        {
            YamlScalar column => [new("", column.Text)],
            YamlMap classes =>
                [.. classes.Entries.Where(entry => entry.Value is YamlScalar)
                .Select(entry => new KeyValuePair<string, string>(entry.Key.Text, ((YamlScalar)entry.Value).Text))],
            _ => [],
        };
        return new PredictionsSpec(predictions.Text("source"), predictions.Texts("key"), predictions.Text("prediction"), score)
        {
            Lower = predictions.Text("lower"),
            Upper = predictions.Text("upper"),
            Marks = Marks.Below(predictions.Map, ModelKeys.Predictions),
        };
    }

    // Labels that are measured against themselves agree perfectly.
    private void CheckNotLabel(Section predictions)
    {
        if (predictions.Has("source") || data.Label.Length == 0) return;
        foreach (string key in (string[])["prediction", "score", "lower", "upper"])
        {
            if (predictions.Text(key) == data.Label)
                problems.Add(predictions.KeyAt(key), predictions.Below(key),
                    $"'{Words.Short(data.Label)}' is the label, so it says nothing about the model");
        }
    }

    private void CheckEnds(Section predictions)
    {
        if (task is null or PolicyTask.Regression) return;
        foreach (string key in (string[])["lower", "upper"])
            if (predictions.Has(key))
                problems.Add(predictions.KeyAt(key), predictions.Below(key), "only regression has prediction intervals");
    }

    // Two classes with one column of scores are a slip of copying, and would be told apart by nothing.
    private void CheckDistinct(YamlMap classes, string path)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (YamlEntry entry in classes.Entries)
        {
            if (entry.Value is YamlScalar column && !seen.TryAdd(column.Text, entry.Key.Text))
                problems.Add(column, ShapeCheck.Below(path, entry.Key.Text),
                    $"the column '{Words.Short(column.Text)}' holds the scores of '{Words.Short(seen[column.Text])}' already; every class "
                    + "has a column of its own");
        }
    }

    private void CheckScore(Section predictions)
    {
        string path = predictions.Below("score");
        if (task is PolicyTask.Regression)
        {
            if (predictions.Node("score") is { } given)
                problems.Add(given, path, "regression has predicted numbers and no scores; name their column with 'prediction'");
            return;
        }
        switch (predictions.Node("score"))
        {
            case YamlMap map when task is PolicyTask.BinaryClassification:
                problems.Add(map, path, "for binary_classification the score is one column, that of the positive class");
                break;
            case YamlMap map when task is PolicyTask.MulticlassClassification:
                CheckDistinct(map, path);
                break;
            case YamlScalar scalar when task is PolicyTask.MulticlassClassification:
                problems.Add(scalar, path, "for multiclass_classification every class has a score column: '{ class: column, … }'");
                break;
        }
    }
}
