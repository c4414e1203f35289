namespace Gate.Evaluation.Results;

/// <summary>What each column adds to the candidate's output: Shapley values over test rows.</summary>
/// <param name="Method">The kind of SHAP: <c>tree_path_dependent</c>, <c>tree_interventional</c>, <c>linear_independent</c>, <c>exact</c>,
/// <c>permutation_shap</c> or <c>kernel</c>.</param>
/// <param name="Why">Why this kind, as a clause.</param>
/// <param name="Output"><c>raw</c> for the margin, <c>probability</c> for the score.</param>
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
}

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
