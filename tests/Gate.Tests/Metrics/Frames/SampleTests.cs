using System.Collections;
using System.Reflection;
using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

public sealed class SampleTests
{
    private static readonly int[] rows = [3, 0, 3];

    /// <summary>Every part with all its arrays, each value telling which row it is of.</summary>
    public static TheoryData<object> Parts() =>
    [
        new Truth(TaskType.BinaryClassification, ["no", "yes"], [0, 10, 20, 30], [0, 10, 20, 30], [0, 10, 20, 30],
            [0, 1, 10, 11, 20, 21, 30, 31]),
        new ClassOutput([0, 10, 20, 30], [0, 1, 10, 11, 20, 21, 30, 31]),
        new NumberOutput([0, 10, 20, 30], new IntervalEnds([0, 10, 20, 30], [0, 10, 20, 30])),
    ];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Rows_are_taken_from_every_array_of_a_part(object part)
    {
        object taken = part is Truth truth ? truth.Take(rows) : ((ModelOutput)part).Take(rows, 4);
        foreach (IList array in Arrays(taken))
        {
            int width = array.Count / 3;
            Assert.Equal([30.0, 0, 30], Enumerable.Range(0, 3).Select(row => Convert.ToDouble(array[row * width],
                System.Globalization.CultureInfo.InvariantCulture)));
        }
        Assert.Equal(Arrays(part).Count, Arrays(taken).Count);
    }

    [Fact]
    public void A_sample_takes_rows_of_truth_and_output()
    {
        Sample taken = Samples.Binary([0, 1, 0, 1], [1, 1, 0, 0], [.1, .2, .3, .4], [1, 2, 3, 4]).WithFeatures([5, 6, 7, 8]).Take([3, 1]);
        Assert.Equal(2, taken.Rows);
        Assert.Equal([1, 1], taken.Labels!);
        Assert.Equal([0, 1], taken.Predictions!);
        Assert.Equal([.4, .2], taken.Scores!);
        Assert.Equal([4, 2], taken.Weights!);
        Assert.Equal([8, 6], taken.Features!);
    }

    [Fact]
    public void What_a_sample_offers_is_what_its_parts_hold()
    {
        Assert.Equal(MetricInputs.Predictions | MetricInputs.Values, Samples.Binary([0, 1], [0, 1]).Inputs);
        Assert.Equal(MetricInputs.Scores, Samples.Binary([0, 1], null, [.1, .2]).Inputs);
        Assert.Equal(MetricInputs.Predictions, Samples.Multiclass(["a", "b", "c"], [0, 1], [0, 1]).Inputs);
        Assert.Equal(MetricInputs.Values | MetricInputs.IntervalEnds, Samples.Regression([1], [2]).WithEnds([1], [3]).Inputs);
        Assert.Equal(MetricInputs.Features, new Sample(Truth.OfNumbers([1]) with { Features = [1, 2] }).Inputs);
    }

    [Fact]
    public void An_output_of_another_task_is_refused()
    {
        Sample mixed = Samples.Regression([1, 2], [1, 2]).With(new ClassOutput([0, 1], null));
        Assert.Contains("a classifier in a regression", Assert.Throws<ArgumentException>(
            () => MetricFrame.Gather(mixed, Samples.Everyone(2), new FrameOptions())).Message, StringComparison.Ordinal);
    }

    private static List<Array> Arrays(object part) =>
        [.. part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.GetValue(part))
            .SelectMany<object?, Array>(value => value switch
            {
                string[] => [],
                Array array => [array],
                IntervalEnds ends => Arrays(ends),
                _ => [],
            })];
}
