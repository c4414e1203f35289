using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Says which groups have too little evidence to be judged, and why. Where rows have weights, what counts is how many rows of
/// equal weight they are worth.</summary>
internal static class EvidenceFloor
{
    // Equal weights that binary numbers do not hold exactly (0.1) give an effective number a hair below the number of rows.
    private const double Rounding = 1e-9;

    /// <summary>Why a group is below the floor for a metric with such needs, or null when it is not.</summary>
    public static string? Shortfall(GroupCounts counts, EvidenceNeeds needs, EvidenceSpec floor)
    {
        EffectiveCounts? effective = counts.Effective;
        string? OfNeed(EvidenceNeeds need, long? count, double? worth, string noun, long least) =>
            needs.HasFlag(need) && count is { } rows ? Text(rows, worth, noun, least) : null;
        return Text(counts.Count, effective?.Count, "row", floor.MinCount)
            ?? OfNeed(EvidenceNeeds.Positives, counts.Positives, effective?.Positives, "positive", floor.MinPositives)
            ?? OfNeed(EvidenceNeeds.Negatives, counts.Negatives, effective?.Negatives, "negative", floor.MinNegatives)
            ?? OfNeed(EvidenceNeeds.PredictedPositives, counts.PredictedPositives, effective?.PredictedPositives, "predicted positive",
                floor.MinPredictedPositives);
    }

    private static string? Text(long count, double? worth, string noun, long floor)
    {
        string rows = $"{NumberText.Count(count)} {noun}{(count == 1 ? "" : "s")}";
        if (count < floor) return $"{rows}, the floor is {NumberText.Count(floor)}";
        if (worth is not { } effective || effective >= floor * (1 - Rounding)) return null;
        // Rounded down, so that what is short never reads as if it were not.
        string number = (Math.Floor(effective * 10) / 10).ToString("0.#", CultureInfo.InvariantCulture);
        return $"{rows} whose weights make them worth {number}, the floor is {NumberText.Count(floor)}";
    }
}
