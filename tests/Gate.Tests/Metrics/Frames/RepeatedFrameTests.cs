using Gate.Data;
using Gate.Metrics;
using Gate.Metrics.Catalogue;
using Gate.Metrics.Frames;
using Gate.Metrics.Groups;

namespace Gate.Tests.Metrics.Frames;

public class RepeatedFrameTests
{
    private static readonly Grouping Groups = Grouping.Of(["g"], [], [[]], [new(["a"], 0), new(["b"], 0)]);
    private static readonly FrameOptions Options = new(0.95, Seed: 1, Threads: 1);
    private static readonly Metric Accuracy = MetricCatalogue.Find("accuracy")!, F1 = MetricCatalogue.Find("f1")!;

    /// <summary>Rows that are there three times are three times the rows: the same numbers as counts of so many.</summary>
    [Fact]
    public void Whole_multiples_are_the_frame_of_so_many_rows()
    {
        MetricFrame repeated = Frame(1, 1).Repeated([3, 2]), whole = Frame(3, 2);
        foreach (Metric metric in (Metric[])[Accuracy, F1])
            Assert.Equal(whole.MeasureGroups(metric), repeated.MeasureGroups(metric));
        Assert.Equal(whole.Measure(Accuracy), repeated.Measure(Accuracy));
        Assert.Equal(whole.Groups.Select(group => group.Count), repeated.Groups.Select(group => group.Count));
    }

    [Fact]
    public void Values_of_groups_stay_and_intervals_become_narrower()
    {
        MetricFrame frame = Frame(1, 1), repeated = frame.Repeated([1, 2.5]);
        (Measurement before, Measurement after) = (frame.MeasureGroups(Accuracy)[1], repeated.MeasureGroups(Accuracy)[1]);
        Assert.Equal(before.Value.Number, after.Value.Number, 12);
        Assert.True(after.Interval!.Low > before.Interval!.Low && after.Interval.High < before.Interval.High);
        Assert.Equal(frame.MeasureGroups(Accuracy)[0], repeated.MeasureGroups(Accuracy)[0]);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.0, 0.9)]
    [InlineData(1.0, double.NaN)]
    [InlineData(1.0, double.PositiveInfinity)]
    public void Each_group_needs_a_number_of_at_least_one(params double[] times) =>
        Assert.Throws<ArgumentException>(() => Frame(1, 1).Repeated(times));

    private static MetricFrame Frame(int a, int b) => MetricFrame.Of(new(TaskType.BinaryClassification, ["no", "yes"],
        [Cell.Of(0, 0, 0, 0, 30 * a), Cell.Of(0, 0, 1, 0, 10 * a), Cell.Of(0, 1, 0, 0, 5 * a), Cell.Of(0, 1, 1, 0, 55 * a),
            Cell.Of(1, 0, 0, 0, 12 * b), Cell.Of(1, 0, 1, 0, 8 * b), Cell.Of(1, 1, 0, 0, 4 * b), Cell.Of(1, 1, 1, 0, 16 * b)]),
        Groups, Options);
}
