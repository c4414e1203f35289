using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;
using Gate.Tests.Metrics.Properties;

namespace Gate.Tests.Metrics.Frames;

/// <summary>A frame of counts alone, as an SQL engine would gather them, is the frame of the rows.</summary>
public sealed class CountedFrameTests
{
    private const int Rows = 400;
    private static readonly FrameOptions options = new(Replicates: 200, Seed: 4);

    [Theory]
    [InlineData("binary", false, false)]
    [InlineData("binary", true, true)]
    [InlineData("multiclass", true, false)]
    [InlineData("multiclass", false, true)]
    public void Metrics_of_counts_are_those_of_the_rows(string task, bool weighted, bool controlled)
    {
        (Sample sample, Sample baseline, Grouping grouping) = Make(task, weighted, controlled);
        MetricFrame ofRows = MetricFrame.Gather(sample, grouping, options, baseline);
        MetricFrame ofCounts = MetricFrame.Of(Count(sample, baseline, grouping), Names(grouping), options);
        Assert.Equal(ofRows.Overall, ofCounts.Overall);
        Assert.Equal(ofRows.Groups, ofCounts.Groups);
        Assert.Equal(ofRows.GroupsOfClass(1), ofCounts.GroupsOfClass(1));
        int compared = 0;
        foreach (Metric metric in Counted(sample))
        {
            Assert.Equal(ofRows.Measure(metric), ofCounts.Measure(metric));
            Assert.Equal(ofRows.MeasureGroups(metric), ofCounts.MeasureGroups(metric));
            Assert.Equal(ofRows.MeasureBaseline(metric), ofCounts.MeasureBaseline(metric));
            foreach (RegressionScale scale in Enum.GetValues<RegressionScale>().Where(_ => metric.Direction != Direction.Neutral))
            {
                Assert.Equal(ofRows.Regression(metric, scale), ofCounts.Regression(metric, scale));
                Assert.Equal(ofRows.RegressionOfGroups(metric, scale), ofCounts.RegressionOfGroups(metric, scale));
            }
            compared++;
        }
        Assert.True(compared > 15, $"only {compared} metrics");
    }

    [Theory]
    [InlineData("binary", false, true)]
    [InlineData("binary", true, false)]
    [InlineData("multiclass", true, true)]
    public void Comparisons_of_counts_are_those_of_the_rows(string task, bool weighted, bool controlled)
    {
        (Sample sample, Sample baseline, Grouping grouping) = Make(task, weighted, controlled);
        MetricFrame ofRows = MetricFrame.Gather(sample, grouping, options, baseline);
        MetricFrame ofCounts = MetricFrame.Of(Count(sample, baseline, grouping), Names(grouping), options);
        bool[] included = Samples.All(grouping);
        int compared = 0;
        foreach (Comparison comparison in Comparisons(sample))
        {
            Assert.Equal(Text(ofRows.Compare(comparison, included)), Text(ofCounts.Compare(comparison, included)));
            Assert.Equal(Text(ofRows.CompareBaseline(comparison, included)), Text(ofCounts.CompareBaseline(comparison, included)));
            if (comparison.Direction == Direction.Neutral) continue;
            Assert.Equal(ofRows.Regression(comparison, included), ofCounts.Regression(comparison, included));
            compared++;
        }
        Assert.True(compared > 15, $"only {compared} comparisons");
    }

    [Fact]
    public void What_needs_rows_is_undefined_and_says_so()
    {
        (Sample sample, Sample baseline, Grouping grouping) = Make("binary", weighted: true, controlled: false);
        MetricFrame frame = MetricFrame.Of(Count(sample, baseline, grouping), Names(grouping), options);
        const string reason = "it reads single rows, and only their counts were gathered";
        Metric[] reading = [.. MetricCatalogue.All.Where(metric => metric.NeedsRows && metric.Tasks.Contains(sample.Task))];
        Assert.NotEmpty(reading);
        foreach (Metric metric in reading)
        {
            Assert.Equal(new Measurement(MetricValue.Missing(reason), null), frame.Measure(metric));
            Assert.All(frame.MeasureGroups(metric), measured => Assert.Equal(reason, measured.Value.Undefined));
            Assert.Null(frame.MeasureBaseline(metric).Value.NumberOrNull);
            if (metric.Direction != Direction.Neutral) Assert.Contains(reason, frame.Regression(metric).Value.Undefined);
            Comparison comparison = new(metric.Name, CompareKind.Difference, [metric]);
            Assert.Contains(reason, frame.Compare(comparison, Samples.All(grouping)).Worst.Value.Undefined);
            Assert.False(frame.Regression(comparison, Samples.All(grouping)).Value.IsDefined);
        }
    }

