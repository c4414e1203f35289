using System.Text.Json;
using Gate.Data;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Models.XGBoost;
using Gate.Tests.Models.Ensembles;
using Gate.Tests.Reference;

namespace Gate.Tests.Models.XGBoost;

/// <summary>Files that XGBoost 1.7.4 wrote, with its margins and predictions, in both formats.</summary>
public sealed class XGBoostFiles
{
    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            string[] names = ["adult_binary", "adult_binary_base_score", "adult_categorical", "adult_dart", "adult_gblinear",
                "diabetes_poisson", "diabetes_reg", "heart_missing", "wine_multi"];
            foreach (string name in names)
                foreach (string format in new[] { "json", "ubj" }) files.Add(name, format);
            return files;
        }
    }

    internal static ForeignModel Read(string file) => XGBoostFile.Read(file, SharedModelFiles.Bytes(file));

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Margins_and_predictions_are_those_of_xgboost(string name, string format)
    {
        ForeignModel file = Read($"xgboost/{name}.{format}");
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Path($"golden/shap_xgb_{name}.json")));
        Table rows = Rows(name, golden.RootElement);
        TaskType task = file.Classes switch { 0 => TaskType.Regression, 2 => TaskType.BinaryClassification,
            _ => TaskType.MulticlassClassification };
        string[] classes = task == TaskType.Regression ? [] : [.. Enumerable.Range(0, file.Classes).Select(i => $"class {i}")];
        var renamed = new Dictionary<string, string>();
        if (name == "wine_multi") renamed["od280_od315_of_diluted_wines"] = "od280/od315_of_diluted_wines";
        IReadOnlyList<string> columns = FeatureColumns.Resolve(file, [.. rows.Names], renamed);
        IMarginModel model = new ForeignBinding(task, classes, columns).Bind(file);
        Close(Numbers(golden.RootElement.GetProperty("margin")), model.Margins(rows), 1e-6, 1);
        // A small probability's relative error is the absolute one of its margin, which XGBoost sums in single precision.
        Close(Numbers(golden.RootElement.GetProperty("prediction")), model.Score(rows), 2e-6, 0);
    }

    [SkippableFact]
    public void Categories_of_bare_nan_in_json_give_the_predictions_of_xgboost()
    {
        IMarginModel model = SharedModelFiles.Bind(Read("real/treelite_xgb_toy_categorical_model.json"), TaskType.Regression);
        double[] margins = model.Margins(SharedModelFiles.Sparse("real/treelite_xgb_toy_categorical.test", 2, double.NaN));
        Close(SharedModelFiles.Expected("real/treelite_xgb_toy_categorical.test.pred"), margins, 1e-6, 1);
    }

    /// <summary>To a part of the number, or of <paramref name="least"/> where it is nearer to 0.</summary>
    private static void Close(double[] expected, double[] actual, double part, double least)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= part * Math.Max(Math.Abs(expected[i]), least),
                $"row {i}: expected {expected[i]}, found {actual[i]}");
    }

    private static double[] Numbers(JsonElement array) => array.ValueKind == JsonValueKind.Number ? [array.GetDouble()]
        : [.. array.EnumerateArray().SelectMany(Numbers)];

    private static Table Rows(string name, JsonElement golden)
    {
        switch (name)
        {
            case "heart_missing":
                return TestCsv.Read(ReferenceFiles.Path("golden/heart_missing_rows.csv"));
            case "diabetes_reg" or "diabetes_poisson":
                return TestCsv.Read(ReferenceFiles.Path("data/diabetes_raw.csv")).Take([.. Enumerable.Range(0, 100)]);
            case "wine_multi":
                Table wine = TestCsv.Read(ReferenceFiles.Path("data/wine.csv"));
                return wine.Take([.. Enumerable.Range(0, wine.RowCount).Where(row => row % 2 == 0)]);
        }
        Table adult = TestCsv.Read(ReferenceFiles.Path("golden/adult_shap_rows.csv"));
        if (name != "adult_gblinear") return adult;
        double[] mean = Numbers(golden.GetProperty("mean")), std = Numbers(golden.GetProperty("std"));
        return new Table([.. adult.Columns.Select((column, i) => new NumericColumn(column.Name,
            Array.ConvertAll(((NumericColumn)column).Values, value => (value - mean[i]) / std[i])))]);
    }
}
