using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class TaskGuessTests
{
    private static NumericColumn Numbers(int rows, int different, ColumnType type = ColumnType.Integer) =>
        new("y", [.. Enumerable.Range(0, rows).Select(i => (double)(i % different))], type);

    private static CategoryColumn Texts(int rows, int different) =>
        new("y", [.. Enumerable.Range(0, rows).Select(i => i % different)], [.. Enumerable.Range(0, different).Select(i => $"t{i}")]);

    [Theory]
    [InlineData(200, 2, "BinaryClassification")]
    [InlineData(200, 3, "MulticlassClassification")]
    [InlineData(200, 20, "MulticlassClassification")]
    [InlineData(209, 21, "Regression")]
    [InlineData(210, 21, "Regression")]
    [InlineData(199, 20, "Regression")]
    public void Few_whole_numbers_are_classes_and_many_a_quantity(int rows, int different, string task) =>
        Assert.Equal(task, TaskGuess.Of(Numbers(rows, different)).Task.ToString());

    [Fact]
    public void Texts_are_classes_and_broken_numbers_a_quantity()
    {
        Assert.Equal(TaskType.MulticlassClassification, TaskGuess.Of(Texts(60, 30)).Task);
        Assert.Equal(TaskType.Regression, TaskGuess.Of(Numbers(60, 3, ColumnType.Real)).Task);
        Assert.Equal(TaskType.BinaryClassification, TaskGuess.Of(Numbers(60, 2, ColumnType.Real)).Task);
    }

    [Fact]
    public void The_reason_counts_what_is_there()
    {
        Assert.Equal("the label has two values", TaskGuess.Of(Texts(60, 2)).Reason);
        Assert.Equal("the label has 3 different texts", TaskGuess.Of(Texts(60, 3)).Reason);
        Assert.Equal("the label has 1,200 different numbers", TaskGuess.Of(Numbers(2400, 1200)).Reason);
    }

    [Fact]
    public void Categories_that_no_row_has_and_missing_ones_are_no_values()
    {
        Assert.Equal(TaskType.BinaryClassification, TaskGuess.Of(new CategoryColumn("y", [0, 2, -1], ["a", "b", "c"])).Task);
        Assert.Equal("the label has two values", TaskGuess.Of(new NumericColumn("y", [1, 2, double.NaN], ColumnType.Real,
            [false, false, true])).Reason);
    }
}
