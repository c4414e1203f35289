using System.Text.Json;
using Gate.Data;

namespace Gate.Tests.Explain;

/// <summary>The logistic regression of shap_model_agnostic_breast_cancer.json with its rows, standardised.</summary>
internal sealed record BreastCancer(JsonElement Golden, GivenLinear Model, Table Rows, Table Background)
{
    public static BreastCancer Read()
    {
        JsonElement golden = GoldenJson.Read("shap_model_agnostic_breast_cancer");
        double[] Of(string name) => GoldenJson.Numbers(golden.GetProperty(name));
        string[] features = [.. golden.GetProperty("features").EnumerateArray().Select(name => name.GetString()!)];
        double[] mean = Of("mean"), deviation = Of("std");
        (Table rows, Table background) = GoldenJson.Rows("shap_model_agnostic_breast_cancer");
        Table Standardised(Table table) => new([.. features.Select((name, i) => new NumericColumn(name,
            Array.ConvertAll(((NumericColumn)table.Columns[i]).Values, value => (value - mean[i]) / deviation[i])))]);
        return new(golden, new(features, Of("coef"), golden.GetProperty("intercept").GetDouble()), Standardised(rows),
            Standardised(background));
    }

    /// <summary>The largest distance from the values under a key.</summary>
    public double Distance(string key, double[] values)
    {
        double[] expected = GoldenJson.Numbers(Golden.GetProperty(key).GetProperty("values"));
        Assert.Equal(expected.Length, values.Length);
        return expected.Zip(values, (a, b) => Math.Abs(a - b)).Max();
    }
}