    [Fact]
    public void Rows_of_a_regression_are_counted_and_nothing_else()
    {
        Grouping grouping = Grouping.Of(["g"], [], [[]], [new(["a"], 0), new(["b"], 0)]);
        MetricFrame frame = MetricFrame.Of(
            new(TaskType.Regression, [], [Cell.Of(0, 0, 0, 0, 3), Cell.Of(1, 0, 0, 0, 5)], HasPredictions: false), grouping, options);
        Assert.Equal([3, 5], frame.MeasureGroups(Samples.Metric("count")).Select(measured => measured.Value.Number));
        Assert.Contains("only their counts", frame.Measure(Samples.Metric("mae")).Value.Undefined);
    }

    [Fact]
    public void Without_predictions_labels_are_still_measured()
    {
        GatheredCounts counts = new(TaskType.BinaryClassification, ["no", "yes"], [Cell.Of(0, 0, 0, 0, 30), Cell.Of(0, 1, 0, 0, 10)],
            HasPredictions: false);
        MetricFrame frame = MetricFrame.Of(counts, Names(Samples.Everyone(1)), options);
        Assert.Equal(0.25, frame.Measure(Samples.Metric("base_rate")).Value.Number);
        Assert.Equal("the model gives no predicted classes", frame.Measure(Samples.Metric("accuracy")).Value.Undefined);
        Assert.Null(frame.Overall.PredictedPositives);
    }

    [Fact]
    public void Cells_may_come_in_any_order_and_in_pieces()
    {
        (Sample sample, Sample baseline, Grouping grouping) = Make("multiclass", weighted: true, controlled: true);
        GatheredCounts counts = Count(sample, baseline, grouping);
        int[] all = [.. Enumerable.Range(0, Rows)], late = all[150..], early = all[..150];
        Cell[] pieces = [.. Cells(sample, baseline, grouping, late).AsEnumerable().Reverse(), .. Cells(sample, baseline, grouping, early)];
        Assert.True(pieces.Length > counts.Cells.Count);
        Metric kappa = Samples.Metric("cohen_kappa");
        Assert.Equal(MetricFrame.Of(counts, grouping, options).MeasureGroups(kappa),
            MetricFrame.Of(counts with { Cells = pieces }, grouping, options).MeasureGroups(kappa));
    }

