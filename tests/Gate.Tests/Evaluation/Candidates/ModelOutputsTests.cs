using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Models;

namespace Gate.Tests.Evaluation.Candidates;

public sealed class ModelOutputsTests
{
    [Fact]
    public void A_score_equal_to_the_threshold_is_positive() =>
        Assert.Equal([0, 1, 1], ModelOutputs.Decide(TaskType.BinaryClassification, [0.499, 0.5, 0.501], 2, 0.5));

    [Fact]
    public void Of_equal_scores_the_first_class_is_predicted() =>
        Assert.Equal([1, 0, 2], ModelOutputs.Decide(TaskType.MulticlassClassification, [0.2, 0.4, 0.4, 0.5, 0.5, 0, 0, 0.1, 0.9], 3, 0.5));

    [Theory]
    [InlineData(double.NaN, 2, 1)]
    [InlineData(double.PositiveInfinity, 5, 2)]
    [InlineData(double.NegativeInfinity, 0, 1)]
    public void Output_that_is_not_finite_is_refused_with_its_row(double bad, int at, int row)
    {
        double[] output = new double[6];
        output[at] = bad;
        var error = Assert.Throws<ModelException>(() => ModelOutputs.RequireFinite(output, rows: 2));
        Assert.Equal($"the model's output is not finite in test row {row}", error.Message);
    }

    [Fact]
    public void Finite_output_passes() => ModelOutputs.RequireFinite([0, 1, double.MaxValue], rows: 3);
}
