using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Frames;

/// <summary>A group with just enough evidence takes part; one row less is too few, and only of what the metric reads.</summary>
public sealed class EnoughEvidenceTests
{
    private const EvidenceNeeds All = EvidenceNeeds.Rows | EvidenceNeeds.Positives | EvidenceNeeds.Negatives
        | EvidenceNeeds.PredictedPositives;

    private static string? Of(long rows, long positives, long negatives, long predicted, EvidenceNeeds needs = All) =>
        EvidenceFloor.Shortfall(new GroupCounts(rows, rows, positives, negatives, predicted), needs, new EvidenceSpec(2000, 1200, 3, 2));

    [Fact]
    public void Just_enough_is_enough() => Assert.Null(Of(2000, 1200, 3, 2));

    [Theory]
    [InlineData(1999, 1, 1, 1, "1,999 rows, the floor is 2,000")]
    [InlineData(1, 0, 0, 0, "1 row, the floor is 2,000")]
    [InlineData(2000, 1199, 1, 1, "1,199 positives, the floor is 1,200")]
    [InlineData(2000, 1, 1, 1, "1 positive, the floor is 1,200")]
    [InlineData(2000, 1200, 2, 1, "2 negatives, the floor is 3")]
    [InlineData(2000, 1200, 3, 1, "1 predicted positive, the floor is 2")]
    public void The_first_that_is_too_few_is_told(long rows, long positives, long negatives, long predicted, string told) =>
        Assert.Equal(told, Of(rows, positives, negatives, predicted));

    [Theory]
    [InlineData(EvidenceNeeds.Rows, null)]
    [InlineData(EvidenceNeeds.Positives, "0 positives, the floor is 1,200")]
    [InlineData(EvidenceNeeds.Negatives, "1 negative, the floor is 3")]
    [InlineData(EvidenceNeeds.PredictedPositives, "0 predicted positives, the floor is 2")]
    public void What_the_metric_does_not_read_is_not_asked_for(EvidenceNeeds needs, string? told) =>
        Assert.Equal(told, Of(2000, 0, 1, 0, needs));
}
