using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>One number of what columns add to a model's output.</summary>
/// <param name="Word">Its word in policies.</param>
/// <param name="Unit">What it is measured in, as the result writes it.</param>
/// <param name="IsExact">Whether it is known for certain once it is measured.</param>
/// <param name="Measure">From what was explained, the columns that the condition names and a confidence.</param>
internal sealed record AttributionMetric(MetricWord Word, string Unit, bool IsExact,
    Func<ExplainedModel, IReadOnlyList<string>, double, Measurement> Measure)
{
    /// <summary>All of them, in the order of the documentation.</summary>
    public static IReadOnlyList<AttributionMetric> All { get; } =
    [
        new(Named("attribution_share", "The part of the named columns in what all columns add to the model's output: the sum of mean "
            + "absolute SHAP values of theirs over that of all. A column of the data that the model does not read has the share 0.", 0, 1,
            needsFeatures: true), "share", IsExact: false, (model, features, confidence) => model.Share(features, confidence)),
        new(Named("attribution_rank", "The best place of the named columns when all are ordered by their mean absolute SHAP value; 1 is "
            + "the column that adds most.", 1, double.PositiveInfinity, needsFeatures: true), "attribution_rank", IsExact: false,
            (model, features, confidence) => model.Rank(features, confidence)),
        new(Named("additivity_error", "The largest distance, over the explained rows and outputs, between the model's output and base "
            + "value plus SHAP values: whether the explanation is one of this model.", 0, double.PositiveInfinity, needsFeatures: false),
            "additivity_error", IsExact: true, (model, _, _) => model.AdditivityError),
    ];

    /// <summary>The one that compares groups; it is measured by <see cref="GapEvidence"/>.</summary>
    public static MetricWord Gap { get; } = new("attribution_gap", [], "How far apart groups are in what the named columns add to the "
        + "model's output on average: the part of the gap between their mean outputs that these columns carry. Over all columns of the "
        + "model it is the whole gap. Of several classes it is that of the named class, or of the worst.",
        [PolicyTask.BinaryClassification, PolicyTask.Regression], IsDisparity: true, HigherIsBetter: false,
        0, double.PositiveInfinity) { NeedsFeatures = true, ServesClasses = true };

    /// <summary>Those that compare with the baseline's attributions; <see cref="Agreement"/> measures them.</summary>
    public static IReadOnlyList<MetricWord> OfAgreement { get; } =
    [
        Compared(RankCorrelation, "How alike candidate and baseline order the columns by their mean absolute SHAP values: Spearman's rank "
            + "correlation over all columns that either reads.", -1),
        Compared(Ndcg, "How well the candidate's order of the columns keeps the baseline's important columns in front: the normalised "
            + "discounted cumulative gain, with the baseline's mean absolute SHAP values as relevances.", 0),
    ];

    /// <summary>The name of the rank correlation.</summary>
    public const string RankCorrelation = "attribution_rank_correlation";

    /// <summary>The name of the discounted gain.</summary>
    public const string Ndcg = "attribution_ndcg";

    private static MetricWord Compared(string name, string description, double low) =>
        new(name, [], description, Enum.GetValues<PolicyTask>(), IsDisparity: false, HigherIsBetter: true, low, 1) { IsOfRows = false };

    // None is better small or large as such: a policy says what it minds.
    private static MetricWord Named(string name, string description, double low, double high, bool needsFeatures) =>
        new(name, [], description, Enum.GetValues<PolicyTask>(), IsDisparity: false, HigherIsBetter: null, low, high)
        {
            IsOfRows = false,
            NeedsFeatures = needsFeatures,
        };
}