    [Fact]
    public void Counts_that_no_rows_can_have_are_refused()
    {
        Refused("is of no group", new Cell(1, 0, 0, 0, 1, 1, 1));
        Refused("has a label outside", new Cell(0, 2, 0, 0, 1, 1, 1));
        Refused("has a prediction outside", new Cell(0, 0, -1, 0, 1, 1, 1));
        Refused("has a baseline outside", new Cell(0, 0, 0, 1, 1, 1, 1));
        Refused("counts no row", new Cell(0, 0, 0, 0, 0, 0, 0));
        Refused("weight that is not finite or negative", new Cell(0, 0, 0, 0, 1, -1, 1));
        Refused("squared weights that are not finite", new Cell(0, 0, 0, 0, 1, 1, double.NaN));
        Refused("smaller squared weights than rows", new Cell(0, 0, 0, 0, 2, 4, 7.9));
        Refused("has no cell");

        static void Refused(string why, params Cell[] cells) => Assert.Contains(why, Assert.Throws<ArgumentException>(
            () => MetricFrame.Of(new(TaskType.BinaryClassification, ["no", "yes"], cells), Names(Samples.Everyone(1)), options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_grouping_of_names_has_no_rows()
    {
        Grouping names = Names(Samples.By("a", "b"));
        Assert.Throws<InvalidOperationException>(() => names.Codes);
        Assert.Contains("without rows", Assert.Throws<ArgumentException>(
            () => MetricFrame.Gather(Samples.Binary([0, 1], [0, 1]), names, options)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Grouping.Of(["g"], [], [[]], [new(["a"], 0), new(["a"], 0)]));
        Assert.Throws<ArgumentException>(() => Grouping.Of(["g"], [], [[]], [new(["a", "b"], 0)]));
        Assert.Throws<ArgumentException>(() => Grouping.Of(["g"], ["c"], [["x"], ["y"]], [new(["a"], 1), new(["a"], 0)]));
        Assert.Throws<ArgumentException>(() => Grouping.Of(["g"], ["c"], [["x"], ["y"]], [new(["a"], 0)]));
        Assert.Throws<ArgumentException>(() => Grouping.Of(["g"], ["c"], [[]], [new(["a"], 0)]));
    }

    private static GatheredCounts Count(Sample sample, Sample baseline, Grouping grouping) => new(sample.Task, sample.Classes,
        Cells(sample, baseline, grouping, [.. Enumerable.Range(0, sample.Rows)]), HasPredictions: true, HasBaseline: true);

    /// <summary>What <c>SELECT g, label, prediction, baseline, COUNT(*), SUM(w), SUM(w * w) … GROUP BY</c> gives.</summary>
    private static Cell[] Cells(Sample sample, Sample baseline, Grouping grouping, int[] rows) =>
        [.. rows.GroupBy(row => (grouping.Codes[row], sample.Labels![row], sample.Predictions![row], baseline.Predictions![row]))
            .Select(own => new Cell(own.Key.Item1, own.Key.Item2, own.Key.Item3, own.Key.Item4, own.Count(),
                own.Sum(row => sample.Weights?[row] ?? 1), own.Sum(row => Math.Pow(sample.Weights?[row] ?? 1, 2))))];

    private static Grouping Names(Grouping grouping) => Grouping.Of(grouping.By, grouping.Control, grouping.Levels, grouping.Groups);

    private static (Sample Sample, Sample Baseline, Grouping Grouping) Make(string task, bool weighted, bool controlled)
    {
        Sample sample = task == "binary" ? RandomSamples.Binary(Rows, false, seed: 2) : RandomSamples.Multiclass(Rows, 3, false, seed: 2);
        // Eighths add up without rounding, in whatever order they are added.
        if (weighted) sample = sample.WithWeights([.. Enumerable.Range(0, Rows).Select(row => 0.125 * (1 + row % 13))]);
        int[] other = Array.ConvertAll(sample.Labels!, label => label);
        for (int row = 0; row < Rows; row += 4) other[row] = (other[row] + 1) % sample.Classes.Count;
        int[] codes = RandomSamples.Grouping(Rows, 3, seed: 3).Codes, levels = RandomSamples.Grouping(Rows, 2, seed: 5).Codes;
        Grouping grouping = Grouping.Create([Samples.Column("g", Array.ConvertAll(codes, code => $"{code}"))],
            controlled ? [Samples.Column("level", Array.ConvertAll(levels, level => $"{level}"))] : [], Rows);
        return (sample, sample.WithPredictions(other), grouping);
    }

    private static IEnumerable<Metric> Counted(Sample sample) => MetricCatalogue.All.Where(metric => !metric.NeedsRows)
        .Select(metric => metric.Tasks.Contains(sample.Task) ? metric : metric.OneVsRest(1, sample.Classes[1])).OfType<Metric>();

    private static IEnumerable<Comparison> Comparisons(Sample sample) =>
    [
        .. DisparityCatalogue.All.Where(named => named.Tasks.Contains(sample.Task)).Select(named => named.Comparison)
            .Where(comparison => comparison.Parts.All(part => !part.NeedsRows)),
        .. from metric in (string[])["accuracy", "recall"]
           from kind in (CompareKind[])[CompareKind.Difference, CompareKind.Ratio, CompareKind.GroupMin, CompareKind.GroupMax]
           from method in Enum.GetValues<CompareMethod>()
           select Samples.Comparison(metric, kind, method),
    ];

    private static string Text(ComparisonResult result) =>
        $"{result.Worst} {result.WorstLevel} {result.Weighted} {string.Join(" | ", result.Levels)}";
}
