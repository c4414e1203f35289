using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Policy.Forms;

/// <summary>Keys of models that run elsewhere: what is sent to them, and in which order they name classes.</summary>
internal static class RemoteKeys
{
    private static readonly TextShape Column = new("a column name");

    private static readonly EitherShape ColumnsShape = EitherShape.Of(new ListShape(Column, Min: 1), new NamedShape("name", Column,
        Min: 1));

    /// <summary>The columns that are sent.</summary>
    public static Key<IReadOnlyList<string>> Columns { get; } = Key.Texts("columns", ColumnsShape,
        "The features that are sent: a list of those that the model takes, in its order, or a map from another name to its column, for "
        + "those whose names differ.")
        with { DefaultText = "all features in their order, under their own names", Examples = ["[age, income]", "{ AGE: age }"] };

    // The same key, where it is written as a map.
    private static readonly Key<IReadOnlyList<KeyValuePair<string, string>>> ByName =
        Key.NamedTexts(Columns.Name, ColumnsShape, Columns.Description);

    /// <summary>The order of the model's classes.</summary>
    public static Key<IReadOnlyList<string>> Classes { get; } = Key.Texts("classes", new ListShape(new ValueShape("a class of the label"),
        Min: 2), "The classes of the label in the order of an answer's scores, where it has several without names. Not for regression.")
        with { DefaultText = "an answer has one score, that of the positive class", Examples = ["[no, yes]"] };

    /// <summary>Reads both into a spec.</summary>
    public static T Bind<T>(Section section, FormContext context, MapShape shape, T spec) where T : ModelFileSpec
    {
        IReadOnlyList<string> columns = section.Get(Columns);
        IReadOnlyList<KeyValuePair<string, string>> byName = columns.Count > 0 ? [] : section.Get(ByName);
        string label = context.Data.Label;
        if (label.Length > 0 && columns.Concat(byName.Select(pair => pair.Value)).Contains(label))
            section.Refuse(Columns, $"'{Shown.Of(label)}' is the label, which no model may read");
        return spec with { Columns = columns, ColumnsByInput = byName, Classes = shape.Keys.Contains(Classes) ? section.Get(Classes) : [],
            Marks = section.Marks(shape) };
    }
}
