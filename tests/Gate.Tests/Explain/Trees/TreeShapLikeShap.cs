using System.Text.Json;
using Gate.Data;
using Gate.Explain;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Tests.Models.XGBoost;

namespace Gate.Tests.Explain.Trees;

/// <summary>Values of shap 0.46 and XGBoost 1.7 on the same models: scikit-learn's trees, forests and boosting, and files of
/// XGBoost.</summary>
public sealed class TreeShapLikeShap
{
    [SkippableTheory]
    [InlineData("adult_dt")]
    [InlineData("adult_gb")]
    [InlineData("adult_hgb")]
    [InlineData("adult_rf")]
    [InlineData("dt_diabetes")]
    [InlineData("gb_diabetes")]
    [InlineData("rf_diabetes")]
    [InlineData("rf_wine_multiclass")]
    public void Scikit_learns_models(string name)
    {
        JsonElement golden = GoldenJson.Read($"shap_tree_{name}"), shap = golden.GetProperty("shap");
        GivenTrees model = GivenTrees.OfScikitLearn(golden.GetProperty("model"));
        Check(model, shap, $"shap_tree_{name}", singlePrecision: false);
    }

    [SkippableTheory]
    [InlineData("adult_binary")]
    [InlineData("adult_binary_base_score")]
    [InlineData("diabetes_reg")]
    [InlineData("heart_missing")]
    [InlineData("wine_multi")]
    public void Files_of_xgboost_as_shap_explains_them(string name) =>
        Check(Model(name), GoldenJson.Read($"shap_xgb_{name}").GetProperty("shap"), $"shap_xgb_{name}", singlePrecision: true);

    [SkippableTheory]
    [InlineData("adult_binary")]
    [InlineData("adult_binary_base_score")]
    [InlineData("adult_categorical")]
    [InlineData("adult_dart")]
    [InlineData("diabetes_poisson")]
    [InlineData("diabetes_reg")]
    [InlineData("heart_missing")]
    [InlineData("wine_multi")]
    public void Files_of_xgboost_as_pred_contribs_explains_them(string name)
    {
        JsonElement golden = GoldenJson.Read($"shap_xgb_{name}");
        ITreeModel model = Model(name);
        Table rows = Renamed(GoldenJson.Rows($"shap_xgb_{name}").Rows);
        var explainer = new TreeShap(model, new());
        ShapValues found = explainer.Explain(rows);
        int features = found.Features.Count, outputs = found.Outputs.Count;
        double[] contributions = GoldenJson.Numbers(golden.GetProperty("pred_contribs"));
        // XGBoost adds up in single precision numbers as large as these.
        double scale = Math.Max(1, contributions.Max(Math.Abs));
        // Rows × outputs × (features and the bias), in single precision.
        for (int i = 0; i < contributions.Length; i++)
        {
            (int row, int output, int feature) = (i / (outputs * (features + 1)), i / (features + 1) % outputs, i % (features + 1));
            Near(contributions[i], feature == features ? found.BaseValues[output] : found[row, feature, output], scale,
                $"{name}[{i}]");
        }
        if (!golden.TryGetProperty("pred_interactions_first_rows", out JsonElement first)) return;
        double[] pairs = GoldenJson.Numbers(first);
        int side = features + 1, shown = pairs.Length / (side * side * outputs);
        ShapInteractions interactions = explainer.Interactions(rows.Take([.. Enumerable.Range(0, shown)]));
        for (int i = 0; i < pairs.Length; i++)
        {
            (int row, int output, int a, int b) = (i / (side * side * outputs), i / (side * side) % outputs, i / side % side, i % side);
            if (a < features && b < features) Near(pairs[i], interactions[row, a, b, output], scale, $"{name} pair[{i}]");
        }
    }

