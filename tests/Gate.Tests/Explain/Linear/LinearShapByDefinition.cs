using Gate.Data;
using Gate.Explain;
using Gate.Explain.Linear;
using Gate.Models;
using Gate.Models.Catalogue;
using Gate.Tests.Explain.Trees;

namespace Gate.Tests.Explain.Linear;

/// <summary>Linear SHAP by what it is to be, on models that Gate trains: raw columns, categories, missing values, several
/// classes.</summary>
public sealed class LinearShapByDefinition
{
    /// <summary>With columns a and b of correlation 1 and the same spread, knowing one is knowing both.</summary>
    [Fact]
    public void Columns_that_tell_the_same_share_what_both_add()
    {
        var model = new GivenLinear(["a", "b", "c"], [2, 0.001, 1], 0.5);
        double[] a = [1, 2, 3, 4, 7, -1, 0, 2], c = [1, -1, 1, -1, 2, -2, 0, 0];
        // c without what a says of it.
        double slope = Slope(a, c);
        double[] free = [.. c.Zip(a, (own, other) => own - slope * other)];
        Table rows = new([new NumericColumn("a", a), new NumericColumn("b", [.. a.Select(value => 2000 * value)]),
            new NumericColumn("c", free)]);
        ShapValues found = LinearShap.Explain(model, rows, rows, new(ColumnDependence.Correlated));
        for (int row = 0; row < a.Length; row++)
        {
            double distance = a[row] - a.Average();
            // 2 a and 0.001 × 2000 a: together 4 a.
            Assert.Equal(2 * distance, found[row, 0], 1e-6);
            Assert.Equal(2 * distance, found[row, 1], 1e-6);
            Assert.Equal(free[row] - free.Average(), found[row, 2], 1e-6);
        }
        Assert.InRange(found.AdditivityError, 0, 1e-6);
    }

    /// <summary>A coalition is worth the least-squares prediction of the sum from what its columns add.</summary>
    [Fact]
    public void Correlated_values_are_those_of_all_coalitions()
    {
        var random = new Random(2);
        double[] coefficients = [1, -2, 0.5, 3];
        double[][] columns = [.. Enumerable.Range(0, 4).Select(_ => new double[60])];
        for (int row = 0; row < 60; row++)
            for (int i = 0; i < 4; i++) columns[i][row] = random.NextDouble() + (i > 0 ? 0.7 * columns[i - 1][row] : 0);
        var model = new GivenLinear(["a", "b", "c", "d"], coefficients, 0);
        var rows = new Table([.. columns.Select((values, i) => new NumericColumn(model.Features[i], values))]);
        ShapValues found = LinearShap.Explain(model, rows, rows, new(ColumnDependence.Correlated));
        double[] sum = model.Margins(rows);
        double[] expected = BruteForce.Values(4, set => Predicted([.. Enumerable.Range(0, 4).Where(i => (set >> i & 1) != 0)
            .Select(i => columns[i])], sum, 5));
        for (int i = 0; i < 4; i++) Assert.Equal(expected[i], found[5, i], 1e-6);
    }

    [Fact]
    public void Many_correlated_columns_are_explained_by_orders_that_the_seed_draws()
    {
        var random = new Random(1);
        double[] shared = [.. Enumerable.Range(0, 50).Select(_ => random.NextDouble())];
        string[] names = [.. Enumerable.Range(0, 14).Select(i => $"x{i}")];
        var rows = new Table([.. names.Select(name => new NumericColumn(name, [.. shared.Select(value => value + random.NextDouble())]))]);
        var model = new GivenLinear(names, [.. names.Select((_, i) => i - 6.0)], 1);
        ShapValues Explain(ulong seed) => LinearShap.Explain(model, rows, rows, new(ColumnDependence.Correlated, 50, seed));
        Assert.Equal(Explain(1).Values, Explain(1).Values);
        Assert.NotEqual(Explain(1).Values, Explain(2).Values);
        Assert.InRange(Explain(1).AdditivityError, 0, 1e-8);
        Assert.Contains("50 random orders", Assert.Single(Explain(1).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_and_missing_values_of_three_classes_are_raw_columns_that_add_up()
    {
        string[] colours = ["red", "blue", "green"];
        int[] codes = [0, 1, 2, 0, 1, 2, -1, 0, 1, 2, 0, -1];
        double[] size = [1, 2, double.NaN, 4, 5, 6, 7, double.NaN, 9, 10, 11, 12];
        var rows = new Table([new CategoryColumn("colour", codes, colours),
            new NumericColumn("size", size, ColumnType.Real, Array.ConvertAll(size, double.IsNaN))]);
        ILearner learner = LearnerCatalogue.Find("logistic_regression")!.Create(new Dictionary<string, object?>());
        var model = (ILinearModel)learner.Fit(new(TaskType.MulticlassClassification, rows, ["p", "q", "r"],
            [0, 1, 2, 0, 2, 2, 1, 0, 1, 2, 0, 1], null, null));
        ShapValues found = LinearShap.Explain(model, rows, rows, new());
        Assert.Equal(["p", "q", "r"], found.Outputs);
        Assert.Equal(["colour", "size"], found.Features);
        Assert.InRange(found.AdditivityError, 0, 1e-10);
        // On average over the background nothing is added.
        for (int i = 0; i < 2; i++)
            for (int k = 0; k < 3; k++) Assert.Equal(0, Enumerable.Range(0, 12).Sum(row => found[row, i, k]), 1e-10);
        Assert.Equal(found[0, 0], found[3, 0]);
        Assert.NotEqual(found[0, 0], found[1, 0]);
    }

    private static double Slope(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / x.Sum(a => (a - mx) * (a - mx));
    }

    /// <summary>The least-squares prediction of one row, by Gram-Schmidt.</summary>
    private static double Predicted(double[][] columns, double[] target, int row)
    {
        double[] Centred(double[] values) => [.. values.Select(value => value - values.Average())];
        double[] rest = Centred(target);
        double found = 0;
        var basis = new List<double[]>();
        foreach (double[] column in columns)
        {
            double[] own = Centred(column);
            foreach (double[] other in basis) own = [.. own.Zip(other, (a, b) => a - Dot(own, other) / Dot(other, other) * b)];
            basis.Add(own);
            found += Dot(rest, own) / Dot(own, own) * own[row];
        }
        return found;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
