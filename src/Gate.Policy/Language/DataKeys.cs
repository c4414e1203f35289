using Gate.Policy.Document;
using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>data</c>.</summary>
internal static class DataKeys
{
    private static readonly TextShape PathOrGlob = new("a path or glob");

    public static Key<string?> Sql { get; } = Key.Text("sql", new TextShape("an SQL query", Lines: true),
        "A SELECT statement in DuckDB's SQL. It reads files below the policy's directory only.")
        with { Required = true, Examples = ["SELECT * FROM 'loans.parquet'"] };

    public static Key<IReadOnlyList<string>> Source { get; } = Key.Texts("source",
        EitherShape.Of(PathOrGlob, new ListShape(PathOrGlob, Min: 1), new MapShape([Sql])),
        "Files relative to the policy: a path or glob, or a list of them (csv, tsv, json, ndjson, parquet, also with .gz or .zst), or an "
        + "SQL query. It may be left out when model.predictions names a source of its own without a key.")
        with { Examples = ["hmda.csv", "[\"2023/*.parquet\", \"2024/*.parquet\"]", "{ sql: \"SELECT * FROM 'loans.parquet'\" }"] };

    public static Key<IReadOnlyList<string>> Test { get; } = Key.Texts("test", EitherShape.OneOrMany(PathOrGlob, min: 1),
        "Files of a separate hold-out that the candidate is measured on.") with { Nullable = true, Examples = ["holdout.parquet"] };

    public static Key<string?> Where { get; } = Key.Text("where", new TextShape("an SQL condition", Lines: true),
        "An SQL condition that rows must meet.") with { Nullable = true, DefaultText = "all rows", Examples = ["lvrat < 2"] };

    public static Key<IReadOnlyList<string>> NaValues { get; } = Key.Texts("na_values",
        EitherShape.OneOrMany(new ValueShape("a text that means missing", Empty: true)),
        "Texts in csv and tsv that stand for a missing value, besides the empty field. They are kept as written.")
        with { Nullable = true, Examples = ["[\"?\", NA]"] };

    public static Key<string?> Label { get; } = Key.Text("label", SharedShapes.Column, "The column to predict.")
        with { Required = true, Examples = ["deny"] };

    public static Key<string?> Positive { get; } = Key.Value("positive", new ValueShape("a value of the label"),
        "The favourable outcome, counted as 1, exactly as the data writes it; only for binary_classification.")
        with { Nullable = true, DefaultText = "only where the label says it plainly: `1`, `true`, `yes`", Examples = ["\"no\"", "1"] };

    public static Key<string?> Weight { get; } = Key.Text("weight", SharedShapes.Column, "A column of sample weights.")
        with { Nullable = true, DefaultText = "every row counts 1", Examples = ["sample_weight"] };

    public static Key<Section?> Split { get; } = Key.Map("split", SplitKeys.Shape, "How rows are split into training and test.")
        with { Nullable = true, Examples = ["{ test: 0.3, seed: 7 }", "{ column: split }"] };

    public static Key<IReadOnlyList<string>> Sensitive { get; } = Key.Texts("sensitive",
        EitherShape.Of(SharedShapes.Column, SensitiveKeys.Shape, new ListShape(EitherShape.Of(SharedShapes.Column, SensitiveKeys.Shape))),
        "Columns whose values form groups. They are kept out of the features unless features.include names them.")
        with { Nullable = true, Examples = ["[sex, race]", "[{ column: age, bins: [25, 45, 65], as: age_band }]"] };

    public static Key<Section?> Features { get; } = Key.Map("features", FeatureKeys.Shape, "Which columns the model may use.")
        with { Nullable = true, Examples = ["{ exclude: [id] }"] };

    public static Key<SharedRowsSpec> SharedRows { get; } = Key.Word("shared_rows", "treatment", SharedRowsSpec.Refuse, Meaning,
        "What is said of test rows that are training rows too, where they are more than a tenth of the test rows beyond those that are "
        + "equal by chance, or where one file is both.") with { Examples = ["allow"] };

    public static Key<PerfectFeaturesSpec> PerfectFeatures { get; } = Key.Word("perfect_features", "treatment", PerfectFeaturesSpec.Tell,
        Meaning, "What is said of a feature that alone tells the label without fail, as what is known only with the outcome does. A copy "
        + "of the label among the features is always an error.") with { Examples = ["refuse"] };

    /// <summary>The section.</summary>
    public static MapShape Shape { get; } =
        new([Source, Test, Split, Where, NaValues, Label, Positive, Weight, Sensitive, Features, SharedRows,
            PerfectFeatures])
            { Rules = [KeyRule.Of(KeyRuleKind.AtMostOne, Test, Split)] };

    private static string Meaning(PerfectFeaturesSpec features) =>
        features == PerfectFeaturesSpec.Refuse ? "the run stops with exit code 65" : "a note says so";

    private static string Meaning(SharedRowsSpec rows) =>
        rows == SharedRowsSpec.Refuse ? "the run stops with exit code 65" : "a note says so";
}
