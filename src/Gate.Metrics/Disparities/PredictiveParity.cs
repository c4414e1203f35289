using Gate.Metrics.Catalogue;

namespace Gate.Metrics.Disparities;

/// <summary>Disparities of what a prediction is worth, and of its errors, between groups.</summary>
internal static class PredictiveParity
{
    private const string Alone = "fewer than two groups";
    private const string NoPredicted = "fewer than two groups, or a group has no predicted positive rows";
    private static readonly Metric precision = MetricCatalogue.Find("precision")!, accuracy = MetricCatalogue.Find("accuracy")!;

    public static IReadOnlyList<NamedDisparity> All { get; } =
    [
        new(new Comparison("predictive_parity_difference", CompareKind.Difference, [precision]),
            "The largest precision of a group minus the smallest.", NoPredicted,
                "Chouldechova, Fair prediction with disparate impact, 2017"),
        new(new Comparison("predictive_parity_ratio", CompareKind.Ratio, [precision]),
            "The smallest precision of a group over the largest.", NoPredicted + ", or no predicted positive row is positive",
                "Chouldechova, Fair prediction with disparate impact, 2017"),
        new(new Comparison("predictive_equality_difference", CompareKind.Difference, [MetricCatalogue.Find("false_positive_rate")!]),
            "The largest false positive rate of a group minus the smallest.", "fewer than two groups, or a group has no negative rows",
                "Corbett-Davies et al., Algorithmic decision making and the cost of fairness, KDD 2017"),
        new(new Comparison("accuracy_parity_difference", CompareKind.Difference, [accuracy]),
            "The largest accuracy of a group minus the smallest.", Alone,
                "Berk et al., Fairness in criminal justice risk assessments, 2018 (overall accuracy equality)"),
        new(new Comparison("accuracy_parity_ratio", CompareKind.Ratio, [accuracy]),
            "The smallest accuracy of a group over the largest.", Alone + ", or nothing is predicted right",
                "Berk et al., Fairness in criminal justice risk assessments, 2018 (overall accuracy equality)"),
        .. DisparityCatalogue.IfKnown("negative_predictive_value", npv => new NamedDisparity(
            new Comparison("conditional_use_accuracy_difference", CompareKind.Difference, [precision, npv]),
            "The larger of the differences between groups in precision and in negative predictive value.",
                "fewer than two groups, or a group has no predicted positive or no predicted negative rows",
                "Berk et al., Fairness in criminal justice risk assessments, 2018")),
        new(new Comparison("treatment_equality_difference", CompareKind.Difference, [MetricCatalogue.Find("treatment_ratio")!]),
            "The largest ratio of false negatives to false positives of a group minus the smallest.",
                "fewer than two groups, or a group has no false positives",
                "Berk et al., Fairness in criminal justice risk assessments, 2018") { Range = (0, double.PositiveInfinity) },
        .. DisparityCatalogue.IfKnown("expected_calibration_error", error => new NamedDisparity(
            new Comparison("calibration_within_groups", CompareKind.GroupMax, [error]),
            "The largest expected calibration error of a group: small when scores mean the same in every group.",
                "no group, or the scores are not probabilities",
                "Kleinberg, Mullainathan and Raghavan, Inherent trade-offs in the fair determination of risk scores, 2017")),
    ];
}
