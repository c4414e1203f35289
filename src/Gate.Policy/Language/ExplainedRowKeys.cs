using Gate.Policy.Document;
using Gate.Policy.Keys;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>explain.rows</c>, and which rows a report may show.</summary>
internal static class ExplainedRowKeys
{
    private static readonly NumberShape Few = new(0, 20, Whole: true);

    public static Key<long> WorstErrors { get; } = Key.Whole("worst_errors", Few, new ExplainedRowsSpec().WorstErrors,
        "How many rows that the candidate is most wrong about. They are shown with 'report: { rows: all }'.");

    public static Key<long> NearestThreshold { get; } = Key.Whole("nearest_threshold", Few, new ExplainedRowsSpec().NearestThreshold,
        "How many rows whose score lies nearest to the decision threshold. They are shown with 'report: { rows: all }'.");

    public static Key<long> RandomPerGroup { get; } = Key.Whole("random_per_group", Few, new ExplainedRowsSpec().RandomPerGroup,
        "How many rows are drawn by the seed of each group of the sensitive columns that reaches the evidence floor; of all rows where "
            + "there "
        + "are no groups.");

    public static Key<string?> Id { get; } = Key.Text("id", SharedShapes.Column, "The column whose values name rows.")
        with { Nullable = true, DefaultText = "the number of the measured row", Examples = ["loan"] };

    public static Key<IReadOnlyList<string>> Ids { get; } = Key.Texts("ids", new ListShape(new ValueShape("an id"), Min: 1),
        "Ids of rows that are explained by name. They are shown with 'report: { rows: all }'.")
        with { Nullable = true, Examples = ["[A-17, A-203]"] };

    public static MapShape Shape { get; } = new([WorstErrors, NearestThreshold, RandomPerGroup, Id, Ids])
        { Rules = [KeyRule.Of(KeyRuleKind.Needs, Ids, Id)] };

    /// <summary>Which rows the report may show.</summary>
    public static Key<ReportRowsSpec> Shown { get; } = Key.Word("rows", "choice of rows", ReportRowsSpec.None, Meaning,
        "Which rows of the data may stand in result and report, each with its values and what its columns add (SHAP). They are in no "
            + "summary, "
        + "comment or log.") with { Examples = ["sampled"] };

    private static string Meaning(ReportRowsSpec rows) => rows switch
    {
        ReportRowsSpec.None => "none",
        ReportRowsSpec.Sampled => "rows that are drawn by the seed, of each group as many as 'explain.rows' says",
        _ => "these, the worst errors, those nearest to the threshold, and those that 'explain.rows.ids' names",
    };
}