    /// <summary>shap's own interventional probability is no Shapley value of the probability; its exact explainer's is.</summary>
    [SkippableFact]
    public void The_probability_as_shaps_exact_explainer_explains_it()
    {
        JsonElement golden = GoldenJson.Read("shap_agreement_gb_breast_cancer");
        GivenTrees model = GivenTrees.OfScikitLearn(golden.GetProperty("model"));
        (Table rows, Table background) = GoldenJson.Rows("shap_agreement_gb_breast_cancer");
        foreach ((ExplainedOutput output, string key) in new[] { (ExplainedOutput.Raw, "exact_raw"), (ExplainedOutput.Probability,
            "exact_probability") })
        {
            ShapValues found = new TreeShap(model, new(TreePerturbation.Interventional, output) { Background = background }).Explain(rows);
            Near(golden.GetProperty(key).GetProperty("values"), found.Values, 1, key);
            Near(golden.GetProperty(key).GetProperty("base_values")[0], [found.BaseValues[0]], 1, key);
            if (output == ExplainedOutput.Probability) Assert.InRange(found.AdditivityError, 0, 1e-12);
        }
    }

    private static void Check(ITreeModel model, JsonElement shap, string file, bool singlePrecision)
    {
        (Table rows, Table background) = GoldenJson.Rows(file);
        (rows, background) = (Renamed(rows), Renamed(background));
        var explainer = new TreeShap(model, new());
        ShapValues found = explainer.Explain(rows);
        JsonElement path = shap.GetProperty("path_dependent");
        double[] expected = GoldenJson.Numbers(path.GetProperty("values"));
        int theirs = expected.Length / (rows.RowCount * found.Features.Count), shown = found.Outputs.Count;
        // Of two classes shap has both, Gate the positive one.
        double[] Own(JsonElement values) => [.. GoldenJson.Numbers(values).Where((_, i) => theirs == shown || i % theirs == 1)];
        // shap asks XGBoost, which adds its trees up in single precision.
        double largest = singlePrecision ? Math.Max(1, found.Values.Max(Math.Abs)) : 1;
        Near(Own(path.GetProperty("values")), found.Values, largest, "path");
        Near(Own(path.GetProperty("expected_value")), [.. found.BaseValues],
            Math.Max(largest, singlePrecision ? Math.Abs(found.BaseValues[0]) : 1), "path base");
        double[] pairs = Own(shap.GetProperty("path_dependent_interactions_first_rows"));
        int first = pairs.Length / (found.Features.Count * found.Features.Count * shown);
        Near(pairs, explainer.Interactions(rows.Take([.. Enumerable.Range(0, first)])).Values, largest, "pairs");
        ShapValues interventional = new TreeShap(model, new(TreePerturbation.Interventional) { Background = background }).Explain(rows);
        // shap's interventional walk keeps leaves in single precision.
        double scale = Math.Max(1, interventional.Values.Max(Math.Abs));
        Near(Own(shap.GetProperty("interventional_raw").GetProperty("values")), interventional.Values, scale, "interventional");
        Near(Own(shap.GetProperty("interventional_raw").GetProperty("expected_value")), [.. interventional.BaseValues],
            Math.Max(1, Math.Abs(interventional.BaseValues[0])), "interventional base");
    }

    internal static ITreeModel Model(string name)
    {
        ForeignModel file = XGBoostFiles.Read($"xgboost/{name}.json");
        TaskType task = file.Classes switch { 0 => TaskType.Regression, 2 => TaskType.BinaryClassification,
            _ => TaskType.MulticlassClassification };
        return (ITreeModel)new ForeignBinding(task, [.. Enumerable.Range(0, file.Classes).Select(i => $"class {i}")],
            [.. file.Features.Select(feature => feature.Name!)]).Bind(file);
    }

    private static Table Renamed(Table rows) =>
        new([.. rows.Columns.Select(column => column.Rename(column.Name.Replace("od280/od315", "od280_od315", StringComparison.Ordinal)))]);

    private static void Near(JsonElement expected, double[] found, double scale, string what) =>
        Near(GoldenJson.Numbers(expected), found, scale, what);

    private static void Near(double[] expected, double[] found, double scale, string what)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++) Near(expected[i], found[i], scale, $"{what}[{i}]");
    }

    private static void Near(double expected, double found, double scale, string what) =>
        Assert.True(Math.Abs(expected - found) <= 1e-6 * scale, $"{what}: expected {expected}, found {found}, off by {expected - found}");
}
