using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>explain</c>.</summary>
internal static class ExplainKeys
{
    /// <summary>The metric; its words come from the vocabulary.</summary>
    public static Key<string?> Metric { get; } = Key.Word("metric", new ChoiceShape("metric", []),
        "The metric whose fall is measured when a column is shuffled; one where larger or smaller is better.")
        with { DefaultText = "`roc_auc`, `accuracy` or `r2`, by task" };

    public static Key<long> Repeats { get; } = Key.Whole("repeats", new NumberShape(1, 1000), new ExplainSpec().Repeats,
        "How often each column is shuffled; the spread over repeats is reported.") with { Examples = ["10"] };

    public static Key<long?> Seed { get; } = Key.Whole("seed", SharedShapes.Seed, "The seed of the shuffles.")
        with { DefaultText = "the policy's seed", Examples = ["7"] };

    public static Key<long?> MaxRows { get; } = Key.Whole("max_rows", new NumberShape(1, int.MaxValue),
        "At most so many test rows are used, evenly spaced.")
        with { Nullable = true, DefaultText = "all rows; fewer, which a note tells, where they would be scored over ten million times in "
            + "all", Examples = ["10000"] };

    public static MapShape With(PolicyVocabulary vocabulary) => new(
    [
        Metric with { Shape = ConditionKeys.MetricOf(vocabulary),
            Examples = [.. vocabulary.Metrics.Where(metric => metric is { HasDirection: true, IsDisparity: false }).Take(1)
                .Select(metric => metric.Name)] },
        Repeats, Seed, MaxRows,
    ]);
}
