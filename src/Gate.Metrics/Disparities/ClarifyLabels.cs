using Gate.Metrics.Catalogue;
using Gate.Metrics.Fairness;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Disparities;

/// <summary>
/// Amazon SageMaker Clarify's measures of data before training, all on labels, and the same distances between predictions. Clarify's facet
/// d is a group, its facet a the reference, or all other rows; with several groups the one farthest away decides.
/// </summary>
internal static class ClarifyLabels
{
    private const string Docs = "Amazon SageMaker Clarify, ";

    public static IReadOnlyList<NamedDisparity> All { get; } =
    [
        Joint(new ClassImbalance(), "ci"),
        new NamedDisparity(
            new Comparison("difference_in_proportions_of_labels", CompareKind.Difference, [MetricCatalogue.Find("base_rate")!],
                CompareMethod.ToRest) { Signed = true },
            "The share of positive labels of the reference, or of all other rows, minus that of the group.",
                "there is nothing to compare with", Docs + "Difference in Proportions of Labels (DPL)")
        { Aliases = ["dpl"], Range = (-1, 1) },
        Joint(new KullbackLeiblerDivergence(false), "kl"),
        Joint(new JensenShannonDivergence(false), "js"),
        Joint(new LpNorm(false), "lp"),
        Joint(new TotalVariationDistance(false), "tvd"),
        Joint(new KolmogorovSmirnov(false), "ks"),
        Joint(new ConditionalDemographicDisparity(false), "cddl") with { NeedsControl = true },
        Joint(new KullbackLeiblerDivergence(true)),
        Joint(new JensenShannonDivergence(true)),
        Joint(new LpNorm(true)),
        Joint(new TotalVariationDistance(true)),
        Joint(new KolmogorovSmirnov(true)),
    ];

    /// <summary>A joint metric under its own name, of each group against the rest.</summary>
    public static NamedDisparity Joint(JointMetric metric, params string[] aliases) =>
        new(new Comparison(metric.Name, CompareKind.Joint, [metric], CompareMethod.ToRest), metric.Definition, metric.UndefinedWhen,
            metric.Source) { Aliases = aliases, Range = metric.Range };
}
