using Gate.Data;

namespace Gate.Metrics.Statistics;

/// <summary>Counts of rows by scope, read off the cells.</summary>
internal static class Tallies
{
    public static GroupCounts[] Of(CellTable table, Scopes scopes, Sample sample)
    {
        bool binary = sample.Task == TaskType.BinaryClassification, predicted = binary && sample.Predictions is not null;
        var counts = new GroupCounts[scopes.Count];
        Array.Fill(counts, new GroupCounts(0, 0, binary ? 0 : null, binary ? 0 : null, predicted ? 0 : null));
        foreach (Cell cell in table.Cells)
        {
            bool positive = cell.Label == Sample.Positive;
            ref GroupCounts own = ref counts[scopes.OfGroup[cell.Group]];
            own = new GroupCounts(
                own.Count + cell.Count,
                own.Weight + cell.Weight,
                own.Positives + (positive ? cell.Count : 0),
                own.Negatives + (positive ? 0 : cell.Count),
                own.PredictedPositives + (cell.Prediction == Sample.Positive ? cell.Count : 0));
        }
        return counts;
    }
}
