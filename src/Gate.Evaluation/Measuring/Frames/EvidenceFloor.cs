using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Says which groups have too little evidence to be judged, and why.</summary>
internal static class EvidenceFloor
{
    /// <summary>Why a group is below the floor for a metric with such needs, or null when it is not.</summary>
    public static string? Shortfall(GroupCounts counts, EvidenceNeeds needs, EvidenceSpec floor)
    {
        if (counts.Count < floor.MinCount) return Text(counts.Count, "row", floor.MinCount);
        if (needs.HasFlag(EvidenceNeeds.Positives) && counts.Positives < floor.MinPositives)
            return Text(counts.Positives.Value, "positive", floor.MinPositives);
        if (needs.HasFlag(EvidenceNeeds.Negatives) && counts.Negatives < floor.MinNegatives)
            return Text(counts.Negatives.Value, "negative", floor.MinNegatives);
        if (needs.HasFlag(EvidenceNeeds.PredictedPositives) && counts.PredictedPositives < floor.MinPredictedPositives)
            return Text(counts.PredictedPositives.Value, "predicted positive", floor.MinPredictedPositives);
        return null;
    }

    private static string Text(long count, string noun, long floor) =>
        $"{NumberText.Count(count)} {noun}{(count == 1 ? "" : "s")}, the floor is {NumberText.Count(floor)}";
}
