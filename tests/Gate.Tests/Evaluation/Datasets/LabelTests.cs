using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Loading;

namespace Gate.Tests.Evaluation.Datasets;

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

    [Theory]
    [InlineData(0, 1, "0", "1")]
    [InlineData(-1, 1, "-1", "1")]
    public void One_is_positive_beside_nothing_and_minus_one(double other, double one, string negative, string positive) =>
        Assert.Equal([negative, positive], Binary(Numbers(other, one), null));

    [Theory]
    [InlineData(1, 2, "'1' or '2'")]
    [InlineData(0.5, 1, "'0.5' or '1'")]
    public void One_is_not_positive_beside_other_numbers(double one, double other, string classes) => Assert.EndsWith(
        $"which class of 'y' is the favourable outcome? Add data.positive: {classes}",
        Assert.Throws<DataException>(() => Binary(Numbers(one, other), null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Three_classes_of_which_two_are_one_say_so()
    {
        Assert.EndsWith("Some of them differ only in case or in spaces around them: give them one spelling in data.source with sql, such "
            + "as trim(\"y\")", Assert.Throws<DataException>(() => Binary(Text("a", "a ", "b"), "a")).Message, StringComparison.Ordinal);
        Assert.EndsWith("data.where", Assert.Throws<DataException>(() => Binary(Text("a", "c", "b"), "a")).Message,
            StringComparison.Ordinal);
    }

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

    private static string Error(Func<object> read) => Assert.Throws<DataException>(read).Message;

    [Fact]
    public void Fewer_than_two_classes_tell_nothing_apart()
    {
        Assert.Equal("the label 'y' has one class only ('a'); nothing can be told apart. Check data.where and the file",
            Error(() => Binary(Text("a", null, "a"), "a")));
        Assert.Equal("the label 'y' has no value at all; name the right column in data.label, or check the file and data.where",
            Error(() => Binary(Text(null, null), null)));
        Assert.Empty(Labels.Classes(TaskType.Regression, "y", null, [Numbers(1, 1)]));
    }

    [Theory]
    [InlineData(6, "'a', 'b', 'c', 'd', 'e', 'f')")]
    [InlineData(7, "'a', 'b', 'c', 'd', 'e', 'f', …)")]
    public void Many_classes_are_told_as_six_and_more(int classes, string told) => Assert.Contains(
        $"has {classes} classes ({told} but", Error(() => Binary(Text([.. "abcdefg"[..classes].Select(c => $"{c}")]), "a")),
        StringComparison.Ordinal);

    /// <summary>A class that stands in the dictionary of a column and in no row of it does not occur.</summary>
    [Fact]
    public void Only_classes_that_occur_count()
    {
        Table table = new([new CategoryColumn("y", [2, 0, -1], ["a", "b", "c"])]);
        Assert.Equal(["a", "c"], Labels.Classes(TaskType.MulticlassClassification, "y", null, [table]));
    }

    [Theory]
    [InlineData("a b", "b", 1)]
    [InlineData("a b", "c", -1)]
    [InlineData("1 2", "2.0", 1)]
    [InlineData("1 2", "3", -1)]
    [InlineData("1 2", "x", -1)]
    [InlineData("1 x", "1.0", 0)]
    [InlineData("1.0 1", "1", 1)]
    [InlineData("false true", "TRUE", 1)]
    [InlineData("false true", "False", 0)]
    [InlineData("true", "false", -1)]
    [InlineData("true yes", "TRUE", -1)]
    public void A_class_is_found_by_its_text_first_then_by_its_value(string classes, string text, int index) =>
        Assert.Equal(index, Labels.IndexOf(classes.Split(' '), text));

    [Fact]
    public void A_class_that_is_absent_or_not_named_is_a_fault_of_its_key()
    {
        Assert.Equal("data.positive", Assert.Throws<DataException>(() => Binary(Text("a", "b"), "c")).PolicyKey);
        Assert.Equal("data.positive", Assert.Throws<DataException>(() => Binary(Text("a", "b"), null)).PolicyKey);
        Assert.Equal(["no", "Yes"], Binary(Text("Yes", "no"), null));
    }

    [Fact]
    public void Values_of_a_regression_are_the_columns_own()
    {
        LabelValues values = Labels.Values(TaskType.Regression, "y", [], Numbers(3, 1));
        Assert.Equal([3.0, 1.0], values.Values!);
        Assert.Null(values.Codes);
    }
}
