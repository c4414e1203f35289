using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Policy.Forms;

/// <summary>The forms <c>xgboost</c> and <c>lightgbm</c>: models in files of these libraries. The file alone may stand for a section that
/// names nothing else.</summary>
public static class ModelFileForms
{
    private static readonly TextShape Column = new("a column name");

    private static readonly EitherShape ColumnsShape =
        EitherShape.Of(new ListShape(Column, Min: 1), new NamedShape("feature", Column, Min: 1));

    private static readonly Key<IReadOnlyList<string>> Columns = Key.Texts("columns", ColumnsShape,
        "The columns that feed the model: a list in the order of its features, or a map from a feature's name to its column, for those "
        + "whose names differ.")
        with
        {
            DefaultText = "features by name; all features of the data in their order where none of the names is a column",
            Examples = ["[age, income]", "{ AGE: age }"],
        };

    // The same key, where it is written as a map.
    private static readonly Key<IReadOnlyList<KeyValuePair<string, string>>> ByFeature =
        Key.NamedTexts(Columns.Name, ColumnsShape, Columns.Description);

    private static readonly Key<IReadOnlyDictionary<string, IReadOnlyList<string>>> Levels = Key.NamedLists("levels",
        new NamedShape("column", new ListShape(new ValueShape("a value of the column", Empty: true), Min: 1), Min: 1),
        "What the model's numbers for a column's values stand for: the values in the order of their codes, from 0 on.")
        with { DefaultText = "as the file says them (LightGBM's pandas_categorical)", Examples = ["{ sex: [Female, Male] }"] };

    private static readonly Key<IReadOnlyList<string>> Classes = Key.Texts("classes",
        new ListShape(new ValueShape("a class of the label"), Min: 2),
        "The classes of the label in the order of the model's own, from 0 on. Not for regression.")
        with
        {
            DefaultText = "by number where the classes are 0, 1, …; of two others the positive one is the model's second",
            Examples = ["[no, yes]"],
        };

    /// <summary>Models of XGBoost.</summary>
    public static FormKey XGBoost { get; } = Form("xgboost", "model.json",
        "A model that XGBoost saved as JSON or UBJ: gbtree, dart or gblinear.", source => new XGBoostSpec(source));

    /// <summary>Models of LightGBM.</summary>
    public static FormKey LightGbm { get; } = Form("lightgbm", "model.txt", "A model that LightGBM saved as text.",
        source => new LightGbmSpec(source));

    /// <summary>Models in an MLflow store.</summary>
    public static FormKey Mlflow { get; } = Form("mlflow", "\"models:/credit@champion\"",
        "A model in an MLflow store, in the flavour of ONNX, LightGBM or XGBoost. The store is the one in which runs are kept.",
        source => new MlflowSpec(source), Key.Text("source", new TextShape("the address of a model"),
            "Its address: models:/NAME@ALIAS, models:/NAME/NUMBER, or runs:/RUN/FOLDER."));

    /// <summary>Models of ML.NET.</summary>
    public static FormKey MlNet { get; } = Form("mlnet", "model.zip",
        "A model that ML.NET saved as zip, scored by Microsoft.ML in a process of its own.", source => new MlNetSpec(source),
        columns: Key.Texts("columns", ColumnsShape, "The columns that feed the model: a list in the order of its own, or a map from a "
            + "column of the model to one of the data, for those whose names differ.") with
        {
            DefaultText = "columns by name; a model that reads one vector takes all features in their order",
            Examples = ["[age, income]", "{ Age: age }"],
        },
        classes: Key.Texts("classes", Classes.Shape, "The classes of the label in the order of the model's own; of two classes that of "
            + "false, then that of true. Not for regression.") with
        {
            DefaultText = "the names in the model; true and false where the label has these or 1 and 0",
            Examples = ["[no, yes]"],
        }, hasLevels: false);

    private static FormKey Form(string name, string example, string description, Func<string, ModelFileSpec> spec,
        Key<string?>? where = null, Key<IReadOnlyList<string>>? columns = null, Key<IReadOnlyList<string>>? classes = null,
        bool hasLevels = true)
    {
        Key<string?> source = (where ?? Key.Text("source", new TextShape("a path"), "The file, relative to the policy."))
            with { Required = true, Examples = [example] };
        var shape = new MapShape([source, columns ?? Columns, .. hasLevels ? [Levels] : Array.Empty<Key>(), classes ?? Classes]);
        Key<Section?> key = Key.MapOrValue(name, source, shape, description)
            with { Examples = [example, $"{{ source: {example}, columns: [age, income] }}"] };
        return new FormKey(key, (section, context) => Bind(section, context, shape, spec(section.Get(source) ?? "")))
        {
            TaskSchema = task => task != PolicyTask.Regression ? null
                : (JsonObject)JsonNode.Parse("""{ "not": { "required": ["classes"] } }""")!,
        };
    }

    private static ModelFileSpec Bind(Section section, FormContext context, MapShape shape, ModelFileSpec spec)
    {
        if (context.Task == PolicyTask.Regression && section.Has(Classes))
            section.RefuseKey(Classes, "regression has predicted numbers and no classes");
        IReadOnlyList<string> columns = section.Get(Columns);
        IReadOnlyList<KeyValuePair<string, string>> byFeature = columns.Count > 0 ? [] : section.Get(ByFeature);
        string label = context.Data.Label;
        if (label.Length > 0 && columns.Concat(byFeature.Select(pair => pair.Value)).Contains(label))
            section.Refuse(Columns, $"'{Shown.Of(label)}' is the label, which no model may read");
        return spec with
        {
            Columns = columns,
            ColumnsByInput = byFeature,
            Levels = section.Has(Levels) ? section.Get(Levels) : new Dictionary<string, IReadOnlyList<string>>(),
            Classes = section.Get(Classes),
            Marks = section.Marks(shape),
        };
    }
}
