namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>data</c>.</summary>
internal static class DataKeys
{
    private static readonly TextShape Column = new("a column name");
    private static readonly TextShape PathOrGlob = new("a path or glob");

    private static readonly EitherShape Columns = EitherShape.OneOrMany(Column);

    /// <summary>A sensitive column that needs more than its name.</summary>
    private static readonly MapShape SensitiveColumn = new(
    [
        new("column", Column, "The column.") { Required = true, Examples = ["age"] },
        new("bins", new ListShape(new NumberShape(), Min: 1), "Edges, ascending, that cut a numeric column into bands: below the first, "
            + "from each edge (included) to the next (excluded), from the last on.") { Examples = ["[25, 45, 65]"] },
        new("as", new TextShape("a name"), "The name that conditions use for it.") { DefaultText = "the column's name",
            Examples = ["age_band"] },
    ]);

    private static readonly MapShape Split = new(
    [
        new("test", new NumberShape(0, 1, Open: true), "The share of rows that are held out for measuring.") { Examples = ["0.3"] },
        new("seed", PolicyLanguage.Seed, "The seed of the shuffle.") { DefaultText = "the policy's seed", Examples = ["7"] },
        new("stratify", Columns, "Columns whose combinations keep their shares in both parts.") { Nullable = true,
            Examples = ["[deny, afam]"] },
        new("column", Column, "A column that says `train` or `test` in each row, instead of a share. It is no feature.")
            { Examples = ["split"] },
    ])
    {
        Rules = [new(KeyRuleKind.ExactlyOne, "test", "column"), new(KeyRuleKind.AtMostOne, "column", "seed"),
            new(KeyRuleKind.AtMostOne, "column", "stratify")],
    };

    private static readonly MapShape Features = new(
    [
        new("include", EitherShape.OneOrMany(Column, min: 1), "The feature columns; a sensitive column is a feature only when it is named "
            + "here.") { Nullable = true, DefaultText = "all columns that have no other part", Examples = ["[age, income]"] },
        new("exclude", Columns, "Columns that are no features.") { Nullable = true, Examples = ["[id]"] },
    ]);

    private static readonly MapShape Sql =
        new([new("sql", new TextShape("an SQL query", Lines: true), "A SELECT statement in DuckDB's SQL. It reads files below the policy's "
        + "directory only.") { Required = true, Examples = ["SELECT * FROM 'loans.parquet'"] }]);

    /// <summary>The section.</summary>
    public static MapShape Shape { get; } = new(
    [
        new("source", EitherShape.Of(PathOrGlob, new ListShape(PathOrGlob, Min: 1), Sql),
            "Files relative to the policy: a path or glob, or a list of them (csv, tsv, json, ndjson, parquet, also with .gz or .zst), or "
            + "an SQL query. It may be left out when model.predictions names a source of its own without a key.")
            { Examples = ["hmda.csv", "[\"2023/*.parquet\", \"2024/*.parquet\"]", "{ sql: \"SELECT * FROM 'loans.parquet'\" }"] },
        new("test", EitherShape.OneOrMany(PathOrGlob, min: 1), "Files of a separate hold-out that the candidate is measured on.")
            { Nullable = true, Examples = ["holdout.parquet"] },
        new("split", Split, "How rows are split into training and test.") { Nullable = true,
            Examples = ["{ test: 0.3, seed: 7 }", "{ column: split }"] },
        new("where", new TextShape("an SQL condition", Lines: true), "An SQL condition that rows must meet.") { Nullable = true,
            DefaultText = "all rows", Examples = ["lvrat < 2"] },
        new("na_values", EitherShape.OneOrMany(new ValueShape("a text that means missing", Empty: true)),
            "Texts in csv and tsv that stand for a missing value, besides the empty field. They are kept as written.") { Nullable = true,
            Examples = ["[\"?\", NA]"] },
        new("label", Column, "The column to predict.") { Required = true, Examples = ["deny"] },
        new("positive", new ValueShape("a value of the label"),
            "The favourable outcome, counted as 1, exactly as the data writes it; only for binary_classification.") { Nullable = true,
            DefaultText = "only where the label says it plainly: `1`, `true`, `yes`", Examples = ["\"no\"", "1"] },
        new("weight", Column, "A column of sample weights.") { Nullable = true, DefaultText = "every row counts 1",
            Examples = ["sample_weight"] },
        new("sensitive", EitherShape.Of(Column, SensitiveColumn, new ListShape(EitherShape.Of(Column, SensitiveColumn))),
            "Columns whose values form groups. They are kept out of the features unless features.include names them.") { Nullable = true,
            Examples = ["[sex, race]", "[{ column: age, bins: [25, 45, 65], as: age_band }]"] },
        new("features", Features, "Which columns the model may use.") { Nullable = true, Examples = ["{ exclude: [id] }"] },
    ])
    {
        Rules = [new(KeyRuleKind.AtMostOne, "test", "split")],
    };
}
