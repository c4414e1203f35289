using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Loading;

namespace Gate.Tests.Evaluation;

public sealed class LabelTests
{
    private static Table Text(params string?[] values)
    {
        string[] categories = [.. values.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return new([new CategoryColumn("y", [.. values.Select(value => value is null ? -1 : Array.IndexOf(categories, value))],
            categories)]);
    }

    private static Table Numbers(params double[] values) => new([new NumericColumn("y", values, ColumnType.Integer)]);

    private static IReadOnlyList<string> Binary(Table table, string? positive) =>
        Labels.Classes(TaskType.BinaryClassification, "y", positive, [table]);

    [Theory]
    [InlineData("no", "yes", "no")]
    [InlineData(null, "no", "yes")]
    public void The_positive_class_comes_last(string? positive, string negative, string last) =>
        Assert.Equal([negative, last], Binary(Text("yes", "no", "no"), positive));

    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData(null)]
    public void Numbers_are_equal_by_value(string? positive) => Assert.Equal(["0", "1"], Binary(Numbers(0, 1, 1), positive));

    [Fact]
    public void Booleans_are_equal_in_any_case() =>
        Assert.Equal(["false", "true"], Binary(new([new NumericColumn("y", [0, 1, 1], ColumnType.Boolean)]), "True"));

    [Fact]
    public void Classes_that_say_nothing_about_favour_must_be_named() =>
        Assert.Contains("data.positive: 'a' or 'b'", Assert.Throws<DataException>(() => Binary(Text("a", "b"), null)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Three_classes_are_not_binary() =>
        Assert.Contains("multiclass_classification", Assert.Throws<DataException>(() => Binary(Text("a", "b", "c"), "a")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Numeric_classes_are_ordered_by_value() =>
        Assert.Equal(["2", "10"], Labels.Classes(TaskType.MulticlassClassification, "y", null, [Numbers(10, 2, 10)]));

    [Fact]
    public void Codes_follow_the_classes_of_both_parts()
    {
        IReadOnlyList<string> classes = Labels.Classes(TaskType.MulticlassClassification, "y", null, [Text("b", "c"), Text("a")]);
        Assert.Equal(["a", "b", "c"], classes);
        Assert.Equal([1, 2], Labels.Values(TaskType.MulticlassClassification, "y", classes, Text("b", "c")).Codes!);
    }

    [Fact]
    public void A_missing_label_names_its_row() =>
        Assert.Contains("missing in 1 of 3 rows, first in row 2",
            Assert.Throws<DataException>(() => Labels.Values(TaskType.BinaryClassification, "y", ["a", "b"], Text("a", null, "b"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Text_is_no_regression_target() =>
        Assert.Contains("is text", Assert.Throws<DataException>(() => Labels.Values(TaskType.Regression, "y", [], Text("a", "b"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void An_infinite_target_names_its_row() =>
        Assert.Contains("row 2",
            Assert.Throws<DataException>(() => Labels.Values(TaskType.Regression, "y", [], Numbers(1, double.PositiveInfinity))).Message,
            StringComparison.Ordinal);
}
