using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Says which groups have too little evidence to be judged, and why.</summary>
internal static class EvidenceFloor
{
    /// <summary>Why a group is below the floor for a metric with such needs, or null when it is not.</summary>
    public static string? Shortfall(GroupCounts counts, EvidenceNeeds needs, EvidenceSpec floor) =>
        Least(floor).Shortfall(counts, needs) is { } shortfall ? Text(shortfall) : null;

    /// <summary>Why some rows are below the floor, or null when they are not.</summary>
    /// <param name="rows">The rows, by index.</param>
    /// <param name="weights">The weights of all rows, or null.</param>
    /// <param name="floor">The floor.</param>
    public static string? Shortfall(IReadOnlyCollection<int> rows, double[]? weights, EvidenceSpec floor)
    {
        double sum = weights is null ? rows.Count : rows.Sum(row => weights[row]);
        double squares = weights is null ? 0 : rows.Sum(row => weights[row] * weights[row]);
        EffectiveCounts? worth = weights is null ? null : new(squares > 0 ? sum * sum / squares : 0, null, null, null);
        return Shortfall(new(rows.Count, sum, null, null, null) { Effective = worth }, EvidenceNeeds.Rows, floor);
    }

    private static LeastEvidence Least(EvidenceSpec floor) =>
        new(floor.MinCount, floor.MinPositives, floor.MinNegatives, floor.MinPredictedPositives);

    private static string Text(EvidenceShortfall shortfall)
    {
        string noun = shortfall.Of switch
        {
            EvidenceNeeds.Positives => "positive",
            EvidenceNeeds.Negatives => "negative",
            EvidenceNeeds.PredictedPositives => "predicted positive",
            _ => "row",
        };
        string rows = $"{NumberText.Count(shortfall.Count)} {noun}{(shortfall.Count == 1 ? "" : "s")}";
        string least = $"the floor is {NumberText.Count(shortfall.Least)}";
        if (shortfall.Effective is not { } effective) return $"{rows}, {least}";
        // Rounded down, so that what is short never reads as if it were not.
        string number = (Math.Floor(effective * 10) / 10).ToString("0.#", CultureInfo.InvariantCulture);
        return $"{rows} whose weights make them worth {number}, {least}";
    }
}
