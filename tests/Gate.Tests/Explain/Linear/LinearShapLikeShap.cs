using System.Text.Json;
using Gate.Data;
using Gate.Explain;
using Gate.Explain.Linear;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Tests.Models.XGBoost;

namespace Gate.Tests.Explain.Linear;

/// <summary>Values of shap's LinearExplainer and of XGBoost's linear booster.</summary>
public sealed class LinearShapLikeShap
{
    [SkippableFact]
    public void Independent_columns()
    {
        BreastCancer given = BreastCancer.Read();
        ShapValues found = LinearShap.Explain(given.Model, given.Rows, given.Background, new());
        Assert.InRange(given.Distance("linear_interventional", found.Values), 0, 1e-6);
        Assert.Equal(given.Golden.GetProperty("linear_interventional").GetProperty("expected_value").GetDouble(), found.BaseValues[0],
            1e-6);
        Assert.InRange(found.AdditivityError, 0, 1e-12);
    }

    /// <summary>shap estimates from 1,000 orders what is computed here from all; columns are nearly determined by each other. With other
    /// seeds of numpy the same estimate is 0.27 to 0.29 away too, and up to 0.5 from the one of the file.</summary>
    [SkippableFact]
    public void Correlated_columns_within_what_shaps_draws_allow()
    {
        BreastCancer given = BreastCancer.Read();
        ShapValues found = LinearShap.Explain(given.Model, given.Rows, given.Background, new(ColumnDependence.Correlated));
        Assert.InRange(given.Distance("linear_correlation_dependent", found.Values), 0.25, 0.32);
        Assert.InRange(found.AdditivityError, 0, 1e-6);
    }

    [SkippableFact]
    public void XGBoosts_linear_booster_against_rows_of_zeros()
    {
        JsonElement golden = GoldenJson.Read("shap_xgb_adult_gblinear");
        ForeignModel file = XGBoostFiles.Read("xgboost/adult_gblinear.json");
        var model = (ILinearMargin)new ForeignBinding(TaskType.BinaryClassification, ["no", "yes"],
            [.. file.Features.Select(feature => feature.Name!)]).Bind(file);
        Table rows = GoldenJson.Rows("shap_xgb_adult_gblinear").Rows;
        double[] mean = GoldenJson.Numbers(golden.GetProperty("mean")), deviation = GoldenJson.Numbers(golden.GetProperty("std"));
        Table standardised = new([.. rows.Columns.Select((column, i) => new NumericColumn(column.Name,
            Array.ConvertAll(((NumericColumn)column).Values, value => (value - mean[i]) / deviation[i])))]);
        Table zeros = new([.. rows.Columns.Select(column => new NumericColumn(column.Name, [0]))]);
        ShapValues found = LinearShap.Explain(model, standardised, zeros, new());
        double[] expected = GoldenJson.Numbers(golden.GetProperty("pred_contribs"));
        for (int row = 0; row < rows.RowCount; row++)
        {
            for (int i = 0; i < 14; i++) Assert.Equal(expected[row * 15 + i], found[row, i], 1e-6);
            Assert.Equal(expected[row * 15 + 14], found.BaseValues[0], 1e-6);
        }
    }
}
