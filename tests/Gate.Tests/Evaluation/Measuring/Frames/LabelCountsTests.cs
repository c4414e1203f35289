using Gate.Data;
using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Evaluation.Measuring.Frames;

/// <summary>What stands behind groups before a model predicts: the same counts as with predictions, but for those.</summary>
public sealed class LabelCountsTests
{
    private static readonly int[] labels = [1, 0, 1, 0, 1, 0, 0];
    private static readonly double[] weights = [2, 1, 1, 3, 0.5, 0, 4];
    private static readonly string[] groups = ["a", "a", "b", "b", "b", "a", "c"];

    [Fact]
    public void Rows_count_whatever_their_weight_and_are_worth_what_it_says()
    {
        EvidenceCounts counts = Of(TaskType.BinaryClassification, weights, null);
        Assert.Equal(new GroupCounts(7, 11.5, 3, 4, null) { Effective = new(11.5 * 11.5 / 31.25, 3.5 * 3.5 / 5.25, 8.0 * 8 / 26, null) },
            counts.Overall);
        Assert.Equal(new GroupCounts(3, 4.5, 2, 1, null) { Effective = new(4.5 * 4.5 / 10.25, 1.5 * 1.5 / 1.25, 1, null) },
            counts.Groups[1]);
        // A group without a positive row is worth none of them.
        Assert.Equal(new GroupCounts(1, 4, 0, 1, null) { Effective = new(1, 0, 1, null) }, counts.Groups[2]);
    }

    [Fact]
    public void Without_weights_each_row_is_one() =>
        Assert.Equal(new GroupCounts(3, 3, 2, 1, null), Of(TaskType.BinaryClassification, null, null).Groups[1]);

    [Fact]
    public void Of_several_classes_positives_are_known_where_a_condition_names_one()
    {
        Assert.Equal(new GroupCounts(7, 7, null, null, null), Of(TaskType.MulticlassClassification, null, null).Overall);
        Assert.Equal(new GroupCounts(7, 7, 4, 3, null), Of(TaskType.MulticlassClassification, null, "no").Overall);
        EffectiveCounts effective = Of(TaskType.MulticlassClassification, weights, null).Overall.Effective!;
        Assert.Equal((null, null), (effective.Positives, effective.Negatives));
    }

    private static EvidenceCounts Of(TaskType task, double[]? weights, string? named) =>
        LabelCounts.Of(new ConditionSpec { Id = "c", Metric = "recall", Class = named },
            Truth.OfClasses(task, task == TaskType.BinaryClassification ? ["no", "yes"] : ["no", "yes", "other"], labels, weights),
            Samples.By(groups));
}
