using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

public sealed class RestWithinLevelsTests
{
    // Level x: a selects 1 of 4, b 3 of 4. Level y: a selects 4 of 4, b 2 of 4.
    private static readonly string[] Groups = ["a", "a", "a", "a", "b", "b", "b", "b", "a", "a", "a", "a", "b", "b", "b", "b"];
    private static readonly string[] Levels = ["x", "x", "x", "x", "x", "x", "x", "x", "y", "y", "y", "y", "y", "y", "y", "y"];
    private static readonly int[] Selected = [1, 0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 0];

    /// <summary>Over both levels the groups are alike (5 of 8 each), and within each they differ by a half: who takes the rest from all
    /// rows sees nothing.</summary>
    [Theory]
    [InlineData(CompareMethod.ToRest, 0.5)]
    [InlineData(CompareMethod.BetweenGroups, 0.5)]
    [InlineData(CompareMethod.ToOverall, 0.25)]
    public void Groups_are_held_against_the_rows_of_their_own_level(CompareMethod method, double expected)
    {
        var sample = new Sample(Truth.OfClasses(TaskType.BinaryClassification, ["0", "1"], new int[16]), new ClassOutput(Selected, null));
        Grouping grouping = Grouping.Create([Column("g", Groups)], [Column("level", Levels)], 16);
        MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions());
        ComparisonResult result = frame.Compare(Samples.Comparison("selection_rate", CompareKind.Difference, method),
            [true, true, true, true]);
        Assert.All(result.Levels, level => Assert.Equal(expected, level.Value.Value.Number, 12));
    }

    private static CategoryColumn Column(string name, string[] texts)
    {
        string[] categories = [.. texts.Distinct()];
        return new CategoryColumn(name, Array.ConvertAll(texts, text => Array.IndexOf(categories, text)), categories);
    }
}
