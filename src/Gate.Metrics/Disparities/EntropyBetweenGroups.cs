using Gate.Metrics.Fairness;

namespace Gate.Metrics.Disparities;

/// <summary>Inequality of benefits between groups.</summary>
internal static class EntropyBetweenGroups
{
    public static IReadOnlyList<NamedDisparity> All { get; } =
    [
        ClarifyLabels.Joint(new BetweenGroupEntropy("between_group_generalized_entropy", alpha: 2)),
        ClarifyLabels.Joint(new BetweenGroupEntropy("between_group_theil_index", alpha: 1, isTheil: true)),
    ];
}
