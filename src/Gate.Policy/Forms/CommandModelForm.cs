using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Forms;

/// <summary>The form <c>command</c>: a model that a program scores. The policy says which; whether it may be run, the command line
/// says.</summary>
public static class CommandModelForm
{
    private static readonly Key<IReadOnlyList<string>> Run = Key.Texts("run", new ListShape(new ValueShape("a word"), Min: 1),
        "The program and its arguments, as a list; no shell reads them. It runs in the policy's folder, reads the features of the rows as "
            + "csv on standard input and writes csv with a row for each on standard output. '{rows}' in an argument stands for a file of "
            + "the rows, "
        + "'{answers}' for the file to write. It has to be allowed on the command line (--allow-commands).")
        with { Required = true, Examples = ["[python3, score.py, model.pkl]"] };

    private static readonly Key<IReadOnlyList<string>> Reads = Key.Texts("reads", new ListShape(new TextShape("a path"), Min: 1),
        "Files that the program reads, relative to the policy; the result has their digests, as it has those of arguments that are files.")
        with { DefaultText = "the arguments that are files", Examples = ["[model.pkl, features.json]"] };

    private static readonly Key<string?> Prediction = Key.Text("prediction", new TextShape("a column name"),
        "The column of predicted classes or numbers in what it writes.") with { Examples = ["y_pred"] };

    private static readonly Key<IReadOnlyList<KeyValuePair<string, string>>> Score = Key.NamedTexts("score",
        EitherShape.Of(new TextShape("a column name"), new NamedShape("class", new TextShape("a column name"), Min: 2)),
        "The column of scores of the positive class; for multiclass_classification a map with one column for each class. Not for "
        + "regression.") with { Examples = ["p", "{ setosa: p0, versicolor: p1, virginica: p2 }"] };

    private static readonly Key<double> Timeout = Key.Number("timeout", new NumberShape(1, 86_400), 60,
        "How many seconds a call may take; the explanations call more than once.");

    private static readonly MapShape Shape = new([Run, Prediction, Score, RemoteKeys.Columns, Reads, Timeout])
        { Rules = [KeyRule.Of(KeyRuleKind.ExactlyOne, Prediction, Score)] };

    /// <summary>The form.</summary>
    public static FormKey Form { get; } = new(
        Key.Map("command", Shape, "A model that a program scores, such as a script for a scikit-learn model. Programs have to be allowed "
            + "on the command line.") with { Examples = ["{ run: [python3, score.py, model.pkl], score: p }"] }, Bind)
    {
        TakesScoreType = true,
        TaskSchema = OfTask,
    };

    private static CommandSpec Bind(Section section, FormContext context)
    {
        IReadOnlyList<KeyValuePair<string, string>> score = section.Get(Score);
        bool isOne = score is [{ Key: "" }];
        if (context.Task == PolicyTask.Regression && section.Has(Score))
            section.RefuseKey(Score, "regression has predicted numbers and no scores; name their column with 'prediction'");
        else if (context.Task == PolicyTask.BinaryClassification && score.Count > 0 && !isOne)
            section.Refuse(Score, "for binary_classification the score is one column, that of the positive class");
        else if (context.Task == PolicyTask.MulticlassClassification && isOne)
            section.Refuse(Score, "for multiclass_classification every class has a score column: '{ class: column, … }'");
        if (section.Has(Prediction))
            foreach (Key key in (Key[])[FormContext.Threshold, FormContext.ScoreType])
                if (context.Model.Has(key)) context.Model.RefuseKey(key, "has no effect on the classes that 'prediction' names; remove it");
        return RemoteKeys.Bind(section, context, Shape, new CommandSpec(section.Get(Run))
        {
            Reads = section.Get(Reads),
            Prediction = section.Get(Prediction),
            Score = score,
            Timeout = section.Get(Timeout),
        });
    }

    private static JsonObject OfTask(PolicyTask task) => (JsonObject)JsonNode.Parse(task switch
    {
        PolicyTask.BinaryClassification => """{ "properties": { "score": { "type": "string" } } }""",
        PolicyTask.MulticlassClassification => """{ "properties": { "score": { "type": "object" } } }""",
        _ => """{ "not": { "required": ["score"] } }""",
    })!;
}
