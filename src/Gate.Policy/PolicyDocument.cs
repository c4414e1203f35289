namespace Gate.Policy;

/// <summary>A place in the policy file, counted from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
public readonly record struct Mark(int Line, int Column);

/// <summary>What the model predicts.</summary>
public enum PolicyTask
{
    /// <summary>One of two classes.</summary>
    BinaryClassification,

    /// <summary>One of several classes.</summary>
    MulticlassClassification,

    /// <summary>A number.</summary>
    Regression,
}

/// <summary>A checked policy, version 1. Every part remembers where it stands in the file.</summary>
public sealed record PolicyDocument
{
    /// <summary>The name of the gate.</summary>
    public required string Name { get; init; }

    /// <summary>What the model predicts.</summary>
    public required PolicyTask Task { get; init; }

    /// <summary>The data.</summary>
    public required DataSpec Data { get; init; }

    /// <summary>The candidate.</summary>
    public required ModelSpec Model { get; init; }

    /// <summary>The model that the candidate must not regress from, or null.</summary>
    public ModelSpec? Baseline { get; init; }

    /// <summary>The nominal coverage of intervals, above 0.5 and below 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The evidence floor of every condition that has none of its own.</summary>
    public EvidenceSpec Evidence { get; init; } = new();

    /// <summary>The seed of everything random that has none of its own.</summary>
    public ulong Seed { get; init; }

    /// <summary>How feature importance is measured, or null when it is switched off.</summary>
    public ExplainSpec? Explain { get; init; } = new();

    /// <summary>The conditions, in the order of the file; at least one.</summary>
    public required IReadOnlyList<ConditionSpec> Conditions { get; init; }

    /// <summary>Waivers, in the order of the file.</summary>
    public IReadOnlyList<WaiverSpec> Waivers { get; init; } = [];

    /// <summary>How the report looks.</summary>
    public ReportSpec Report { get; init; } = new();
}

/// <summary>The data of a policy.</summary>
public sealed record DataSpec
{
    /// <summary>Paths or globs; empty when <see cref="Sql"/> is given or the columns come from a predictions file alone.</summary>
    public IReadOnlyList<string> Source { get; init; } = [];

    /// <summary>An SQL query instead of paths.</summary>
    public string? Sql { get; init; }

    /// <summary>Paths or globs of a separate hold-out, or null.</summary>
    public IReadOnlyList<string>? Test { get; init; }

    /// <summary>How rows are split, or null.</summary>
    public SplitSpec? Split { get; init; }

    /// <summary>An SQL filter, or null.</summary>
    public string? Where { get; init; }

    /// <summary>Texts that stand for a missing value.</summary>
    public IReadOnlyList<string> NaValues { get; init; } = [];

    /// <summary>The label column.</summary>
    public required string Label { get; init; }

    /// <summary>The favourable outcome of a binary task, as text; null when not given (then it must be plain: 1, true, yes).</summary>
    public string? Positive { get; init; }

    /// <summary>The column of sample weights, or null.</summary>
    public string? Weight { get; init; }

    /// <summary>The sensitive columns.</summary>
    public IReadOnlyList<SensitiveSpec> Sensitive { get; init; } = [];

    /// <summary>Feature columns by name, or null for all columns that have no other part.</summary>
    public IReadOnlyList<string>? IncludeFeatures { get; init; }

    /// <summary>Columns that are no features.</summary>
    public IReadOnlyList<string> ExcludeFeatures { get; init; } = [];

    /// <summary>Where the data section stands.</summary>
    public Mark At { get; init; }

    /// <summary>Where keys and list entries stand, by path below <c>data</c>: <c>label</c>, <c>sensitive[0]</c>, <c>features.exclude[1]</c>.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();
}

/// <summary>How rows are split into training and test: either a share or a column.</summary>
/// <param name="Test">The share of the test part; null when <paramref name="Column"/> is given.</param>
/// <param name="Seed">The seed of the shuffle.</param>
/// <param name="Stratify">Columns to stratify on.</param>
/// <param name="Column">A column that says <c>train</c> or <c>test</c>, or null. It is no feature.</param>
public sealed record SplitSpec(double? Test, ulong Seed, IReadOnlyList<string> Stratify, string? Column);

/// <summary>One sensitive column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Bins">Edges that cut a numeric column into bands, or null.</param>
/// <param name="As">The name that conditions use; the column's own when not given.</param>
public sealed record SensitiveSpec(string Column, IReadOnlyList<double>? Bins, string As);

/// <summary>A model: exactly one of the forms.</summary>
public abstract record ModelSpec
{
    /// <summary>The decision threshold on the score of the positive class.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Where the model section stands.</summary>
    public Mark At { get; init; }
}

/// <summary>A model trained in the run.</summary>
/// <param name="Algorithm">The learner's name.</param>
/// <param name="Parameters">Its parameters as given: double, bool, string or null; checked against the vocabulary.</param>
public sealed record TrainSpec(string Algorithm, IReadOnlyDictionary<string, object?> Parameters) : ModelSpec;

/// <summary>Predictions that are already there.</summary>
/// <param name="Source">A file of its own, or null for columns of the data.</param>
/// <param name="Key">Columns that join the file to the data; empty: row by row, same order and length.</param>
/// <param name="Prediction">The column of predicted classes or values, or null.</param>
/// <param name="Score">The column of scores (binary), or one column per class by class name (multiclass, key = class); empty for none. For a single column the key is empty.</param>
public sealed record PredictionsSpec(string? Source, IReadOnlyList<string> Key, string? Prediction, IReadOnlyList<KeyValuePair<string, string>> Score) : ModelSpec;

