using CsCheck;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;
using Gate.Tests.Properties;

namespace Gate.Tests.Metrics.Properties;

/// <summary>A frame of gathered counts is the frame of the rows, down to a handful of them.</summary>
public sealed class CellsProperties
{
    private static readonly FrameOptions options = new(Replicates: 20, Seed: 4);

    // Eighths add up without rounding, in whatever order they are added.
    private static readonly Gen<Row[]> tables = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[1, 16],
        (group, label, prediction, eighths) => new Row(group, label, prediction, eighths / 8.0)).Array[1, 12];

    [Fact]
    public void A_frame_of_cells_is_the_frame_of_their_rows() => RandomCases.Hold(tables, 60, rows =>
    {
        Sample sample = Samples.Binary([.. rows.Select(row => row.Label)], [.. rows.Select(row => row.Prediction)],
            weights: [.. rows.Select(row => row.Weight)]);
        Grouping grouping = Samples.By([.. rows.Select(row => $"{row.Group}")]);
        Cell[] cells = [.. Enumerable.Range(0, rows.Length)
            .GroupBy(i => (grouping.Codes[i], rows[i].Label, rows[i].Prediction))
            .Select(own => new Cell(own.Key.Item1, own.Key.Label, own.Key.Prediction, 0, own.Count(), own.Sum(i => rows[i].Weight),
                own.Sum(i => rows[i].Weight * rows[i].Weight)))];
        MetricFrame ofRows = MetricFrame.Gather(sample, grouping, options), ofCells = MetricFrame.Of(
            new(sample.Task, sample.Classes, cells, HasPredictions: true),
            Grouping.Of(grouping.By, grouping.Control, grouping.Levels, grouping.Groups), options);
        Assert.Equal(ofRows.Groups, ofCells.Groups);
        foreach (Metric metric in MetricCatalogue.All.Where(metric => !metric.NeedsRows && metric.Tasks.Contains(sample.Task)))
        {
            Assert.Equal(ofRows.Measure(metric), ofCells.Measure(metric));
            Assert.Equal(ofRows.MeasureGroups(metric), ofCells.MeasureGroups(metric));
            Comparison difference = new(metric.Name, CompareKind.Difference, [metric]);
            Assert.Equal(ofRows.Compare(difference, Samples.All(grouping)).Worst, ofCells.Compare(difference, Samples.All(grouping)).Worst);
        }
    }, rows => string.Join("; ", rows.AsEnumerable()));

    private sealed record Row(int Group, int Label, int Prediction, double Weight);
}
