using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>explain</c>.</summary>
internal static class ExplainKeys
{
    public static Key<ExplainMethod> Method { get; } = Key.Word("method", "method", ExplainMethod.Permutation, Meaning,
        "How the candidate is explained. What does not fit the model is an error, never another method instead.")
        with { Examples = ["shap"] };

    public static Key<long> Background { get; } = Key.Whole("background", new NumberShape(1, 100_000), new ExplainSpec().Background,
        "For shap: so many rows to learn from (test rows where there are none), with the same shares of each class, stand in for "
        + "columns that are not known.")
        with { Examples = ["500"] };

    public static Key<ExplainOutput> Output { get; } = Key.Word("output", "output", ExplainOutput.Raw, Meaning,
        "For shap: what is shared out among the columns, and so what `attribution_gap` is a gap of. Of trees and linear models the "
        + "score and the decision are shared out exactly where the model uses up to 16 columns.") with { Examples = ["decision"] };

    public static Key<IReadOnlyList<string>> Immutable { get; } = Key.Texts("immutable", SharedShapes.Columns,
        "For shap: columns that no counterfactual of the report may change, besides the sensitive ones.") with
        { Nullable = true, Examples = ["[age]"] };

    public static Key<Section?> Rows { get; } = Key.Map("rows", ExplainedRowKeys.Shape,
        "For shap: which rows are explained one by one, where 'report.rows' lets them into the report.")
        with { Nullable = true, Examples = ["{ worst_errors: 5, random_per_group: 2 }"] };

    public static Key<IReadOnlyList<KeyValuePair<string, string>>> Cohorts { get; } = Key.NamedTexts("cohorts",
        new NamedShape("cohort", new TextShape("an SQL condition", Lines: true), Min: 1),
        "For shap: up to three cohorts, each a name and an SQL condition on the measured rows; the report shows side by side what columns "
            + "add "
        + "in each.") with { Nullable = true, Examples = ["{ young: \"age < 30\", older: \"age >= 60\" }"] };

    public static Key<IReadOnlyDictionary<string, IReadOnlyList<string>>> Allowed { get; } = Key.NamedLists("allowed",
        new NamedShape("column", new ListShape(new ValueShape("a value of the column"), Min: 1), Min: 1),
        "For shap: which values counterfactuals may give a column: of numbers and days the least and the largest, of texts the values.")
        with { DefaultText = "all that test rows have", Examples = ["{ income: [0, 90000], job: [clerk, nurse] }"] };

    /// <summary>The metric; its words come from the vocabulary.</summary>
    public static Key<string?> Metric { get; } = Key.Word("metric", new ChoiceShape("metric", []),
        "For permutation: the metric whose fall is measured when a column is shuffled; one where larger or smaller is better.")
        with { DefaultText = "`roc_auc`, `accuracy` or `r2`, by task" };

    public static Key<long> Repeats { get; } = Key.Whole("repeats", new NumberShape(1, 1000), new ExplainSpec().Repeats,
        "For permutation: how often each column is shuffled; the spread over repeats is reported.") with { Examples = ["10"] };

    public static Key<IReadOnlyDictionary<string, IReadOnlyList<string>>> Groups { get; } = Key.NamedLists("groups",
        new NamedShape("group of columns", new ListShape(SharedShapes.Column, Min: 2), Min: 1),
        "For permutation: columns that are also shuffled together, by a name for each group. Of columns that say the same thing each alone "
        + "looks unimportant.") with { DefaultText = "none", Examples = ["{ place: [zip, district] }"] };

    public static Key<long?> Seed { get; } = Key.Whole("seed", SharedShapes.Seed,
        "The seed of the shuffles, and of what a kind of SHAP draws.")
        with { DefaultText = "the policy's seed", Examples = ["7"] };

    public static Key<long?> MaxRows { get; } = Key.Whole("max_rows", new NumberShape(1, int.MaxValue),
        "At most so many test rows are used: for permutation evenly spaced, for shap with the same shares of each class.")
        with { Nullable = true, DefaultText = "all rows; fewer, which a note tells, where they would be scored over ten million times in "
            + "all, and of SHAP at most 10,000", Examples = ["10000"] };

    public static MapShape With(PolicyVocabulary vocabulary) => new(
    [
        Method, Metric with { Shape = ConditionKeys.MetricOf(vocabulary),
            Examples = [.. vocabulary.Metrics.Where(metric => metric is { HasDirection: true, IsDisparity: false }).Take(1)
                .Select(metric => metric.Name)] },
        Repeats, Groups, Seed, MaxRows, Background, Output, Immutable, Allowed, Cohorts, Rows,
    ]);

    private static string Meaning(ExplainOutput output) => output switch
    {
        ExplainOutput.Raw => "the margin: log-odds, or the sum before the link",
        ExplainOutput.Probability => "the score, or the prediction of a regression",
        _ => "of two classes the decision at the threshold, whose mean is the selection rate",
    };

    private static string Meaning(ExplainMethod method) => method switch
    {
        ExplainMethod.Permutation => "permutation importance: how far a metric falls when a column is shuffled",
        ExplainMethod.Shap => "SHAP of the kind that fits the model: of trees, of linear models, else kernel; the result says which "
            + "and why",
        ExplainMethod.TreeShap => "Tree SHAP, path-dependent",
        ExplainMethod.LinearShap => "Linear SHAP, of independent columns",
        ExplainMethod.ExactShap => "all coalitions of up to 15 columns, of any model",
        ExplainMethod.PermutationShap => "random orders of the columns, of any model",
        _ => "Kernel SHAP, of any model",
    };
}
