using Gate.Data;
using Gate.Metrics.Groups;

namespace Gate.Metrics.Cells;

/// <summary>Counts of rows by scope, read off the cells.</summary>
internal static class Tallies
{
    /// <summary>The counts of each scope; those of classes in a binary task only.</summary>
    public static GroupCounts[] Of(CellTable table, Scopes scopes, FrameShape shape) =>
        Gather(table, scopes, shape, shape.Task == TaskType.BinaryClassification ? Sample.Positive : null);

    /// <summary>The counts of each scope with one class as the positive one.</summary>
    public static GroupCounts[] OfClass(CellTable table, Scopes scopes, FrameShape shape, int code) => Gather(table, scopes, shape, code);

    private static GroupCounts[] Gather(CellTable table, Scopes scopes, FrameShape shape, int? code)
    {
        var all = new Tally[scopes.Count];
        var positives = new Tally[scopes.Count];
        var negatives = new Tally[scopes.Count];
        var predicted = new Tally[scopes.Count];
        foreach (Cell cell in table.Cells)
        {
            int scope = scopes.OfGroup[cell.Group];
            all[scope].Add(cell);
            (cell.Label == code ? positives : negatives)[scope].Add(cell);
            if (cell.Prediction == code) predicted[scope].Add(cell);
        }
        bool classes = code is not null, predictions = classes && shape.Candidate.HasFlag(MetricInputs.Predictions);
        return [.. Enumerable.Range(0, scopes.Count).Select(s => new GroupCounts(all[s].Count, all[s].Weight,
            classes ? positives[s].Count : null, classes ? negatives[s].Count : null, predictions ? predicted[s].Count : null)
            {
                Effective = !shape.IsWeighted ? null : new(all[s].Effective, classes ? positives[s].Effective : null,
                    classes ? negatives[s].Effective : null, predictions ? predicted[s].Effective : null),
            })];
    }

    /// <summary>Rows of one kind.</summary>
    private struct Tally
    {
        public long Count;
        public double Weight;
        private double square;

        public void Add(in Cell cell) => (Count, Weight, square) = (Count + cell.Count, Weight + cell.Weight, square + cell.Square);

        // Not of Intervals, which stands beside this room: one division is no reason to join them.
        public readonly double Effective => square > 0 ? Weight * Weight / square : 0;
    }
}
