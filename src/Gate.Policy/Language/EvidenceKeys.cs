using System.Globalization;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Yaml;

namespace Gate.Policy.Language;

/// <summary>The table of keys of the policy language: <c>evidence</c>, of the policy and of a condition.</summary>
internal static class EvidenceKeys
{
    private static readonly EvidenceSpec Defaults = new();

    public static Key<long> MinCount { get; } = Floor("min_count", Defaults.MinCount, "The least number of rows.");

    public static Key<long> MinPositives { get; } = Floor("min_positives", Defaults.MinPositives,
        "The least number of rows whose label is positive, for metrics that need them.");

    public static Key<long> MinNegatives { get; } = Floor("min_negatives", Defaults.MinNegatives,
        "The least number of rows whose label is negative, for metrics that need them.");

    public static Key<long> MinPredictedPositives { get; } = Floor("min_predicted_positives", Defaults.MinPredictedPositives,
        "The least number of rows that are predicted positive, for metrics that need them.");

    public static MapShape Shape { get; } =
        new([MinCount, MinPositives, MinNegatives, MinPredictedPositives]) { Definition = "evidence" };

    private static Key<long> Floor(string name, long least, string description) =>
        Key.Whole(name, new NumberShape(0, PolicyLimits.LargestWhole), least, description)
            with { Examples = [(least * 10).ToString(CultureInfo.InvariantCulture)] };
}
