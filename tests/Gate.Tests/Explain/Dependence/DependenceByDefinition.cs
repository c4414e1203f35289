using Gate.Data;
using Gate.Data.Randomness;
using Gate.Explain.Dependence;
using Gate.Models;

namespace Gate.Tests.Explain.Dependence;

public sealed class DependenceByDefinition
{
    private const int Rows = 3000;
    private static readonly SplitMix64 Random = new(2);

    private static readonly Table Table = new([.. new[] { "a", "b", "c" }.Select(name => new NumericColumn(name,
        [.. Enumerable.Range(0, Rows).Select(_ => Random.NextDouble())]))]);

    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly GivenModel Additive = new(Names, x => 3 * x[0] - x[1] * x[1]), Product = new(Names, x => x[0] * x[1]);

    private static FeatureGrid Edges(string name, int points = 11) => FeatureGrid.Quantiles(Table[name], points);

    [Fact]
    public void Partial_dependence_is_the_mean_of_the_rows_own_curves()
    {
        FeatureGrid grid = FeatureGrid.Even(Table["a"], 5);
        double[] curves = PartialDependence.Individual(Product, Table, grid, new()), mean = PartialDependence.Mean(curves, 5);
        double[] b = ((NumericColumn)Table["b"]).Values;
        for (int point = 0; point < 5; point++)
        {
            Assert.Equal(grid.Numbers![point] * b[7], curves[7 * 5 + point], 1e-12);
            Assert.Equal(grid.Numbers[point] * b.Average(), mean[point], 1e-12);
        }
    }

    [Fact]
    public void Of_a_pair_it_is_the_mean_with_both_given()
    {
        FeatureGrid a = FeatureGrid.Even(Table["a"], 3), b = FeatureGrid.Even(Table["b"], 4);
        double[] means = PartialDependence.OfPair(Product, Table, a, b, new());
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 4; j++) Assert.Equal(a.Numbers![i] * b.Numbers![j], means[i * 4 + j], 1e-12);
    }

    /// <summary>Of a function of one column ALE is that function less its mean over the rows, up to the width of bins.</summary>
    [Fact]
    public void Accumulated_effects_are_the_function_less_its_mean()
    {
        FeatureGrid grid = Edges("b", 41);
        double[] effects = AccumulatedEffects.Of(Additive, Table, grid, new());
        double mean = ((NumericColumn)Table["b"]).Values.Average(value => -value * value);
        for (int edge = 0; edge < grid.Count; edge++)
            Assert.Equal(-grid.Numbers![edge] * grid.Numbers[edge] - mean, effects[edge], 2e-3);
    }

    /// <summary>Where a copy of a column goes along, partial dependence asks for rows that cannot be; ALE does not: of x0·x1 on equal
    /// columns the local slope of x0 is x1 = x0.</summary>
    [Fact]
    public void Accumulated_effects_ask_rows_about_values_near_their_own()
    {
        double[] x = ((NumericColumn)Table["a"]).Values;
        var same = new Table([new NumericColumn("a", x), new NumericColumn("b", x), Table["c"]]);
        FeatureGrid grid = FeatureGrid.Quantiles(same["a"], 41);
        double[] effects = AccumulatedEffects.Of(Product, same, grid, new());
        double Rise(int from, int to) => effects[to] - effects[from];
        double Squares(int from, int to) => (grid.Numbers![to] * grid.Numbers[to] - grid.Numbers[from] * grid.Numbers[from]) / 2;
        Assert.Equal(Squares(0, 40), Rise(0, 40), 5e-3);
        Assert.Equal(Squares(10, 20), Rise(10, 20), 5e-3);
    }

    [Fact]
    public void Effects_of_a_pair_are_what_neither_has_alone()
    {
        FeatureGrid a = Edges("a"), b = Edges("b");
        double[,] none = AccumulatedEffects.OfPair(Additive, Table, a, b, new()), product = AccumulatedEffects.OfPair(Product, Table, a, b,
            new());
        for (int i = 0; i < a.Count; i++)
            for (int j = 0; j < b.Count; j++)
            {
                Assert.Equal(0, none[i, j], 1e-9);
                Assert.Equal((a.Numbers![i] - 0.5) * (b.Numbers![j] - 0.5), product[i, j], 0.02);
            }
    }

    [Fact]
    public void H_is_nothing_without_interaction_and_all_of_a_product_of_centred_columns()
    {
        Table few = Table.Take([.. Enumerable.Range(0, 80)]);
        double MeanOf(string name) => ((NumericColumn)few[name]).Values.Average();
        (double a, double b) = (MeanOf("a"), MeanOf("b"));
        var pure = new GivenModel(Names, x => (x[0] - a) * (x[1] - b));
        Assert.Equal(0, InteractionStrength.Squared(Additive, few, "a", "b", new()), 1e-12);
        Assert.Equal(1, InteractionStrength.Squared(pure, few, "a", "b", new()), 1e-9);
        Assert.InRange(InteractionStrength.Squared(Product, few, "a", "b", new()), 0.01, 0.5);
        Assert.Equal(0, InteractionStrength.Squared(Additive, few, "c", "c", new()));
    }

    [Fact]
    public void A_category_has_no_edges_to_rise_over()
    {
        var table = new Table([new CategoryColumn("a", [0, 1], ["x", "y"]), new NumericColumn("b", [1, 2]),
            new NumericColumn("c", [1, 2])]);
        FeatureGrid grid = FeatureGrid.Even(table["a"]);
        Assert.Equal(["x", "y"], grid.Labels);
        Assert.Null(grid.Numbers);
        Assert.Contains("'a' is a category", Assert.Throws<ModelException>(() => AccumulatedEffects.Of(Additive, table, grid, new()))
            .Message, StringComparison.Ordinal);
        Assert.Contains("no rows", Assert.Throws<ModelException>(() => PartialDependence.Individual(Additive, table.Take([]), grid, new()))
            .Message, StringComparison.Ordinal);
    }

    /// <summary>All values occur, the ends are among them, and no gap is wider than an even step and the gap that the data have.</summary>
    [Fact]
    public void Observed_values_are_dense_and_leave_no_wide_gap()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => i / 200.0), 2, 2.5, 3, 3.5, 4];
        FeatureGrid grid = FeatureGrid.Observed(new NumericColumn("a", values), 9);
        Assert.All(grid.Numbers!, number => Assert.Contains(number, values));
        Assert.Equal((0.0, 4.0), (grid.Numbers![0], grid.Numbers[^1]));
        Assert.Equal(grid.Numbers.Order().Distinct(), grid.Numbers);
        foreach (double even in (double[])[2, 2.5, 3, 3.5]) Assert.Contains(even, grid.Numbers);
        Assert.True(grid.Numbers.Count(number => number < 1) >= 8);
        Assert.Equal([7.0], FeatureGrid.Observed(new NumericColumn("a", [7]), 9).Numbers!);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        FeatureGrid grid = Edges("a");
        Assert.Equal(PartialDependence.Individual(Product, Table, grid, new(Threads: 1)),
            PartialDependence.Individual(Product, Table, grid, new(Threads: 4)));
    }
}
