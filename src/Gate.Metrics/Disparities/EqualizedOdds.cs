using Gate.Metrics.Catalogue;

namespace Gate.Metrics.Disparities;

/// <summary>Equalized odds: groups have equal true positive and equal false positive rates (Hardt, Price and Srebro, NeurIPS
/// 2016).</summary>
internal static class EqualizedOdds
{
    private const string NoDifference = "fewer than two groups, or a group has no positive or no negative rows";
    private const string NoRatio = NoDifference + ", or one of the rates is 0 in all groups";
    private static readonly Metric[] parts = [MetricCatalogue.Find("true_positive_rate")!, MetricCatalogue.Find("false_positive_rate")!];

    public static NamedDisparity Difference { get; } = new(
        new Comparison("equalized_odds_difference", CompareKind.Difference, parts),
        "The larger of the differences between groups in true positive rate and in false positive rate.", NoDifference,
            "Fairlearn, equalized_odds_difference");

    public static NamedDisparity Ratio { get; } = new(
        new Comparison("equalized_odds_ratio", CompareKind.Ratio, parts),
        "The smaller of the ratios between groups of true positive rates and of false positive rates.", NoRatio,
            "Fairlearn, equalized_odds_ratio");

    public static NamedDisparity DifferenceMean { get; } = new(
        new Comparison("equalized_odds_difference_mean", CompareKind.Difference, parts, Aggregation: Aggregation.Mean),
        "The mean of the differences between groups in true positive rate and in false positive rate.", NoDifference,
            "Fairlearn, equalized_odds_difference(agg='mean')")
    { Aliases = ["average_abs_odds_difference"] };

    public static NamedDisparity RatioMean { get; } = new(
        new Comparison("equalized_odds_ratio_mean", CompareKind.Ratio, parts, Aggregation: Aggregation.Mean),
        "The mean of the ratios between groups of true positive rates and of false positive rates.", NoRatio,
            "Fairlearn, equalized_odds_ratio(agg='mean')");
}
