using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>conditions</c>.</summary>
internal static class ConditionKeys
{
    private static readonly ValueShape GroupValue = new("a value of the compared column");

    public static Key<string?> Id { get; } = Key.Text("id", new TextShape("an id"),
        "A name for the condition, unique in the policy, for waivers, overrides and reports.")
        with { DefaultText = "made from metric, comparison and columns: `selection_rate_ratio-by-afam`", Examples = ["four-fifths"] };

    /// <summary>The metric; its words come from the vocabulary (<see cref="MetricOf"/>).</summary>
    public static Key<string?> Metric { get; } = Key.Word("metric", new ChoiceShape("metric", []), "The metric, by its name or an alias.")
        with { Required = true };

    public static Key<IReadOnlyDictionary<string, double>> Parameters { get; } = Key.NamedNumbers("parameters",
        new NamedShape("parameter", new NumberShape(), Min: 1),
        "Numbers that the metric's definition leaves open, by name; the table of metrics lists them.")
        with { Nullable = true, DefaultText = "the metric's defaults", Examples = ["{ beta: 2 }"] };

    public static Key<string?> Class { get; } = Key.Value("class", new ValueShape("a class of the label"),
        "For multiclass_classification: the class that a metric of two classes is asked of, against all others. Where groups are compared "
        + "it may be left out; the worst class then decides.") with { Nullable = true, Examples = ["setosa", "\"2\""] };

    public static Key<IReadOnlyList<string>> Features { get; } = Key.Texts("features",
        EitherShape.OneOrMany(new TextShape("a column name"), min: 1),
        "For metrics of attributions and of proxies: the raw columns that it is asked of, together.")
        with { Nullable = true, Examples = ["afam", "[afam, zip]"] };

    public static Key<string?> Where { get; } = Key.Text("where", new TextShape("an SQL condition", Lines: true),
        "An SQL condition that the measured rows must meet: the metric is measured on this slice alone. A row "
        + "for which it is NULL is not in the slice.")
        with { Nullable = true, DefaultText = "all measured rows", Examples = ["lvrat > 0.8", "age < 30 AND single = 'yes'"] };

    public static Key<IReadOnlyList<string>> By { get; } = Key.Texts("by",
        EitherShape.OneOrMany(new TextShape("the name of a sensitive column"), min: 1),
        "Sensitive columns whose groups are compared; several form intersections. With an ordinary metric, compare says how.")
        with { Nullable = true, DefaultText = "all rows together", Examples = ["afam", "[afam, sex]"] };

    public static Key<IReadOnlyList<string>> Control { get; } = Key.Texts("control",
        EitherShape.OneOrMany(new TextShape("a column name"), min: 1),
        "Columns within whose levels groups are compared; levels says how these become one number.")
        with { Nullable = true, Examples = ["hschool"] };

    public static Key<LevelsSpec> Levels { get; } = Key.Word("levels", "summary of levels", LevelsSpec.Worst, ConditionMeanings.Of,
        "Which value of the control levels is held against the bounds. The result tells both.") with { Examples = ["weighted"] };

    public static Key<CompareSpec?> Compare { get; } = Key.Word<CompareSpec>("compare", "comparison", ConditionMeanings.Of,
        "How the values of groups become one number. Named disparities say it in their name and take none.") with { Examples = ["ratio"] };

    public static Key<MethodSpec?> Method { get; } = Key.Word<MethodSpec>("method", "method", ConditionMeanings.Of,
        "What each group is compared with, for differences and ratios.")
        with { DefaultText = "between_groups; of a named disparity, its own", Examples = ["to_overall"] };

    /// <summary>The group of a reference that is written as a map.</summary>
    public static Key<IReadOnlyList<string>> Group { get; } = Key.Texts("group", EitherShape.OneOrMany(GroupValue, min: 1),
        "The group by its value in each compared column.") with { Required = true, Examples = ["largest"] };

    public static Key<IReadOnlyList<string>> Reference { get; } = Key.Texts("reference",
        EitherShape.Of(new ValueShape("largest, best, worst or the value of a group"), new ListShape(GroupValue, Min: 1),
            new MapShape([Group])),
        "The group that the others are compared with, by method to_reference: `largest` (most rows), `best`, `worst`, or a group by its "
        + "value, with several columns by a list of values. A group that is called like one of the three words is written "
        + "{ group: largest }.")
        with { Nullable = true, DefaultText = "largest; of a named disparity, its own",
            Examples = ["Male", "[Male, White]", "{ group: best }"] };

    public static Key<double?> Min { get; } = Key.Number("min", new NumberShape(), "The least acceptable value.")
        with { Examples = ["0.8"] };

    public static Key<double?> Max { get; } = Key.Number("max", new NumberShape(), "The largest acceptable value.")
        with { Examples = ["0.1"] };

    public static Key<double?> MaxRegression { get; } = Key.Number("max_regression", new NumberShape(0),
        "How much worse than the baseline the value may be, in the metric's own unit.") with { Examples = ["0.01"] };

    public static Key<double?> MaxRelativeRegression { get; } = Key.Number("max_relative_regression", new NumberShape(0),
        "How much worse than the baseline the value may be, as a share of the baseline's absolute value.") with { Examples = ["0.05"] };

