using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Policy.Forms;

/// <summary>The form <c>predictions</c>: predictions that are already there.</summary>
public static class PredictionsForm
{
    private static readonly TextShape Column = new("a column name");

    private static readonly Key<string?> Prediction = Key.Text("prediction", Column, "The column of predicted classes or numbers.")
        with { Examples = ["y_pred"] };

    private static readonly Key<IReadOnlyList<KeyValuePair<string, string>>> Score = Key.NamedTexts("score",
        EitherShape.Of(Column, new NamedShape("class", Column, Min: 2)),
        "The column of scores of the positive class; for multiclass_classification a map with one column for each class. Not for "
        + "regression.") with { Examples = ["y_score", "{ setosa: p0, versicolor: p1, virginica: p2 }"] };

    private static readonly Key<string?> Lower = Key.Text("lower", Column,
        "The column of the lower ends of prediction intervals; only for regression.") with { Examples = ["y_low"] };

    private static readonly Key<string?> Upper = Key.Text("upper", Column, "The column of their upper ends.")
        with { Examples = ["y_high"] };

    private static readonly Key<string?> Source = Key.Text("source", new TextShape("a path"), "A file of its own, relative to the policy.")
        with { Nullable = true, DefaultText = "columns of the data", Examples = ["predictions.csv"] };

    private static readonly Key<IReadOnlyList<string>> Keys = Key.Texts("key", EitherShape.OneOrMany(Column, min: 1),
        "Columns that join that file to the data.")
        with { Nullable = true, DefaultText = "row by row, same order and length", Examples = ["id", "[branch, loan]"] };

    private static readonly MapShape Shape = new([Prediction, Score, Lower, Upper, Source, Keys])
    {
        Rules = [KeyRule.Of(KeyRuleKind.AtLeastOne, Prediction, Score), KeyRule.Of(KeyRuleKind.Needs, Keys, Source),
            KeyRule.Of(KeyRuleKind.Needs, Lower, Upper), KeyRule.Of(KeyRuleKind.Needs, Upper, Lower)],
    };

    /// <summary>The form.</summary>
    public static FormKey Form { get; } = new(
        Key.Map("predictions", Shape, "Predictions that are already there, in columns of the data or in a file of their own.")
            with { Examples = ["{ prediction: y_pred, score: y_score }"] }, Bind)
    {
        TakesScoreType = true,
        TaskSchema = OfTask,
        BringsRows = (JsonObject)JsonNode.Parse("""
            { "required": ["source"], "properties": { "source": { "not": { "type": "null" } },
              "key": { "type": "null" } } }
            """)!,
    };

    private static PredictionsSpec Bind(Section section, FormContext context)
    {
        if (context.Task == PolicyTask.Regression) CheckNumbers(section);
        else if (context.Task is { } task) CheckClasses(section, task);
        if (context.Task == PolicyTask.BinaryClassification) CheckThreshold(section, context.Model);
        CheckNotLabel(section, context.Data.Label);
        if (section.Has(Keys) && !context.HasSource)
            section.RefuseKey(Keys, "joins the file to the data, and data.source is not given");
        return new PredictionsSpec(section.Get(Source), section.Get(Keys), section.Get(Prediction), section.Get(Score))
        {
            Lower = section.Get(Lower),
            Upper = section.Get(Upper),
            Marks = section.Marks(Shape),
        };
    }

    private static void CheckThreshold(Section section, Section model)
    {
        if (model.Has(FormContext.ScoreType) && !section.Has(Score))
            model.RefuseKey(FormContext.ScoreType, "says what scores are, and no score column is named");
        if (!model.Has(FormContext.Threshold)) return;
        if (!section.Has(Score))
            model.RefuseKey(FormContext.Threshold, "a threshold has nothing to act on without a score column");
        else if (section.Has(Prediction))
            model.RefuseKey(FormContext.Threshold,
                "has no effect, because the predicted classes are read from the column named as 'prediction'; remove one of the two");
    }

    // Labels that are measured against themselves agree perfectly.
    private static void CheckNotLabel(Section section, string label)
    {
        if (section.Has(Source) || label.Length == 0) return;
        string message = $"'{Shown.Of(label)}' is the label, so it says nothing about the model";
        foreach (Key<string?> key in (Key<string?>[])[Prediction, Lower, Upper])
            if (section.Get(key) == label) section.RefuseKey(key, message);
        if (section.Get(Score) is [{ Key: "", Value: var only }] && only == label) section.RefuseKey(Score, message);
    }

    private static void CheckNumbers(Section section)
    {
        if (section.Get(Score).Count > 0)
            section.Refuse(Score, "regression has predicted numbers and no scores; name their column with 'prediction'");
    }

    private static void CheckClasses(Section section, PolicyTask task)
    {
        foreach (Key key in (Key[])[Lower, Upper])
            if (section.Has(key)) section.RefuseKey(key, "only regression has prediction intervals");
        IReadOnlyList<KeyValuePair<string, string>> scores = section.Get(Score);
        if (scores.Count == 0) return;
        bool single = scores is [{ Key: "" }];
        if (task == PolicyTask.BinaryClassification && !single)
            section.Refuse(Score, "for binary_classification the score is one column, that of the positive class");
        if (task != PolicyTask.MulticlassClassification) return;
        if (single) section.Refuse(Score, "for multiclass_classification every class has a score column: '{ class: column, … }'");
        else CheckDistinct(section, scores);
    }

    // Two classes with one column of scores are a slip of copying, and would be told apart by nothing.
    private static void CheckDistinct(Section section, IReadOnlyList<KeyValuePair<string, string>> scores)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string column) in scores)
            if (!seen.TryAdd(column, name))
                section.Refuse(Score, name, $"the column '{Shown.Of(column)}' holds the scores of '{Shown.Of(seen[column])}' already; "
                    + "every class has a column of its own");
    }

    private static JsonObject OfTask(PolicyTask task) => (JsonObject)JsonNode.Parse(task switch
    {
        PolicyTask.BinaryClassification =>
            """{ "properties": { "score": { "type": "string" } }, "not": { "required": ["lower"] } }""",
        PolicyTask.MulticlassClassification =>
            """{ "properties": { "score": { "type": "object" } }, "not": { "required": ["lower"] } }""",
        _ => """{ "not": { "required": ["score"] } }""",
    })!;
}
