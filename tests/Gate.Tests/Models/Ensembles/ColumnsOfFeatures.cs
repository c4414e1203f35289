using Gate.Models;
using Gate.Models.Ensembles;

namespace Gate.Tests.Models.Ensembles;

/// <summary>Which column feeds which feature of a file.</summary>
public sealed class ColumnsOfFeatures
{
    private static readonly FlatTree leaf = new([-1], [0], [-1], [false], [-1], [-1], [1], 1, [1], []);

    private static ForeignModel Model(params string?[] names) => new("lightgbm",
        new TreeEnsemble([leaf], names.Length, new TreeSum([0], [0], 1, InputRule.Exact)), new OutputLink(LinkKind.Identity),
        [.. names.Select(name => new ForeignFeature(name))], "regression", []);

    private static readonly Dictionary<string, string> nothing = [];

    [Fact]
    public void By_name_whatever_the_order_and_with_blanks_as_lightgbm_writes_them() => Assert.Equal(["age", "hours per week"],
        FeatureColumns.Resolve(Model("age", "hours_per_week"), ["hours per week", "sex", "age"], nothing));

    [Fact]
    public void By_the_policys_word_before_the_name() => Assert.Equal(["b", "age"],
        FeatureColumns.Resolve(Model("age", "years"), ["age", "b"], new Dictionary<string, string> { ["age"] = "b", ["years"] = "age" }));

    [Theory]
    [InlineData(null, null)]
    [InlineData("f0", "f1")]
    public void By_position_where_no_name_is_a_column(string? first, string? second) =>
        Assert.Equal(["x", "y"], FeatureColumns.Resolve(Model(first, second), ["x", "y"], nothing));

    [Fact]
    public void Never_by_guess()
    {
        string Problem(ForeignModel model, string[] columns, params (string, string)[] named) => Assert.Throws<ModelException>(() =>
            FeatureColumns.Resolve(model, columns, named.ToDictionary(pair => pair.Item1, pair => pair.Item2))).Message;
        Assert.Contains("reads 'years'", Problem(Model("age", "years"), ["age", "year"]), StringComparison.Ordinal);
        Assert.Contains("has 2 features", Problem(Model("f0", "f1"), ["x", "y", "z"]), StringComparison.Ordinal);
        Assert.Contains("would feed two features", Problem(Model("a", "b"), ["a", "b"], ("b", "a")), StringComparison.Ordinal);
        Assert.Contains("no feature of the model is called 'c'", Problem(Model("a", "b"), ["a", "b"], ("c", "a")),
            StringComparison.Ordinal);
    }
}