    public static Key<VacuousSpec> Vacuous { get; } = Key.Word("vacuous", "treatment", VacuousSpec.Refused, ConditionMeanings.Of,
        "What is said of a bound that cannot fail (`min: 0` of a rate), of one on the side where values are better with none on the other "
        + "(`accuracy` with `max` alone, a ratio with `max` alone, a difference with `min` alone), and of one that only the best group has "
        + "to keep (`group_max` with `min`).") with { Examples = ["allowed"] };

    public static Key<DecideOn> DecideOn { get; } = Key.Word("decide_on", "basis", Document.DecideOn.Interval, ConditionMeanings.Of,
        "What is held against the bounds.") with { Examples = ["point"] };

    public static Key<Effect> OnInconclusive { get; } = Key.Word("on_inconclusive", "effect", Effect.Inconclusive, ConditionMeanings.Of,
        "What it does to the run when the interval lies on both sides of a bound.") with { Examples = ["fail"] };

    public static Key<Effect> OnUndefined { get; } = Key.Word("on_undefined", "effect", Effect.Fail, ConditionMeanings.Of,
        "What it does to the run when the metric is not defined, such as a true positive rate without positives.",
        Effect.Fail, Effect.Warn, Effect.Pass) with { Examples = ["warn"] };

    public static Key<Effect> OnExcluded { get; } = Key.Word("on_excluded", "effect", Effect.Warn, ConditionMeanings.Of,
        "What it does to the run when a group is left out for too little evidence, however the other groups compare. The gravest verdict "
        + "counts.") with { Examples = ["fail"] };

    public static Key<string?> Family { get; } = Key.Text("family", new TextShape("the name of a family"),
        "The family of conditions that it is decided with; families declares them.") with { Nullable = true, Examples = ["fairness"] };

    public static Key<Level> Level { get; } = Key.Word("level", "level", Document.Level.Enforce, ConditionMeanings.Of,
        "How much weight the condition has.") with { Examples = ["inform"] };

    /// <summary>Whether the failure of a locked condition may be waived.</summary>
    public static Key<LockWaivers> Waivers { get; } = Key.Word("waivers", "treatment", LockWaivers.Refused, ConditionMeanings.Of,
        "What is said of a waiver of the condition.") with { Examples = ["allowed"] };

    public static Key<Section?> Locked { get; } = Key.Map("locked", EitherShape.Of(new SwitchShape(), new MapShape([Waivers])),
        "Keeps the condition from being loosened, by policies that extend this one and by --set: they can tighten it. What the policy "
        + "itself gives besides its conditions is then kept in the same way. true allows no waiver.")
        with { DefaultText = "false", Examples = ["true", "{ waivers: allowed }"] };

    public static Key<string?> Why { get; } = Key.Text("why", new TextShape("a reason", Lines: true),
        "Why the condition exists: a rule, a promise, a past incident.")
        with { Nullable = true, Examples = ["Four-fifths rule, 29 CFR 1607.4(D)"] };

    public static Key<double?> Confidence { get; } = Key.Number("confidence", SharedShapes.Confidence,
        "The nominal coverage of its interval.")
        with { DefaultText = "the policy's", Examples = ["0.9"] };

    public static Key<Section?> Evidence { get; } = Key.Map("evidence", EvidenceKeys.Shape,
        "Its evidence floor; numbers that are not given are the policy's.")
        with { Nullable = true, DefaultText = "the policy's", Examples = ["{ min_count: 100 }"] };

    /// <summary>The keys that bound how much worse than the baseline a value may be.</summary>
    public static Key<double?>[] Regressions { get; } = [MaxRegression, MaxRelativeRegression];

    /// <summary>The keys that bound something.</summary>
    public static Key<double?>[] Bounds { get; } = [Min, Max, .. Regressions];

    /// <summary>The keys that say which rows a metric is asked of, and how groups of them are compared.</summary>
    public static Key[] OfRows { get; } = [By, Control, Compare, Method, Reference, Levels, Where, Class];

    /// <summary>Of these, what a metric does not take that reads groups alone.</summary>
    public static Key[] BesideBy { get; } = [Control, Levels, Where];

    /// <summary>The names of a vocabulary's metrics.</summary>
    public static ChoiceShape MetricOf(PolicyVocabulary vocabulary) =>
        new("metric", [.. vocabulary.Metrics.Select(metric => new Choice(metric.Name, metric.Description) { Aliases = metric.Aliases })]);

    /// <summary>One condition with the metrics of a vocabulary.</summary>
    public static MapShape With(PolicyVocabulary vocabulary) => new(
    [
        Id, Metric with { Shape = MetricOf(vocabulary), Examples = [.. vocabulary.Metrics.Take(1).Select(metric => metric.Name)] },
        Parameters, Features, Class, Where, By, Control, Levels, Compare, Method, Reference, Min, Max, MaxRegression, MaxRelativeRegression,
        Vacuous, DecideOn, OnInconclusive, OnUndefined, OnExcluded, Family, Level, Locked, Why, Confidence, Evidence,
    ])
    {
        Rules = [KeyRule.Of(KeyRuleKind.Needs, Compare, By), KeyRule.Of(KeyRuleKind.Needs, Control, By),
            KeyRule.Of(KeyRuleKind.Needs, Method, By), KeyRule.Of(KeyRuleKind.Needs, Reference, By),
            KeyRule.Of(KeyRuleKind.Needs, Levels, Control), KeyRule.Of(KeyRuleKind.Needs, OnExcluded, By)],
    };
}
