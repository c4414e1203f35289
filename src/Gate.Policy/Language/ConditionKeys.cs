using Gate.Policy.Document;
using Gate.Policy.Reading;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>conditions</c>.</summary>
internal static class ConditionKeys
{
    /// <summary>The keys that bound how much worse than the baseline a value may be.</summary>
    public static string[] Regressions { get; } = ["max_regression", "max_relative_regression"];

    /// <summary>The keys that bound something.</summary>
    public static string[] Bounds { get; } = ["min", "max", .. Regressions];

    /// <summary>The keys that say which rows a metric is asked of, and how groups of them are compared.</summary>
    public static string[] OfRows { get; } = ["by", "control", "compare", "method", "reference", "levels", "where", "class"];

    /// <summary>A confidence.</summary>
    public static NumberShape Confidence { get; } = new(0.5, 1, Open: true);

    /// <summary>An evidence floor.</summary>
    public static MapShape Evidence { get; } = new(
    [
        Floor("min_count", 30, "The least number of rows."),
        Floor("min_positives", 10, "The least number of rows whose label is positive, for metrics that need them."),
        Floor("min_negatives", 10, "The least number of rows whose label is negative, for metrics that need them."),
        Floor("min_predicted_positives", 10, "The least number of rows that are predicted positive, for metrics that need them."),
    ])
    {
        Definition = "evidence",
    };

    /// <summary>The name of a metric.</summary>
    public static ChoiceShape Metric(PolicyVocabulary vocabulary) =>
        new("metric", [.. vocabulary.Metrics.Select(metric => new Choice(metric.Name, metric.Description) { Aliases = metric.Aliases })]);

    private static readonly ValueShape Group = new("largest, best, worst or the value of a group");

    private static EitherShape Reference { get; } =
        EitherShape.Of(Group, new ListShape(new ValueShape("a value of the compared column"), Min: 1), new MapShape(
    [
        new("group", EitherShape.OneOrMany(new ValueShape("a value of the compared column"), min: 1),
            "The group by its value in each compared column.") { Required = true, Examples = ["largest"] },
    ]));

