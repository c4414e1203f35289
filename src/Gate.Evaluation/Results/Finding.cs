namespace Gate.Evaluation.Results;

/// <summary>One judged condition.</summary>
public sealed record Finding
{
    /// <summary>The condition's id.</summary>
    public required string Id { get; init; }

    /// <summary>The metric's name.</summary>
    public required string Metric { get; init; }

    /// <summary>The metric's parameters as the policy gives them; empty for its defaults.</summary>
    public IReadOnlyList<NamedNumber> Parameters { get; init; } = [];

    /// <summary>The class that the metric is asked of, against all others; null for none.</summary>
    public string? Class { get; init; }

    /// <summary>The SQL condition of the slice that was measured; null for all measured rows.</summary>
    public string? Where { get; init; }

    /// <summary>The sensitive columns compared; empty for all rows.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The control columns.</summary>
    public IReadOnlyList<string> Control { get; init; } = [];

    /// <summary><c>difference</c>, <c>ratio</c>, <c>group_min</c>, <c>group_max</c>, <c>each</c> (every group with the baseline) or
    /// <c>joint</c> (one number of all groups together); null without comparison.</summary>
    public string? Compare { get; init; }

    /// <summary><c>between_groups</c>, <c>to_overall</c>, <c>to_reference</c> or <c>to_rest</c>; null without comparison.</summary>
    public string? Method { get; init; }

    /// <summary>The reference group: <c>largest</c>, <c>best</c>, <c>worst</c>, or its values; null where there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>Both summaries of the control levels; null without control.</summary>
    public LevelsFact? Levels { get; init; }

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

    /// <summary>The family that it was decided with; null for none.</summary>
    public FamilyFact? Family { get; init; }

    /// <summary><c>interval</c> or <c>point</c>.</summary>
    public required string DecideOn { get; init; }

    /// <summary><c>enforce</c>, <c>warn</c> or <c>inform</c>.</summary>
    public required string Level { get; init; }

    /// <summary>What the measurement says about the bound: <c>satisfied</c>, <c>violated</c>, <c>inconclusive</c>, <c>undefined</c> or
    /// <c>reported</c> (no bound).</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>What that means for the run: <c>pass</c>, <c>warn</c>, <c>fail</c>, <c>inconclusive</c>, or <c>inform</c> for a metric that
    /// is only reported.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The key of the policy that let it pass where the evidence does not: <c>on_inconclusive</c> or <c>on_undefined</c>; null
    /// for every other finding.</summary>
    public string? PassedByPolicy { get; init; }

    /// <summary>One plain sentence: what was measured, the bound, the interval, the group that decided it and how many rows stand behind
    /// it.</summary>
    public required string Sentence { get; init; }

    /// <summary>The same in one short line for a head, a table or a test's message: what decided, with its number, and the rule. Null in
    /// results of versions that did not tell it.</summary>
    public string? Brief { get; init; }

    /// <summary>What the judged value is measured in: <c>share</c> (nothing, a number between -1 and 1), <c>ratio</c>, <c>label</c> (the
    /// label's own unit), or a unit that only one metric has, named as it. Values of different units do not share a scale. Null in results
    /// of versions that did not tell it.</summary>
    public string? Unit { get; init; }

    /// <summary>The number that decided: <c>value</c>, <c>regression</c> or <c>relative_regression</c>; of several bounds the one whose
    /// outcome is the gravest. Null in results of versions that did not tell it.</summary>
    public string? DecidedPart { get; init; }

    /// <summary>How many rows would decide it at the values that were measured; null where it is decided, and where rows decide nothing
    /// (a time, a value that is not defined).</summary>
    public SettlingFact? WouldSettle { get; init; }

    /// <summary>Why the condition exists, as the policy says.</summary>
    public string? Why { get; init; }

    /// <summary>The file that <see cref="Line"/> and <see cref="Column"/> are of, where that is a policy that this one extends; null for
    /// the policy itself.</summary>
    public string? File { get; init; }

    /// <summary>What the extended policies have for the condition; null where it is the policy's own.</summary>
    public InheritedFact? Inherited { get; init; }

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

    /// <summary>The metric that the groups' values are of: of a named disparity with several parts, the one that decided; null without
    /// groups.</summary>
    public string? GroupMetric { get; init; }

    /// <summary>The groups behind it, in the order of the grouping; empty without <see cref="By"/>.</summary>
    public IReadOnlyList<GroupFact> Groups { get; init; } = [];
}

/// <summary>The bound of a condition; what is not given is null.</summary>
/// <param name="Min">The least acceptable value.</param>
/// <param name="Max">The largest acceptable value.</param>
/// <param name="MaxRegression">How much worse than the baseline it may be.</param>
public sealed record BoundFact(double? Min, double? Max, double? MaxRegression)
{
    /// <summary>How much worse it may be, as a share of the baseline's absolute value.</summary>
    public double? MaxRelativeRegression { get; init; }
}

/// <summary>Where a condition comes from that a policy did not make up itself.</summary>
/// <param name="File">The policy that has it first, relative to where the run was started.</param>
/// <param name="Line">The line on which it stands there.</param>
/// <param name="Locked">Whether it is locked: it may be tightened only.</param>
/// <param name="Bounds">The bounds that the extended policies have for it; what was judged are those of <see
/// cref="Finding.Bound"/>.</param>
public sealed record InheritedFact(string File, int Line, bool Locked, IReadOnlyList<InheritedBoundFact> Bounds);

