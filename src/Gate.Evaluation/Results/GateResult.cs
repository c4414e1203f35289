namespace Gate.Evaluation.Results;

/// <summary>What one run of a gate found: the content of <c>result.json</c>, version 1. Everything downstream reads this and recomputes nothing.</summary>
public sealed record GateResult
{
    /// <summary>The version of this format.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The verdict of the run: <c>pass</c>, <c>warn</c>, <c>fail</c> or <c>inconclusive</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>The verdict in one plain sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>How many findings have each verdict.</summary>
    public required VerdictCounts Counts { get; init; }

    /// <summary>The policy.</summary>
    public required PolicyFacts Policy { get; init; }

    /// <summary>The judged conditions, in the order of the policy.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>All metrics of the task over all test rows.</summary>
    public required IReadOnlyList<MetricFact> Overall { get; init; }

    /// <summary>All metrics by group: each sensitive column, and each combination of columns that a condition names.</summary>
    public required IReadOnlyList<FrameFacts> Frames { get; init; }

    /// <summary>The confusion matrix; null for regression or without predictions.</summary>
    public ConfusionFacts? Confusion { get; init; }

    /// <summary>Curves of the scores; null where there are none.</summary>
    public CurveFacts? Curves { get; init; }

    /// <summary>Feature importance; null when it was switched off or the model cannot be called.</summary>
    public ImportanceFacts? Importance { get; init; }

    /// <summary>The data.</summary>
    public required DataFacts Data { get; init; }

    /// <summary>The candidate.</summary>
    public required ModelFacts Model { get; init; }

    /// <summary>The baseline; null when the policy has none.</summary>
    public ModelFacts? Baseline { get; init; }

    /// <summary>Waivers of the policy and whether each was used.</summary>
    public IReadOnlyList<WaiverFacts> Waivers { get; init; } = [];

    /// <summary>Things that a reader should know and that decide nothing (an all-missing column that was dropped, groups below the floor).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the verdict is bound to.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Time and host: the only part that differs between two runs of the same inputs. Null in reproducible output.</summary>
    public RunFacts? Run { get; init; }
}

/// <summary>How many findings have each verdict.</summary>
/// <param name="Pass">Passed.</param>
/// <param name="Warn">Warned.</param>
/// <param name="Fail">Failed.</param>
/// <param name="Inconclusive">Undecided.</param>
/// <param name="Inform">Only reported.</param>
public sealed record VerdictCounts(int Pass, int Warn, int Fail, int Inconclusive, int Inform);

/// <summary>The policy that was run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path as given, with forward slashes.</param>
/// <param name="Task"><c>binary_classification</c>, <c>multiclass_classification</c> or <c>regression</c>.</param>
/// <param name="Confidence">Its default confidence.</param>
/// <param name="Title">The report's title.</param>
/// <param name="Overrides">Keys that the command line replaced, as <c>key=value</c>.</param>
public sealed record PolicyFacts(string Name, string Path, string Task, double Confidence, string Title, IReadOnlyList<string> Overrides);

/// <summary>An interval of confidence.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Confidence">Its nominal coverage.</param>
/// <param name="Method"><c>wilson</c>, <c>cell_bootstrap</c>, <c>row_bootstrap</c>, …</param>
public sealed record IntervalFact(double Low, double High, double Confidence, string Method);

/// <summary>The bound of a condition; what is not given is null.</summary>
/// <param name="Min">The least acceptable value.</param>
/// <param name="Max">The largest acceptable value.</param>
/// <param name="MaxRegression">How much worse than the baseline it may be.</param>
public sealed record BoundFact(double? Min, double? Max, double? MaxRegression);

/// <summary>One judged condition.</summary>
public sealed record Finding
{
    /// <summary>The condition's id.</summary>
    public required string Id { get; init; }

    /// <summary>The metric's name.</summary>
    public required string Metric { get; init; }

    /// <summary>The sensitive columns compared; empty for all rows.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The control columns.</summary>
    public IReadOnlyList<string> Control { get; init; } = [];

    /// <summary><c>difference</c>, <c>ratio</c>, <c>group_min</c>, <c>group_max</c>; null without comparison.</summary>
    public string? Compare { get; init; }

    /// <summary><c>between_groups</c> or <c>to_overall</c>; null without comparison.</summary>
    public string? Method { get; init; }

    /// <summary>The measured value; null when undefined.</summary>
    public double? Estimate { get; init; }

    /// <summary>Why it is undefined; null when it is defined.</summary>
    public string? Undefined { get; init; }

    /// <summary>Its interval; null where none exists.</summary>
    public IntervalFact? Interval { get; init; }

    /// <summary>The bound; null for a metric that is only reported.</summary>
    public BoundFact? Bound { get; init; }

    /// <summary>The measured regression from the baseline (positive is worse), when the condition bounds it.</summary>
    public RegressionFact? Regression { get; init; }

    /// <summary><c>interval</c> or <c>point</c>.</summary>
    public required string DecideOn { get; init; }

    /// <summary><c>enforce</c>, <c>warn</c> or <c>inform</c>.</summary>
    public required string Level { get; init; }

    /// <summary>What the measurement says about the bound: <c>satisfied</c>, <c>violated</c>, <c>inconclusive</c>, <c>undefined</c> or <c>reported</c> (no bound).</summary>
    public required string Outcome { get; init; }

