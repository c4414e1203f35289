using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class UsableLabelTests
{
    private const double Nan = double.NaN, Inf = double.PositiveInfinity;

    private static NumericColumn Numbers(params double[] values) => new("y", values, ColumnType.Integer);

    private static NumericColumn Numbers(bool[] missing, params double[] values) => new("y", values, ColumnType.Real, missing);

    private static string? Fault(Column label, params string[] others)
    {
        Table table = new([label, .. others.Select(name => new NumericColumn(name, new double[label.Count]))]);
        try
        {
            UsableLabel.Require(label, table, wasNamed: true);
            return null;
        }
        catch (DataException fault)
        {
            return fault.Message;
        }
    }

    [Fact]
    public void Numbers_that_are_not_finite_count_as_missing()
    {
        var label = (NumericColumn)UsableLabel.Of(Numbers([false, true, false, false], 1, Nan, Inf, Nan));
        Assert.Equal([1, Nan, Nan, Nan], label.Values);
        Assert.Equal([false, true, true, true], label.Missing!);
        Assert.Equal(("y", ColumnType.Real), (label.Name, label.Type));
    }

    [Fact]
    public void Labels_that_are_only_missing_in_places_are_left_as_they_are()
    {
        NumericColumn whole = Numbers(1, 2), parts = Numbers([true, false], Nan, 2);
        CategoryColumn texts = new("y", [0, -1], ["NaN"]);
        Assert.Same(whole, UsableLabel.Of(whole));
        Assert.Same(parts, UsableLabel.Of(parts));
        Assert.Same(texts, UsableLabel.Of(texts));
        Assert.Equal([false, false, true], ((Column[])[parts, texts, Numbers(1, -Inf)]).Select(UsableLabel.HasOthers));
    }

    [Fact]
    public void Two_classes_are_enough()
    {
        Assert.Null(Fault(Numbers(0, 1)));
        Assert.Null(Fault(Numbers([true, false, false], Nan, 0, 1)));
        Assert.Null(Fault(new CategoryColumn("y", [0, 1, -1], ["no", "yes"])));
    }

    [Fact]
    public void What_has_no_value_or_one_class_is_refused()
    {
        const string other = "; name another column with --label (a, b)";
        Assert.Equal("the label 'y' has no value" + other, Fault(Numbers([true, true], Nan, Nan), "a", "b"));
        Assert.Equal("the label 'y' has no value" + other, Fault(new CategoryColumn("y", [-1, -1], []), "a", "b"));
        Assert.Equal("the label 'y' has no finite number" + other, Fault(Numbers(Nan, Inf, -Inf), "a", "b"));
        Assert.Equal("the label 'y' has no finite number" + other, Fault(Numbers([true, false], Nan, Inf), "a", "b"));
        Assert.Equal("the label 'y' has one class only ('1')" + other, Fault(Numbers(1, 1), "a", "b"));
        Assert.Equal("the label 'y' has one class only ('1') once the rows in which it is missing or not finite are left out" + other,
            Fault(Numbers(1, Nan, 1, Inf), "a", "b"));
        Assert.Equal("the label 'y' has one class only ('yes') once the rows in which it is missing are left out" + other,
            Fault(new CategoryColumn("y", [1, -1], ["no", "yes"]), "a", "b"));
    }

    [Fact]
    public void Twelve_other_columns_are_named()
    {
        string[] names = [.. Enumerable.Range(1, 13).Select(i => $"c{i}")];
        Assert.EndsWith("(c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12)", Fault(Numbers(1), names[..12]), StringComparison.Ordinal);
        Assert.EndsWith("c11, c12, …)", Fault(Numbers(1), names), StringComparison.Ordinal);
        Assert.EndsWith("; the data has no other column, so add the one that holds the outcomes", Fault(Numbers(1)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "--label")]
    [InlineData(false, null)]
    public void What_the_user_named_is_marked_at_the_option(bool wasNamed, string? key) => Assert.Equal(key,
        Assert.Throws<DataException>(() => UsableLabel.Require(Numbers(1), new([Numbers(1)]), wasNamed)).PolicyKey);
}