/// <summary>A bound of a policy that another one extends.</summary>
/// <param name="Key"><c>min</c>, <c>max</c>, <c>max_regression</c> or <c>max_relative_regression</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="File">The policy that has it.</param>
/// <param name="Line">The line on which it stands there.</param>
public sealed record InheritedBoundFact(string Key, double Value, string File, int Line);

/// <summary>What would settle an inconclusive finding: as many rows with the values that were measured, judged as this run
/// judges.</summary>
/// <param name="Rows">So many rows of the group, or of all compared groups, would decide it, rounded up to two digits; null where not even
/// <paramref name="Looked"/> would.</param>
/// <param name="Present">How many there are.</param>
/// <param name="Outcome">What they would show: <c>satisfied</c> or <c>violated</c>; null without <paramref name="Rows"/>.</param>
/// <param name="Group">The label of the group that needs them, as in <see cref="Finding.Groups"/>; null for all rows, in the shares in
/// which the groups stand now.</param>
/// <param name="ControlLevel">The group's control level; null without group or control.</param>
/// <param name="Looked">Up to how many rows were tried.</param>
public sealed record SettlingFact(long? Rows, long Present, Outcome? Outcome, string? Group, string? ControlLevel, long Looked);

/// <summary>A parameter with its value.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">Its value.</param>
public sealed record NamedNumber(string Name, double Value);

/// <summary>A measured value with its interval.</summary>
/// <param name="Estimate">The value; null when undefined.</param>
/// <param name="Undefined">Why it is undefined.</param>
/// <param name="Interval">Its interval; null where none exists.</param>
public sealed record MeasuredFact(double? Estimate, string? Undefined, IntervalFact? Interval);

/// <summary>How control levels became one number.</summary>
/// <param name="Decides">Which of the two was held against the bounds: <c>worst</c> or <c>weighted</c>.</param>
/// <param name="Worst">The value of the worst level.</param>
/// <param name="WorstLevel">That level for people; null when undefined.</param>
/// <param name="Weighted">The mean of the levels, each by the weight of its rows.</param>
public sealed record LevelsFact(string Decides, MeasuredFact Worst, string? WorstLevel, MeasuredFact Weighted);

/// <summary>What a family of conditions says of one of them.</summary>
/// <param name="Name">The family.</param>
/// <param name="Method"><c>holm</c> or <c>benjamini_hochberg</c>.</param>
/// <param name="Size">How many conditions of the family were tested.</param>
/// <param name="PValue">The smallest error rate at which the condition alone would be decided; null when it was not tested.</param>
/// <param name="AdjustedP">The same, corrected for the size of the family; null when it was not tested.</param>
/// <param name="NotTested">Why it was not tested; null when it was.</param>
public sealed record FamilyFact(string Name, string Method, int Size, double? PValue, double? AdjustedP, string? NotTested);

/// <summary>A test of the hypothesis that candidate and baseline are equal.</summary>
/// <param name="Name"><c>mcnemar_exact</c>, <c>delong</c>, …</param>
/// <param name="PValue">Its two-sided p-value.</param>
public sealed record TestFact(string Name, double PValue);

/// <summary>An interval of confidence.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Confidence">Its nominal coverage.</param>
/// <param name="Method"><c>wilson</c>, <c>cell_bootstrap</c>, <c>row_bootstrap</c>, …</param>
public sealed record IntervalFact(double Low, double High, double Confidence, string Method);

/// <summary>How much worse than the baseline the candidate is.</summary>
/// <param name="Baseline">The baseline's value; null when undefined.</param>
/// <param name="Estimate">By how much the candidate is worse, in the metric's own unit, positive is worse; null when undefined or when only
/// the relative regression is bounded.</param>
/// <param name="Undefined">Why it is undefined.</param>
/// <param name="Interval">Its paired interval.</param>
public sealed record RegressionFact(double? Baseline, double? Estimate, string? Undefined, IntervalFact? Interval)
{
    /// <summary>The scale that decides: <c>absolute</c> or <c>relative</c>.</summary>
    public string Scale { get; init; } = "absolute";

    /// <summary>The regression as a share of the baseline's absolute value; null when it is not bounded.</summary>
    public MeasuredFact? Relative { get; init; }

    /// <summary>A test that candidate and baseline are equal; null where there is none. It decides nothing.</summary>
    public TestFact? Test { get; init; }
}

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

    /// <summary>How many rows of equal weight they are worth (Kish's effective size); null without weights.</summary>
    public double? EffectiveCount { get; init; }

    /// <summary>Rows whose label is positive; null outside binary classification.</summary>
    public long? Positives { get; init; }

    /// <summary>Rows whose label is negative; null outside binary classification.</summary>
    public long? Negatives { get; init; }

    /// <summary>Rows predicted positive; null outside binary classification or without predictions.</summary>
    public long? PredictedPositives { get; init; }

    /// <summary>The metric in this group (of a named disparity, its deciding part); null when undefined.</summary>
    public double? Estimate { get; init; }

    /// <summary>Why it is undefined.</summary>
    public string? Undefined { get; init; }

    /// <summary>Its interval.</summary>
    public IntervalFact? Interval { get; init; }

    /// <summary>How much worse than the baseline it is in this group, where each group is compared with the baseline.</summary>
    public RegressionFact? Regression { get; init; }

    /// <summary>Why the group took no part (<c>12 rows, the floor is 30</c>); null when it did.</summary>
    public string? Excluded { get; init; }
}
