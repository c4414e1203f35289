using Gate.Metrics;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>What stands behind all rows and behind each group; with a class, positives are the rows of that class.</summary>
internal sealed record EvidenceCounts(GroupCounts Overall, IReadOnlyList<GroupCounts> Groups)
{
    /// <summary>The counts with one class of several as the positive one.</summary>
    public static EvidenceCounts OfClass(MetricFrame frame, Grouping grouping, Sample sample, int code)
    {
        var positives = new long[grouping.Groups.Count];
        var predicted = new long[grouping.Groups.Count];
        for (int row = 0; row < sample.Rows; row++)
        {
            if (sample.Labels![row] == code) positives[grouping.Codes[row]]++;
            if (sample.Predictions?[row] == code) predicted[grouping.Codes[row]]++;
        }
        GroupCounts With(GroupCounts counts, long labelled, long said) => counts with
        {
            Positives = labelled,
            Negatives = counts.Count - labelled,
            PredictedPositives = sample.Predictions is null ? null : said,
        };
        return new(With(frame.Overall, positives.Sum(), predicted.Sum()),
            [.. frame.Groups.Select((counts, g) => With(counts, positives[g], predicted[g]))]);
    }
}