    /// <summary>What that means for the run: <c>pass</c>, <c>warn</c>, <c>fail</c>, <c>inconclusive</c>, or <c>inform</c> for a metric that is only reported.</summary>
    public required string Verdict { get; init; }

    /// <summary>One plain sentence: what was measured, the bound, the interval, the group that decided it and how many rows stand behind it.</summary>
    public required string Sentence { get; init; }

    /// <summary>Why the condition exists, as the policy says.</summary>
    public string? Why { get; init; }

    /// <summary>The line of the policy on which the condition stands.</summary>
    public required int Line { get; init; }

    /// <summary>The column on that line.</summary>
    public required int Column { get; init; }

    /// <summary>Test rows behind the estimate.</summary>
    public required long Rows { get; init; }

    /// <summary>The group that decided it: its label, with control followed by the level in brackets; or null.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Who waived it, when a waiver turned its failure into a warning.</summary>
    public string? WaivedBy { get; init; }

    /// <summary>The metric that the groups' values are of: of a named disparity with several parts, the one that decided; null without groups.</summary>
    public string? GroupMetric { get; init; }

    /// <summary>The groups behind it, in the order of the grouping; empty without <see cref="By"/>.</summary>
    public IReadOnlyList<GroupFact> Groups { get; init; } = [];
}

/// <summary>How much worse than the baseline the candidate is.</summary>
/// <param name="Baseline">The baseline's value; null when undefined.</param>
/// <param name="Estimate">By how much the candidate is worse, positive is worse; null when undefined.</param>
/// <param name="Undefined">Why it is undefined.</param>
/// <param name="Interval">Its paired interval.</param>
public sealed record RegressionFact(double? Baseline, double? Estimate, string? Undefined, IntervalFact? Interval);

/// <summary>One group behind a finding.</summary>
public sealed record GroupFact
{
    /// <summary>The group for people: <c>Female</c>, <c>Female × Black</c>.</summary>
    public required string Label { get; init; }

    /// <summary>The values by sensitive column, in order.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The control level for people, or null without control.</summary>
    public string? ControlLevel { get; init; }

    /// <summary>Rows.</summary>
    public required long Count { get; init; }

    /// <summary>Rows whose label is positive; null outside binary classification.</summary>
    public long? Positives { get; init; }

    /// <summary>Rows whose label is negative; null outside binary classification.</summary>
    public long? Negatives { get; init; }

    /// <summary>The metric in this group (of a named disparity, its deciding part); null when undefined.</summary>
    public double? Estimate { get; init; }

    /// <summary>Why it is undefined.</summary>
    public string? Undefined { get; init; }

    /// <summary>Its interval.</summary>
    public IntervalFact? Interval { get; init; }

    /// <summary>Why the group took no part (<c>12 rows, the floor is 30</c>); null when it did.</summary>
    public string? Excluded { get; init; }
}

/// <summary>A metric's value.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Estimate">The value; null when undefined.</param>
/// <param name="Undefined">Why it is undefined.</param>
/// <param name="Interval">Its interval.</param>
/// <param name="Direction"><c>higher</c>, <c>lower</c> or <c>neutral</c>: which is better.</param>
/// <param name="Baseline">The baseline's value; null without baseline or when undefined.</param>
public sealed record MetricFact(string Metric, double? Estimate, string? Undefined, IntervalFact? Interval, string Direction, double? Baseline);

/// <summary>All metrics by group, for one list of sensitive columns.</summary>
/// <param name="By">The columns.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Disparities">Difference and ratio of each metric, and the named disparities; computed on groups above the floor.</param>
public sealed record FrameFacts(IReadOnlyList<string> By, IReadOnlyList<FrameGroup> Groups, IReadOnlyList<DisparityFact> Disparities);

/// <summary>One group with all its metrics.</summary>
/// <param name="Label">The group for people.</param>
/// <param name="Key">The values by column.</param>
/// <param name="Count">Rows.</param>
/// <param name="Positives">Rows whose label is positive; null outside binary classification.</param>
/// <param name="Negatives">Rows whose label is negative; null outside binary classification.</param>
/// <param name="Excluded">Why it takes no part in disparities (below the evidence floor); null when it does.</param>
/// <param name="Metrics">The metrics, in the order of <see cref="GateResult.Overall"/>.</param>
public sealed record FrameGroup(string Label, IReadOnlyList<string> Key, long Count, long? Positives, long? Negatives, string? Excluded, IReadOnlyList<MetricFact> Metrics);

/// <summary>A disparity between the groups of a frame.</summary>
/// <param name="Name"><c>selection_rate_difference</c>, <c>equalized_odds_ratio</c>, …</param>
/// <param name="Estimate">The value; null when undefined.</param>
/// <param name="Undefined">Why it is undefined.</param>
/// <param name="Interval">Its interval.</param>
/// <param name="LowGroup">The label of the group with the smallest value.</param>
/// <param name="HighGroup">The label of the group with the largest value.</param>
public sealed record DisparityFact(string Name, double? Estimate, string? Undefined, IntervalFact? Interval, string? LowGroup, string? HighGroup);

/// <summary>A confusion matrix of row counts: true class by predicted class.</summary>
/// <param name="Classes">The classes, in order; for a binary task [negative, positive].</param>
/// <param name="Counts">One list a true class, one count a predicted class.</param>
public sealed record ConfusionFacts(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<long>> Counts);
