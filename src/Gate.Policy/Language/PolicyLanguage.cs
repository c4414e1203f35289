using Gate.Policy.Document;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language, version 1: the top level.</summary>
internal static class PolicyLanguage
{
    public const int Version = 1;

    /// <summary>The language with the metrics and learners of a vocabulary.</summary>
    public static MapShape With(PolicyVocabulary vocabulary)
    {
        MapShape model = ModelKeys.With(vocabulary);
        return new MapShape(
        [
            new("version", new NumberShape(Version, Version, Whole: true), "The version of the policy language; always 1.")
                { Required = true, Examples = ["1"] },
            new("name", new TextShape("a name"), "The name of the gate, shown in reports and checks.")
                { DefaultText = "the file's name without its extension", Examples = ["mortgage"] },
            new("task", ChoiceShape.Of<PolicyTask>("task", Meaning), "What the model predicts.") { Required = true,
                Examples = ["binary_classification"] },
            new("data", DataKeys.Shape, "The rows that the candidate is trained and measured on, and the part that each column plays.")
                { Required = true },
            new("model", model, "The candidate: the model that the gate decides about. Exactly one form.") { Required = true },
            new("baseline", model, "The model that the candidate must not regress from, in the same forms as the candidate. Conditions "
                + "with max_regression compare with it on the same rows.") { Nullable = true, DefaultText = "none" },
            new("confidence", ConditionKeys.Confidence, "The nominal coverage of confidence intervals. Conditions may override it.")
                { Default = "0.95", Examples = ["0.9"] },
            new("evidence", ConditionKeys.Evidence, "The least evidence that a group needs to be judged. Groups below are listed as such. "
                + "Conditions may override single numbers.") { Nullable = true, DefaultText = "the numbers below",
                Examples = ["{ min_count: 100 }"] },
            new("seed", Seed, "The seed of everything random that has no seed of its own: split, bootstrap, shuffles.") { Default = "0",
                Examples = ["7"] },
            new("explain", EitherShape.Of(new OffShape(), Explain(vocabulary)),
                "How feature importance is measured; false switches it off.") { DefaultText = "on, with the numbers below",
                Examples = ["false", "{ repeats: 10 }"] },
            new("families", new NamedShape("family", Family, Min: 1),
                "Families of conditions, by name. The more conditions are decided, the more often one of them is decided wrongly by "
                + "chance; within a family this is corrected for.") { Nullable = true, Examples = ["{ fairness: { method: holm } }"] },
            new("conditions", new ListShape(ConditionKeys.With(vocabulary), Min: 1),
                "What must hold for the candidate to pass. A policy without conditions is an error.") { Required = true },
            new("waivers", new ListShape(Waiver), "Decisions of named persons to let the failure of one condition through until a date.")
                { Nullable = true },
            new("report", Report, "How the report looks.") { Nullable = true },
        ]);
    }

    /// <summary>A seed.</summary>
    public static NumberShape Seed { get; } = new(0, PolicyLimits.LargestWhole, Whole: true);

    private static MapShape Explain(PolicyVocabulary vocabulary) => new(
    [
        new("metric", ConditionKeys.Metric(vocabulary), "The metric whose fall is measured when a column is shuffled; one where larger or "
            + "smaller is better.") { DefaultText = "`roc_auc`, `accuracy` or `r2`, by task",
            Examples = [.. vocabulary.Metrics.Where(metric => metric is { HasDirection: true, IsDisparity: false }).Take(1)
            .Select(metric => metric.Name)] },
        new("repeats", new NumberShape(1, 1000, Whole: true), "How often each column is shuffled; the spread over repeats is reported.")
            { Default = "5", Examples = ["10"] },
        new("seed", Seed, "The seed of the shuffles.") { DefaultText = "the policy's seed", Examples = ["7"] },
        new("max_rows", new NumberShape(1, int.MaxValue, Whole: true), "At most so many test rows are used, evenly spaced.")
            { Nullable = true, DefaultText = "all rows", Examples = ["10000"] },
    ]);

    private static MapShape Family { get; } = new(
    [
        new("method", ChoiceShape.Of<FamilyMethod>("correction", Meaning), "How the decisions are corrected for their number.")
            { Default = "holm", Examples = ["benjamini_hochberg"] },
    ]);

    private static MapShape Waiver { get; } = new(
    [
        new("condition", new TextShape("the id of a condition"), "The id of the condition whose failure is let through.") { Required = true,
            Examples = ["four-fifths"] },
        new("owner", new TextShape("a person or team"), "Who answers for the decision.") { Required = true, Examples = ["\"@risk-team\""] },
        new("reason", new TextShape("a reason", Lines: true), "Why the failure is acceptable until then.") { Required = true,
            Examples = ["new labels arrive with the next quarter"] },
        new("issue", new ValueShape("a link or number"), "Where the follow-up is tracked.") { Nullable = true,
            Examples = ["https://example.org/issues/42"] },
        new("expires", new DateShape(), "The last day on which the waiver holds, as year-month-day.") { Required = true,
            Examples = ["2027-01-31"] },
    ]);

    private static MapShape Report { get; } = new(
    [
        new("title", new TextShape("a title"), "The title of the report.") { Nullable = true, DefaultText = "the policy's name",
            Examples = ["Mortgage decisions"] },
        new("template", new TextShape("a path"), "A Scriban template of your own, in the folder of the policy file or below it.")
            { Nullable = true, DefaultText = "the built-in report", Examples = ["report.sbn"] },
    ]);

    private static string Meaning(FamilyMethod method) => method == FamilyMethod.Holm
        ? "bounds the chance of any wrong decision in the family"
        : "bounds the expected share of wrong decisions among those that are made";

    private static string Meaning(PolicyTask task) => task switch
    {
        PolicyTask.BinaryClassification => "one of two classes",
        PolicyTask.MulticlassClassification => "one of several classes",
        _ => "a number",
    };
}