/// <summary>The least evidence that a group needs to be judged.</summary>
/// <param name="MinCount">Rows.</param>
/// <param name="MinPositives">Rows whose label is positive, for metrics that need them.</param>
/// <param name="MinNegatives">Rows whose label is negative, for metrics that need them.</param>
/// <param name="MinPredictedPositives">Rows predicted positive, for metrics that need them.</param>
public sealed record EvidenceSpec(long MinCount = 30, long MinPositives = 10, long MinNegatives = 10, long MinPredictedPositives = 10);

/// <summary>How feature importance is measured.</summary>
/// <param name="Metric">The metric whose fall is measured, or null for the task's default (roc_auc, accuracy, r2).</param>
/// <param name="Repeats">How often each column is shuffled.</param>
/// <param name="Seed">The seed of the shuffles.</param>
/// <param name="MaxRows">At most so many test rows are used, evenly spaced; null for all.</param>
public sealed record ExplainSpec(string? Metric = null, int Repeats = 5, ulong Seed = 0, int? MaxRows = null);

/// <summary>How groups are compared.</summary>
public enum CompareSpec
{
    /// <summary>Largest minus smallest.</summary>
    Difference,

    /// <summary>Smallest over largest.</summary>
    Ratio,

    /// <summary>The smallest value of a group.</summary>
    GroupMin,

    /// <summary>The largest value of a group.</summary>
    GroupMax,
}

/// <summary>What groups are compared with.</summary>
public enum MethodSpec
{
    /// <summary>With each other.</summary>
    BetweenGroups,

    /// <summary>With all rows.</summary>
    ToOverall,
}

/// <summary>What a condition is decided on.</summary>
public enum DecideOn
{
    /// <summary>The interval, where one exists.</summary>
    Interval,

    /// <summary>The estimate alone.</summary>
    Point,
}

/// <summary>What an undecided or undefined condition does to the run.</summary>
public enum Effect
{
    /// <summary>The run is inconclusive (exit code 2): the default for an inconclusive condition.</summary>
    Inconclusive,

    /// <summary>The run fails.</summary>
    Fail,

    /// <summary>The run warns.</summary>
    Warn,

    /// <summary>Nothing.</summary>
    Pass,
}

/// <summary>How much weight a condition has.</summary>
public enum Level
{
    /// <summary>A violated condition fails the run.</summary>
    Enforce,

    /// <summary>A violated condition warns.</summary>
    Warn,

    /// <summary>The metric is only reported.</summary>
    Inform,
}

/// <summary>One condition.</summary>
public sealed record ConditionSpec
{
    /// <summary>Its id, unique in the policy: given, or made from metric, comparison and columns (<c>selection_rate_ratio-by-afam</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The metric's name as written; a name or alias in the vocabulary.</summary>
    public required string Metric { get; init; }

    /// <summary>The sensitive columns compared; empty for all rows.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The control columns.</summary>
    public IReadOnlyList<string> Control { get; init; } = [];

    /// <summary>How groups are compared; null without <see cref="By"/> or for named disparities.</summary>
    public CompareSpec? Compare { get; init; }

    /// <summary>What groups are compared with.</summary>
    public MethodSpec Method { get; init; }

    /// <summary>The least acceptable value, or null.</summary>
    public double? Min { get; init; }

    /// <summary>The largest acceptable value, or null.</summary>
    public double? Max { get; init; }

    /// <summary>How much worse than the baseline it may be, or null. Not negative.</summary>
    public double? MaxRegression { get; init; }

    /// <summary>What it is decided on.</summary>
    public DecideOn DecideOn { get; init; }

    /// <summary>What an inconclusive outcome does.</summary>
    public Effect OnInconclusive { get; init; } = Effect.Inconclusive;

    /// <summary>What an undefined outcome does; never <see cref="Effect.Inconclusive"/>.</summary>
    public Effect OnUndefined { get; init; } = Effect.Fail;

    /// <summary>How much weight it has.</summary>
    public Level Level { get; init; }

    /// <summary>Why it exists, or null.</summary>
    public string? Why { get; init; }

    /// <summary>The coverage of its interval; the policy's when not given.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Its evidence floor; the policy's when not given.</summary>
    public EvidenceSpec Evidence { get; init; } = new();

    /// <summary>Where the condition stands (its first key).</summary>
    public Mark At { get; init; }

    /// <summary>Where its keys stand, by path: <c>metric</c>, <c>by[0]</c>, <c>max</c>.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();
}

/// <summary>A named person's decision to let one condition's failure through until a date.</summary>
/// <param name="Condition">The id of the condition.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Issue">Where it is tracked, or null.</param>
/// <param name="Expires">The last day on which it holds.</param>
/// <param name="At">Where it stands.</param>
public sealed record WaiverSpec(string Condition, string Owner, string Reason, string? Issue, DateOnly Expires, Mark At);

/// <summary>How the report looks.</summary>
/// <param name="Title">Its title, or null for the policy's name.</param>
/// <param name="Template">A Handlebars template of the user's own, relative to the policy, or null.</param>
public sealed record ReportSpec(string? Title = null, string? Template = null);
