using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class ColumnGuessesTests
{
    private static NumericColumn Numbers(string name, int rows, Func<int, double> value, ColumnType type = ColumnType.Integer) =>
        new(name, [.. Enumerable.Range(0, rows).Select(value)], type);

    private static CategoryColumn Texts(string name, int rows, int different) =>
        new(name, [.. Enumerable.Range(0, rows).Select(i => i % different)], [.. Enumerable.Range(0, different).Select(i => $"t{i}")]);

    private static string Label(params string[] names) =>
        ColumnGuesses.Label(new([.. names.Select(name => Numbers(name, 3, i => i))])).Name;

    [Theory]
    [InlineData("y", "x,y,z")]
    [InlineData("target_flag", "class,target_flag,z")]
    [InlineData("isFraud", "a,isFraud,z")]
    [InlineData("Loan.Default", "a,Loan.Default,z")]
    [InlineData("z", "defaulted,why,z")]
    public void The_label_has_the_best_word_in_its_name_or_is_the_last_column(string label, string names) =>
        Assert.Equal(label, Label(names.Split(',')));

    [Fact]
    public void A_column_of_the_split_is_no_label()
    {
        var split = new CategoryColumn("part", [0, 1, 0], ["Test", "train"]);
        Table table = new([Numbers("a", 3, i => i), Numbers("b", 3, i => i), split]);
        Assert.Equal(("b", "part"), (ColumnGuesses.Label(table).Name, ColumnGuesses.SplitColumn(table)));
        Assert.Null(ColumnGuesses.SplitColumn(new([new CategoryColumn("part", [0, 1], ["test", "valid"])])));
        Assert.Null(ColumnGuesses.SplitColumn(new([new CategoryColumn("part", [0, 1, 2], ["test", "train", "valid"])])));
        Assert.Null(ColumnGuesses.SplitColumn(new([new CategoryColumn("part", [0, 0], ["test"])])));
    }

    [Theory]
    [InlineData(200, 2, "BinaryClassification")]
    [InlineData(200, 3, "MulticlassClassification")]
    [InlineData(200, 20, "MulticlassClassification")]
    [InlineData(209, 21, "Regression")]
    [InlineData(210, 21, "Regression")]
    [InlineData(199, 20, "Regression")]
    public void Few_whole_numbers_are_classes_and_many_a_quantity(int rows, int different, string task) =>
        Assert.Equal(task, ColumnGuesses.Task(Numbers("y", rows, i => i % different)).ToString());

    [Fact]
    public void Texts_are_classes_and_broken_numbers_a_quantity()
    {
        Assert.Equal(TaskType.MulticlassClassification, ColumnGuesses.Task(Texts("y", 60, 30)));
        Assert.Equal(TaskType.Regression, ColumnGuesses.Task(Numbers("y", 60, i => i % 3, ColumnType.Real)));
    }

    [Fact]
    public void Protected_attributes_are_known_by_whole_words()
    {
        Table table = new([Numbers("age", 2, i => i), Numbers("wage", 2, i => i), Numbers("applicantSex", 2, i => i),
            Numbers("race", 2, i => i), Numbers("trace", 2, i => i)]);
        Assert.Equal(["age", "applicantSex"], ColumnGuesses.Sensitive(table, table["race"]).Select(column => column.Name));
    }

    [Theory]
    [InlineData("loan_default", true)]
    [InlineData("approved", false)]
    [InlineData("defaults", false)]
    public void A_harm_is_known_by_its_name(string label, bool harm) => Assert.Equal(harm, ColumnGuesses.IsHarm(label));

    [Fact]
    public void Identifiers_are_different_in_every_row()
    {
        Table table = new([Numbers("id", 20, i => i), Numbers("customer_key", 20, i => i / 2), Numbers("count", 20, i => i),
            Numbers("row.index", 20, i => i, ColumnType.Real), Texts("name", 20, 19), Texts("town", 20, 18), Numbers("uuid", 20, i => i)]);
        Assert.Equal(["id", "name"], ColumnGuesses.Identifiers(table, table["uuid"]));
    }
}
