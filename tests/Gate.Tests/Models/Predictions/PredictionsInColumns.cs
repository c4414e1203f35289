using Gate.Data;
using Gate.Models;
using Gate.Models.Predictions;

namespace Gate.Tests.Models.Predictions;

public class PredictionsInColumns
{
    private static readonly string[] YesNo = ["no", "yes"];

    private static PredictionSet Binary(Column[] columns, string? prediction, params string[] scores) =>
        PredictionColumns.Read(new Table(columns), TaskType.BinaryClassification, YesNo, prediction, scores);

    private static string Refusal(Func<PredictionSet> read) => Assert.Throws<ModelException>(read).Message;

    [Fact]
    public void Classes_by_text()
    {
        PredictionSet read = Binary([TestData.Texts("p", "yes", "no", "yes")], "p");
        Assert.Equal([1, 0, 1], read.Labels!);
        Assert.Null(read.Scores);
    }

    [Fact]
    public void Classes_by_number_however_it_is_written()
    {
        string[] classes = ["0", "1.0"];
        Table numbers = new([new NumericColumn("p", [1, 0], ColumnType.Integer)]),
            texts = new([new CategoryColumn("p", [0, 1], ["1.00", "0.0"])]);
        Assert.Equal([1, 0], PredictionColumns.Read(numbers, TaskType.BinaryClassification, classes, "p", []).Labels!);
        Assert.Equal([1, 0], PredictionColumns.Read(texts, TaskType.BinaryClassification, classes, "p", []).Labels!);
    }

    [Fact]
    public void True_is_not_one()
    {
        Table table = new([new NumericColumn("p", [1, 0], ColumnType.Boolean)]);
        Assert.Contains("predicts 'true' in row 1",
            Refusal(() => PredictionColumns.Read(table, TaskType.BinaryClassification, ["0", "1"], "p", [])), StringComparison.Ordinal);
        Assert.Equal([1, 0], PredictionColumns.Read(table, TaskType.BinaryClassification, ["false", "true"], "p", []).Labels!);
    }

    [Fact]
    public void One_score_is_of_the_positive_class_and_of_two_the_second()
    {
        Column[] columns = [TestData.Numbers("s0", 0.8, 0.3), TestData.Numbers("s1", 0.2, 0.7)];
        Assert.Equal([0.2, 0.7], Binary(columns, null, "s1").Scores!);
        Assert.Equal([0.2, 0.7], Binary(columns, null, "s0", "s1").Scores!);
    }

    [Fact]
    public void Scores_of_several_classes_lie_row_by_row()
    {
        Table table = new([TestData.Numbers("a", 1, 4), TestData.Numbers("b", 2, 5), TestData.Numbers("c", 3, 6)]);
        Assert.Equal([1, 2, 3, 4, 5, 6], PredictionColumns.Read(table, TaskType.MulticlassClassification, ["x", "y", "z"], null,
            ["a", "b", "c"]).Scores!);
        Assert.Equal("there are 2 score columns; expected one score column per class (3), in the order of the classes: x, y, z",
            Refusal(() => PredictionColumns.Read(table, TaskType.MulticlassClassification, ["x", "y", "z"], null, ["a", "b"])));
    }

    [Fact]
    public void Values_of_a_regression()
    {
        Table table = new([TestData.Numbers("v", 1.5, 2)]);
        Assert.Equal([1.5, 2], PredictionColumns.Read(table, TaskType.Regression, [], "v", []).Values!);
        Assert.Contains("no scores", Refusal(() => PredictionColumns.Read(table, TaskType.Regression, [], "v", ["v"])),
            StringComparison.Ordinal);
        Assert.Contains("needs the column of predicted values",
            Refusal(() => PredictionColumns.Read(table, TaskType.Regression, [], null, [])), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_used_is_refused_with_column_count_and_row()
    {
        Assert.Equal("column 's' is missing or not a number in 2 rows (first: row 2); scores are needed in every row: correct them or "
            + "filter these rows out",
            Refusal(() => Binary([TestData.Numbers("s", 1, double.NaN, double.NaN)], null, "s")));
        Assert.Equal("column 's' is infinite in 1 row (first: row 3); scores are needed in every row: correct them or filter these rows "
            + "out",
            Refusal(() => Binary([TestData.Numbers("s", 1, 2, double.PositiveInfinity)], null, "s")));
        Assert.Equal("column 's' holds text ('0,5' in row 1), but scores are numbers; if it has a decimal comma, write it with a point, or "
            + "read the file by sql with read_csv('…', decimal_separator = ',')",
            Refusal(() => Binary([TestData.Texts("s", "0,5", "0,25")], null, "s")));
        Assert.Equal("column 's' holds text ('high' in row 2), but scores are numbers",
            Refusal(() => Binary([TestData.Texts("s", null, "high")], null, "s")));
        Assert.Equal("column 'p' is missing in 1 row (first: row 2); predicted classes are needed in every row: correct them or filter "
            + "these rows out",
            Refusal(() => Binary([TestData.Texts("p", "no", null)], "p")));
        Assert.Equal("column 'p' predicts 'yess' in row 2 and 1 more row, which is none of the classes; did you mean 'yes'?",
            Refusal(() => Binary([TestData.Texts("p", "no", "yess", "maybe")], "p")));
        Assert.StartsWith("no column is called 'score'", Refusal(() => Binary([TestData.Numbers("scor", 1)], null, "score")),
            StringComparison.Ordinal);
        Assert.StartsWith("neither a prediction nor a score column", Refusal(() => Binary([TestData.Numbers("s", 1)], null)),
            StringComparison.Ordinal);
    }
}
