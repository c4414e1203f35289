namespace Gate.Evaluation.Results;

/// <summary>What each column adds to the candidate's output: Shapley values over test rows.</summary>
/// <param name="Method">The kind of SHAP: <c>tree_path_dependent</c>, <c>tree_interventional</c>, <c>linear_independent</c>,
/// <c>linear_interventional</c>, <c>mixed_interventional</c> (an ensemble of trees and linear models), <c>exact</c>,
/// <c>permutation_shap</c> or <c>kernel</c>.</param>
/// <param name="Why">Why this kind, as a clause.</param>
/// <param name="Output"><c>raw</c> for the margin, <c>probability</c> for the score, <c>decision</c> for whether it reaches the
/// threshold.</param>
/// <param name="Outputs">What the outputs are of: the positive class, all classes, or <c>prediction</c>.</param>
/// <param name="Rows">Explained test rows.</param>
/// <param name="BackgroundRows">Rows of the background.</param>
/// <param name="BaseValues">The expected value of each output.</param>
/// <param name="AdditivityError">The largest distance between an output and base value plus values.</param>
/// <param name="Features">The columns, the largest mean absolute value first.</param>
public sealed record AttributionFacts(string Method, string Why, string Output, IReadOnlyList<string> Outputs, long Rows,
    long BackgroundRows, IReadOnlyList<double> BaseValues, double AdditivityError, IReadOnlyList<AttributionFact> Features)
{
    /// <summary>The same by group of each sensitive column; columns in the order of <see cref="Features"/>.</summary>
    public IReadOnlyList<GroupAttributionFact> Groups { get; init; } = [];

    /// <summary>How the values of rows are spread, as counts of rows in bins; null of several outputs (<see cref="Swarms"/>), and in
    /// results of versions that did not tell it.</summary>
    public SwarmFacts? Swarm { get; init; }

    /// <summary>Of several outputs the spread for each; else empty.</summary>
    public IReadOnlyList<ClassSwarmFacts> Swarms { get; init => field = value ?? []; } = [];

    /// <summary>Why groups differ: for each sensitive column the gap in the mean output between its largest group and the others, shared
    /// out among the columns; of several outputs for each of them.</summary>
    public IReadOnlyList<GapFacts> Gaps { get; init; } = [];

    /// <summary>What columns add in the cohorts that the policy names; empty without them, and in results of versions that did not tell
    /// it.</summary>
    public IReadOnlyList<CohortFact> Cohorts { get; init => field = value ?? []; } = [];
}

/// <summary>What columns add in one cohort.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Where">The condition on its rows.</param>
/// <param name="Rows">Its explained rows.</param>
/// <param name="MeanAbsolute">For each column the mean of its absolute value; empty without rows.</param>
/// <param name="Means">For each column the mean with its sign: of one output; of several, and without rows, empty.</param>
public sealed record CohortFact(string Name, string Where, long Rows, IReadOnlyList<double> MeanAbsolute, IReadOnlyList<double> Means);

/// <summary>How SHAP values of one of several outputs are spread.</summary>
/// <param name="Class">The output.</param>
/// <param name="Swarm">The spread.</param>
public sealed record ClassSwarmFacts(string Class, SwarmFacts Swarm);

/// <summary>How SHAP values of rows are spread: the picture of a beeswarm that holds no row.</summary>
/// <param name="Edges">The edges of the bins, one more than there are bins.</param>
/// <param name="Columns">The columns that add most, in the order of <see cref="AttributionFacts.Features"/>.</param>
public sealed record SwarmFacts(IReadOnlyList<double> Edges, IReadOnlyList<SwarmColumnFact> Columns);

/// <summary>How one column's SHAP values are spread.</summary>
/// <param name="Feature">The raw column.</param>
/// <param name="Counts">Rows in each bin.</param>
/// <param name="Ranks">For each bin the mean rank of the column's own value among all rows, from 0 (least) to 1 (largest); -1 for a
/// category and where fewer than five rows have a number.</param>
public sealed record SwarmColumnFact(string Feature, IReadOnlyList<long> Counts, IReadOnlyList<double> Ranks);

/// <summary>What one column adds.</summary>
/// <param name="Feature">The raw column.</param>
/// <param name="MeanAbsolute">The mean over rows of its absolute value, of several outputs their sum.</param>
/// <param name="Share">Its part in the sum of that over all columns; null where that is 0.</param>
/// <param name="Interval">The share's interval; null without one.</param>
/// <param name="Means">The mean of its value with its sign, for each output.</param>
public sealed record AttributionFact(string Feature, double MeanAbsolute, double? Share, IntervalFact? Interval,
    IReadOnlyList<double> Means);

/// <summary>What columns add in one group.</summary>
/// <param name="By">The sensitive column.</param>
/// <param name="Group">The group.</param>
/// <param name="Rows">Its explained rows.</param>
/// <param name="MeanAbsolute">For each column the mean of its absolute value.</param>
/// <param name="Means">For each column the mean with its sign: of one output; of several empty.</param>
public sealed record GroupAttributionFact(string By, string Group, long Rows, IReadOnlyList<double> MeanAbsolute,
    IReadOnlyList<double> Means);

/// <summary>The gaps of a sensitive column's groups from the largest of them.</summary>
/// <param name="By">The sensitive column.</param>
/// <param name="Reference">The largest group.</param>
/// <param name="Rows">Its explained rows.</param>
/// <param name="Mean">Its mean output.</param>
/// <param name="Groups">The other groups above the evidence floor, in the order of the data.</param>
public sealed record GapFacts(string By, string Reference, long Rows, double Mean, IReadOnlyList<GapFact> Groups)
{
    /// <summary>Of several outputs the one whose gaps they are; else null.</summary>
    public string? Class { get; init; }
}

/// <summary>The gap of one group: its mean output less the reference's.</summary>
/// <param name="Group">The group.</param>
/// <param name="Rows">Its explained rows.</param>
/// <param name="Gap">The gap; the sum of <paramref name="Columns"/>.</param>
/// <param name="Interval">Its interval; null without one.</param>
/// <param name="Columns">What each column contributes, the largest first.</param>
public sealed record GapFact(string Group, long Rows, double Gap, IntervalFact? Interval, IReadOnlyList<GapColumnFact> Columns);

/// <summary>What one column contributes to a gap: the group's mean SHAP value less the reference's.</summary>
/// <param name="Feature">The raw column.</param>
/// <param name="Difference">The contribution.</param>
/// <param name="Interval">Its interval, of this column alone; null without one.</param>
public sealed record GapColumnFact(string Feature, double Difference, IntervalFact? Interval);
