using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Policy.Forms;

/// <summary>The form <c>onnx</c>: a model in an ONNX file. The file alone may stand for a section that names nothing else.</summary>
public static class OnnxModelForm
{
    private static readonly TextShape Column = new("a column name"), OutputName = new("the name of an output");

    private static readonly Key<string?> Source = Key.Text("source", new TextShape("a path"), "The file, relative to the policy.")
        with { Required = true, Examples = ["model.onnx"] };

    private static readonly EitherShape ColumnsShape = EitherShape.Of(Column, new ListShape(Column, Min: 1), new NamedShape("input", Column,
        Min: 1));

    private static readonly Key<IReadOnlyList<string>> Columns = Key.Texts("columns", ColumnsShape,
        "The features that feed the model: a list in the order of its inputs and of the values of each, or a map from an input's name to "
            + "its "
        + "column, for those whose names differ.")
        with
        {
            DefaultText = "inputs by name; one input of several values takes all features in their order",
            Examples = ["[age, income]", "{ AGE: age }"],
        };

    // The same key, where it is written as a map.
    private static readonly Key<IReadOnlyList<KeyValuePair<string, string>>> ByInput =
        Key.NamedTexts(Columns.Name, ColumnsShape, Columns.Description);

    private static readonly Key<string?> Score = Key.Text("score", OutputName,
        "The output of scores: probabilities of the classes, or of one class. Not for regression.")
        with { DefaultText = "the only output of numbers or of maps", Examples = ["probabilities"] };

    private static readonly Key<string?> Output = Key.Text("output", OutputName,
        "The output of predicted numbers; for a classification that of predicted classes, which are then read instead of scores.")
        with { DefaultText = "the only one; classes are read where there are no scores", Examples = ["variable"] };

    private static readonly Key<IReadOnlyList<string>> Classes = Key.Texts("classes", new ListShape(new ValueShape("a class of the label"),
        Min: 1),
        "The classes of the label in the order of the model's own: where they have other names in the model, or none. Not for regression.")
        with { DefaultText = "the names in the model", Examples = ["[no, yes]"] };

    private static readonly Key<ScoreTransform> Transform = Key.Word("transform", "transformation", ScoreTransform.None, Meaning,
        "What is done to the scores before they are read: for models whose scores are log-odds. Not for regression.");

    private static readonly MapShape Shape = new([Source, Columns, Score, Output, Classes, Transform])
    {
        Rules = [KeyRule.Of(KeyRuleKind.AtMostOne, Score, Output)],
    };

    /// <summary>The form.</summary>
    public static FormKey Form { get; } = new(
        Key.MapOrValue("onnx", Source, Shape, "A model in an ONNX file, scored by ONNX Runtime.")
            with { Examples = ["model.onnx", "{ source: model.onnx, columns: [age, income] }"] }, Bind)
    {
        TaskSchema = OfTask,
    };

    private static OnnxSpec Bind(Section section, FormContext context)
    {
        if (context.Task == PolicyTask.Regression)
        {
            foreach (Key key in (Key[])[Score, Classes, Transform])
                if (section.Has(key)) section.RefuseKey(key, "regression has predicted numbers, and neither classes nor scores");
        }
        else if (section.Has(Output))
        {
            if (section.Has(Transform)) section.RefuseKey(Transform,
                "has no scores to act on where the predicted classes are read ('output')");
            if (context.Model.Has(FormContext.Threshold))
                context.Model.RefuseKey(FormContext.Threshold,
                    "has no effect where the predicted classes are read ('output'); name the scores "
                    + "with 'score' instead, or remove the threshold");
        }
        IReadOnlyList<string> columns = section.Get(Columns);
        IReadOnlyList<KeyValuePair<string, string>> byInput = columns.Count > 0 ? [] : section.Get(ByInput);
        string label = context.Data.Label;
        if (label.Length > 0 && columns.Concat(byInput.Select(pair => pair.Value)).Contains(label))
            section.Refuse(Columns, $"'{Shown.Of(label)}' is the label, which no model may read");
        return new OnnxSpec(section.Get(Source) ?? "")
        {
            Columns = columns,
            ColumnsByInput = byInput,
            Score = section.Get(Score),
            Output = section.Get(Output),
            Classes = section.Get(Classes),
            Transform = section.Get(Transform),
            Marks = section.Marks(Shape),
        };
    }

    private static string Meaning(ScoreTransform transform) => transform switch
    {
        ScoreTransform.None => "nothing: they are probabilities",
        ScoreTransform.Sigmoid => "the logistic function, of each score",
        _ => "the softmax over the scores of a row",
    };

    private static JsonObject? OfTask(PolicyTask task) => task != PolicyTask.Regression ? null : (JsonObject)JsonNode.Parse("""
        { "not": { "anyOf": [{ "required": ["score"] }, { "required": ["classes"] }, { "required": ["transform"] }] } }
        """)!;
}
