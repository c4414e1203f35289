using System.Text.Json;
using Gate.Data;
using Gate.Explain.Dependence;
using Gate.Tests.Explain.Trees;

namespace Gate.Tests.Explain.Dependence;

/// <summary>Grids, curves and means of scikit-learn 1.2 on a gradient boosting of the adult data.</summary>
public sealed class DependenceLikeScikitLearn
{
    [SkippableTheory]
    [InlineData("age")]
    [InlineData("hours-per-week")]
    public void Grids_means_and_curves_are_the_same(string feature)
    {
        JsonElement golden = GoldenJson.Read("importance_pdp_adult_gb");
        GivenTrees model = GivenTrees.OfScikitLearn(GoldenJson.Read("shap_tree_adult_gb").GetProperty("model"));
        Table rows = GoldenJson.Rows("adult").Rows;
        Compare(golden.GetProperty($"pdp_brute_{feature}"), model, rows, feature, individual: false);
        Compare(golden.GetProperty($"ice_{feature}"), model, rows.Take([.. Enumerable.Range(0, 25)]), feature, individual: true);
    }

    private static void Compare(JsonElement expected, GivenTrees model, Table rows, string feature, bool individual)
    {
        double[] points = GoldenJson.Numbers(expected.GetProperty("grid"));
        FeatureGrid grid = FeatureGrid.Even(rows[feature]);
        Close(points, [.. grid.Numbers!]);
        double[] curves = PartialDependence.Individual(model, rows, grid, new());
        Close(GoldenJson.Numbers(expected.GetProperty("average")), PartialDependence.Mean(curves, grid.Count));
        if (individual) Close(GoldenJson.Numbers(expected.GetProperty("individual")), curves);
    }

    private static void Close(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-6);
    }
}
