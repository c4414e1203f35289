using Gate.Metrics.Catalogue;
using Gate.Metrics.Fairness;

namespace Gate.Metrics.Disparities;

/// <summary>
/// Amazon SageMaker Clarify's measures of a model. Signs are Clarify's: above 0 is to the disadvantage of the group. Differences of
/// rejections (specificity, rejection rates, conditional rejection, treatment equality) are therefore group minus reference; where a rate
/// has a complement, the difference of that is taken the other way round.
/// </summary>
internal static class ClarifyPredictions
{
    private const string Docs = "Amazon SageMaker Clarify, ";
    private const string Alone = "there is nothing to compare with";

    public static IReadOnlyList<NamedDisparity> All { get; } =
    [
        Signed("difference_in_positive_proportions_in_predicted_labels", "selection_rate",
            "The share of rows predicted positive of the reference, or of all other rows, minus that of the group.", Alone,
            "Difference in Positive Proportions in Predicted Labels (DPPL)", "dppl"),
        new NamedDisparity(
            new Comparison("disparate_impact", CompareKind.Ratio, [MetricCatalogue.Find("selection_rate")!], CompareMethod.ToRest)
                { Signed = true },
            "The share of rows predicted positive of the group over that of the reference, or of all other rows: below 1, the group is "
                + "selected less often.", $"{Alone}, or none of the others is predicted positive",
                Docs + "Disparate Impact (DI); AIF360, disparate_impact")
        { Aliases = ["di"], Range = (0, double.PositiveInfinity) },
        Signed("difference_in_conditional_acceptance", "conditional_acceptance",
            "Positive labels over positive predictions of the reference, or of all other rows, minus those of the group.",
            "a side has no predicted positive rows", "Difference in Conditional Acceptance (DCAcc)", "dca", "dcacc")
            with { Range = (double.NegativeInfinity, double.PositiveInfinity) },
        ClarifyLabels.Joint(new GroupMinusOthers("difference_in_conditional_rejection", new ConditionalRejection(),
            "Negative labels over negative predictions of the group minus those of the reference, or of all other rows.",
            "a side has no predicted negative rows", Docs + "Difference in Conditional Rejection (DCR)"), "dcr"),
        Signed("difference_in_recall", "true_positive_rate", "The true positive rate of the reference, or of all other rows, minus that of "
            + "the group.", "a side has no positive rows", "Recall Difference (RD)", "rd"),
        Signed("difference_in_specificity", "false_positive_rate",
            "The true negative rate of the group minus that of the reference, or of all other rows; computed as the difference of false "
            + "positive rates.", "a side has no negative rows", "Specificity Difference (SD)", "sd"),
        Signed("difference_in_accuracy", "accuracy", "The accuracy of the reference, or of all other rows, minus that of the group.", Alone,
            "Accuracy Difference (AD)", "ad"),
        Signed("difference_in_acceptance_rates", "precision", "The precision of the reference, or of all other rows, minus that of the "
            + "group.", "a side has no predicted positive rows", "Difference in Acceptance Rates (DAR)", "dar"),
        .. DisparityCatalogue.IfKnown("false_omission_rate", _ => Signed("difference_in_rejection_rates", "false_omission_rate",
            "The negative predictive value of the group minus that of the reference, or of all other rows; computed as the difference of "
            + "false omission rates.", "a side has no predicted negative rows", "Difference in Rejection Rates (DRR)", "drr")),
        ClarifyLabels.Joint(new GroupMinusOthers("treatment_equality", new TreatmentRatio(),
            "False negatives over false positives of the group minus those of the reference, or of all other rows.",
            "a side has no false positives", Docs + "Treatment Equality (TE)"), "te"),
        ClarifyLabels.Joint(new ConditionalDemographicDisparity(true), "cddpl") with { NeedsControl = true },
    ];

    private static NamedDisparity Signed(string name, string metric, string definition, string undefinedWhen, string page,
        params string[] aliases) => new(
        new Comparison(name, CompareKind.Difference, [MetricCatalogue.Find(metric)!], CompareMethod.ToRest) { Signed = true },
        definition, undefinedWhen, Docs + page)
    { Aliases = aliases, Range = (-1, 1) };
}