    /// <summary>One condition with the metrics of a vocabulary.</summary>
    public static MapShape With(PolicyVocabulary vocabulary) => new(
    [
        new("id", new TextShape("an id"), "A name for the condition, unique in the policy, for waivers, overrides and reports.")
            { DefaultText = "made from metric, comparison and columns: `selection_rate_ratio-by-afam`", Examples = ["four-fifths"] },
        new("metric", Metric(vocabulary), "The metric, by its name or an alias.") { Required = true,
            Examples = [.. vocabulary.Metrics.Take(1).Select(metric => metric.Name)] },
        new("parameters", new NamedShape("parameter", new NumberShape(), Min: 1),
            "Numbers that the metric's definition leaves open, by name; the table of metrics lists them.") { Nullable = true,
            DefaultText = "the metric's defaults", Examples = ["{ beta: 2 }"] },
        new("class", new ValueShape("a class of the label"),
            "For multiclass_classification: the class that a metric of two classes is asked of, against all others. Where groups are "
            + "compared it may be left out; the worst class then decides.") { Nullable = true, Examples = ["setosa", "\"2\""] },
        new("where", new TextShape("an SQL condition", Lines: true),
            "An SQL condition that the measured rows must meet: the metric is measured on this slice alone. A row for which it is NULL is "
            + "not in the slice.") { Nullable = true, DefaultText = "all measured rows",
            Examples = ["lvrat > 0.8", "age < 30 AND single = 'yes'"] },
        new("by", EitherShape.OneOrMany(new TextShape("the name of a sensitive column"), min: 1),
            "Sensitive columns whose groups are compared; several form intersections. With an ordinary metric, compare says how.")
            { Nullable = true, DefaultText = "all rows together", Examples = ["afam", "[afam, sex]"] },
        new("control", EitherShape.OneOrMany(new TextShape("a column name"), min: 1),
            "Columns within whose levels groups are compared; levels says how these become one number.") { Nullable = true,
            Examples = ["hschool"] },
        new("levels", ChoiceShape.Of<LevelsSpec>("summary of levels", Meaning),
            "Which value of the control levels is held against the bounds. The result tells both.") { Default = "worst",
            Examples = ["weighted"] },
        new("compare", ChoiceShape.Of<CompareSpec>("comparison", Meaning),
            "How the values of groups become one number. Named disparities say it in their name and take none.") { Examples = ["ratio"] },
        new("method", ChoiceShape.Of<MethodSpec>("method", Meaning), "What each group is compared with, for differences and ratios.")
            { DefaultText = "between_groups; of a named disparity, its own", Examples = ["to_overall"] },
        new("reference", Reference, "The group that the others are compared with, by method to_reference: `largest` (most rows), `best`, "
            + "`worst`, or a group by its value, with several columns by a list of values. A group that is called like one of the three "
            + "words is written { group: largest }.") { Nullable = true, DefaultText = "largest; of a named disparity, its own",
            Examples = ["Male", "[Male, White]", "{ group: best }"] },
        new("min", new NumberShape(), "The least acceptable value.") { Examples = ["0.8"] },
        new("max", new NumberShape(), "The largest acceptable value.") { Examples = ["0.1"] },
        new("max_regression", new NumberShape(0), "How much worse than the baseline the value may be, in the metric's own unit.")
            { Examples = ["0.01"] },
        new("max_relative_regression", new NumberShape(0),
            "How much worse than the baseline the value may be, as a share of the baseline's absolute value.") { Examples = ["0.05"] },
        new("decide_on", ChoiceShape.Of<DecideOn>("basis", Meaning), "What is held against the bounds.") { Default = "interval",
            Examples = ["point"] },
        new("on_inconclusive", ChoiceShape.Of<Effect>("effect", Meaning),
            "What it does to the run when the interval lies on both sides of a bound.") { Default = "inconclusive", Examples = ["fail"] },
        new("on_undefined",
            new ChoiceShape("effect",
            [.. new[] { Effect.Fail, Effect.Warn, Effect.Pass }.Select(effect => new Choice(Words.Snake(effect), Meaning(effect)))]),
            "What it does to the run when the metric is not defined, such as a true positive rate without positives.") { Default = "fail",
            Examples = ["warn"] },
        new("family", new TextShape("the name of a family"), "The family of conditions that it is decided with; families declares them.")
            { Nullable = true, Examples = ["fairness"] },
        new("level", ChoiceShape.Of<Level>("level", Meaning), "How much weight the condition has.") { Default = "enforce",
            Examples = ["inform"] },
        new("why", new TextShape("a reason", Lines: true), "Why the condition exists: a rule, a promise, a past incident.")
            { Nullable = true, Examples = ["Four-fifths rule, 29 CFR 1607.4(D)"] },
        new("confidence", Confidence, "The nominal coverage of its interval.") { DefaultText = "the policy's", Examples = ["0.9"] },
        new("evidence", Evidence, "Its evidence floor; numbers that are not given are the policy's.") { Nullable = true,
            DefaultText = "the policy's", Examples = ["{ min_count: 100 }"] },
    ])
    {
        Rules = [new(KeyRuleKind.Needs, "compare", "by"), new(KeyRuleKind.Needs, "control", "by"), new(KeyRuleKind.Needs, "method", "by"),
            new(KeyRuleKind.Needs, "reference", "by"), new(KeyRuleKind.Needs, "levels", "control")],
    };

    private static Key Floor(string name, int least, string description) =>
        new(name, new NumberShape(0, PolicyLimits.LargestWhole, Whole: true), description) { Default = Words.Number(least),
            Examples = [Words.Number(least * 10)] };

    private static string Meaning(CompareSpec compare) => compare switch
    {
        CompareSpec.Difference => "largest minus smallest value, or the largest distance to the value of all rows",
        CompareSpec.Ratio => "smallest over largest value, or the smallest ratio to or from the value of all rows",
        CompareSpec.GroupMin => "the smallest value of a group",
        CompareSpec.GroupMax => "the largest value of a group",
        _ => "each group with the baseline on its own rows; the group that gets worst decides",
    };

    private static string Meaning(MethodSpec method) => method switch
    {
        MethodSpec.BetweenGroups => "with each other",
        MethodSpec.ToOverall => "with all rows",
        MethodSpec.ToReference => "with one group, the reference",
        _ => "with all rows of the other groups",
    };

    private static string Meaning(LevelsSpec levels) =>
        levels == LevelsSpec.Worst ? "the worst level" : "the mean of the levels, each by the weight of its rows";

    private static string Meaning(DecideOn basis) =>
        basis == DecideOn.Interval ? "the whole confidence interval, where one exists" : "the estimate alone";

    private static string Meaning(Effect effect) => effect switch
    {
        Effect.Inconclusive => "the run is inconclusive (exit code 2)",
        Effect.Fail => "the run fails",
        Effect.Warn => "the run warns",
        _ => "nothing",
    };

    private static string Meaning(Level level) => level switch
    {
        Level.Enforce => "a violated condition fails the run",
        Level.Warn => "a violated condition warns",
        _ => "the metric is only reported and needs no bound",
    };
}
