using System.Text.Json;
using Gate.Data;
using Gate.Tests.Models;
using Gate.Tests.Reference;

namespace Gate.Tests.Explain;

/// <summary>Reference files of SHAP: arrays of any depth as their numbers, and the rows that they speak of.</summary>
internal static class GoldenJson
{
    public static JsonElement Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(ReferenceFiles.Path($"golden/{file}.json")));
        return document.RootElement.Clone();
    }

    public static double[] Numbers(JsonElement element) => element.ValueKind == JsonValueKind.Number ? [element.GetDouble()]
        : [.. element.EnumerateArray().SelectMany(Numbers)];

    /// <summary>The explained rows and the background of a file, by its name.</summary>
    public static (Table Rows, Table Background) Rows(string file)
    {
        Table Csv(string name, Func<int, bool> rows)
        {
            Table all = TestCsv.Read(ReferenceFiles.Path(name));
            return all.Take([.. Enumerable.Range(0, all.RowCount).Where(rows)]);
        }
        (Table, Table) Of(string name, Func<int, bool> rows, Func<int, bool> background) => (Csv(name, rows), Csv(name, background));
        return file switch
        {
            _ when file.Contains("adult", StringComparison.Ordinal) => (Csv("golden/adult_shap_rows.csv", _ => true),
                Csv("golden/adult_shap_background.csv", _ => true)),
            _ when file.Contains("tree", StringComparison.Ordinal) && file.Contains("diabetes", StringComparison.Ordinal) =>
                Of("golden/diabetes_x10000.csv", row => row < 100, row => row is >= 100 and < 150),
            _ when file.Contains("diabetes", StringComparison.Ordinal) =>
                Of("data/diabetes_raw.csv", row => row < 100, row => row is >= 100 and < 150),
            _ when file.Contains("heart", StringComparison.Ordinal) =>
                Of("golden/heart_missing_rows.csv", _ => true, row => row % 6 == 0),
            "shap_tree_rf_wine_multiclass" => Of("golden/wine_x1000.csv", row => row % 2 == 0, row => row % 4 == 1),
            _ when file.Contains("wine", StringComparison.Ordinal) => Of("data/wine.csv", row => row % 2 == 0, row => row % 4 == 1),
            "shap_agreement_gb_breast_cancer" => Of("golden/breast_cancer8_int.csv", row => row < 20, row => row % 12 == 0 && row < 480),
            _ => Of("data/breast_cancer.csv", row => row < 20, row => row % 12 == 0 && row < 480),
        };
    }
}
