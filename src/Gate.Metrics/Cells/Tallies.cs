using Gate.Data;
using Gate.Metrics.Groups;

namespace Gate.Metrics.Cells;

/// <summary>Counts of rows by scope, read off the cells.</summary>
internal static class Tallies
{
    /// <summary>The counts of each scope; those of classes in a binary task only.</summary>
    public static GroupCounts[] Of(CellTable table, Scopes scopes, FrameShape shape)
    {
        if (shape.Task == TaskType.BinaryClassification) return OfClass(table, scopes, shape, Sample.Positive);
        var counts = new GroupCounts[scopes.Count];
        Array.Fill(counts, new GroupCounts(0, 0, null, null, null));
        foreach (Cell cell in table.Cells)
        {
            ref GroupCounts own = ref counts[scopes.OfGroup[cell.Group]];
            own = own with { Count = own.Count + cell.Count, Weight = own.Weight + cell.Weight };
        }
        return counts;
    }

    /// <summary>The counts of each scope with one class as the positive one.</summary>
    public static GroupCounts[] OfClass(CellTable table, Scopes scopes, FrameShape shape, int code)
    {
        var counts = new GroupCounts[scopes.Count];
        Array.Fill(counts, new GroupCounts(0, 0, 0, 0, shape.Candidate.HasFlag(MetricInputs.Predictions) ? 0 : null));
        foreach (Cell cell in table.Cells)
        {
            bool positive = cell.Label == code;
            ref GroupCounts own = ref counts[scopes.OfGroup[cell.Group]];
            own = new GroupCounts(
                own.Count + cell.Count,
                own.Weight + cell.Weight,
                own.Positives + (positive ? cell.Count : 0),
                own.Negatives + (positive ? 0 : cell.Count),
                own.PredictedPositives + (cell.Prediction == code ? cell.Count : 0));
        }
        return counts;
    }
}
