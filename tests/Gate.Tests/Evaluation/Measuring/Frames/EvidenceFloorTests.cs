using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Evaluation.Measuring.Frames;

public sealed class EvidenceFloorTests
{
    private static readonly EvidenceSpec Floor = new(30, 10, 10, 10);

    private const EvidenceNeeds All = EvidenceNeeds.Positives | EvidenceNeeds.Negatives | EvidenceNeeds.PredictedPositives;

    private static GroupCounts Counts(double rows, double positives, double negatives, double predicted) =>
        new(100, 100, 50, 50, 50) { Effective = new(rows, positives, negatives, predicted) };

    /// <summary>Each floor is held against what the rows are worth, not against their number.</summary>
    [Theory]
    [InlineData(29.99, 20, 20, 20, "100 rows whose weights make them worth 29.9, the floor is 30")]
    [InlineData(40, 9.5, 20, 20, "50 positives whose weights make them worth 9.5, the floor is 10")]
    [InlineData(40, 20, 1, 20, "50 negatives whose weights make them worth 1, the floor is 10")]
    [InlineData(40, 20, 20, 9.99, "50 predicted positives whose weights make them worth 9.9, the floor is 10")]
    [InlineData(30, 10, 10, 10, null)]
    [InlineData(29.99999999999, 10, 10, 10, null)]
    public void Weighted_rows_count_for_what_they_are_worth(double rows, double positives, double negatives, double predicted,
        string? shortfall) => Assert.Equal(shortfall, EvidenceFloor.Shortfall(Counts(rows, positives, negatives, predicted), All, Floor));

    [Fact]
    public void Only_what_a_metric_needs_is_held_against_its_floor() =>
        Assert.Null(EvidenceFloor.Shortfall(Counts(40, 1, 1, 1), EvidenceNeeds.Rows, Floor));

    [Fact]
    public void Without_weights_rows_count_one_each()
    {
        Assert.Null(EvidenceFloor.Shortfall(new(30, 30, 10, 20, 10), All, Floor));
        Assert.Equal("29 rows, the floor is 30", EvidenceFloor.Shortfall(new(29, 29, 10, 19, 10), All, Floor));
    }

    /// <summary>(Σw)² / Σw² by hand: 9 rows of weight 1 and one of 9 give 18² / 90 = 3.6.</summary>
    [Fact]
    public void Effective_numbers_are_those_of_Kish()
    {
        double[] weights = [1, 1, 1, 1, 1, 1, 1, 1, 1, 9];
        int[] labels = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1], said = [0, 0, 0, 0, 0, 0, 0, 1, 1, 0];
        Sample sample = Samples.Binary(labels, said);
        sample = new Sample(sample.Truth with { Weights = weights }, sample.Output);
        EffectiveCounts effective = MetricFrame.Gather(sample, Samples.Everyone(10), new FrameOptions()).Overall.Effective!;
        Assert.Equal(3.6, effective.Count, 12);
        Assert.Equal(100.0 / 82, effective.Positives!.Value, 12);
        Assert.Equal(8, effective.Negatives!.Value, 12);
        Assert.Equal(2, effective.PredictedPositives!.Value, 12);
        Assert.Null(MetricFrame.Gather(Samples.Binary(labels, said), Samples.Everyone(10), new FrameOptions()).Overall.Effective);
    }
}
