using System.Text.Json;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Conformance;

/// <summary>scikit-learn's metrics, every value that the catalogue has to 1e-9.</summary>
public sealed class SklearnTests
{
    private static readonly Dictionary<string, string> names = new()
    {
        ["mcc"] = "matthews_corrcoef",
        ["brier"] = "brier_score_loss",
        ["roc_auc_ovr_macro"] = "roc_auc_ovr",
    };

    [SkippableTheory]
    [InlineData("adult_tree", "adult_tree_predictions.csv", false)]
    [InlineData("adult_tree/weighted", "adult_tree_predictions.csv", true)]
    [InlineData("breast_cancer", "breast_cancer_predictions.csv", false)]
    [InlineData("breast_cancer/weighted", "breast_cancer_predictions.csv", true)]
    public void Binary_agrees(string name, string file, bool weighted)
    {
        GoldenTable table = GoldenTable.Read(file);
        JsonElement golden = GoldenJson.Read("sklearn_binary.json").GetProperty("results").GetProperty(name);
        (int compared, List<string> undefined) = Compare(golden, table.Binary(weighted ? table.Numbers("weight") : null));
        Assert.Equal(25, compared);
        Assert.Empty(undefined);
    }

    [SkippableTheory]
    // All predicted positive: the precision of the class that is never predicted is 0 there, and undefined here.
    [InlineData("all_ties", "matthews_corrcoef precision_macro precision_weighted")]
    [InlineData("perfect", "")]
    [InlineData("inverted", "")]
    [InlineData("with_0_and_1_probs", "")]
    [InlineData("ties_mixed", "")]
    // One class: the reference raises (AUC), or takes the undefined rate of a class as 0 (macro recall, MCC) or leaves it out (balanced accuracy).
    [InlineData("one_class_pos", "balanced_accuracy matthews_corrcoef recall_macro roc_auc")]
    [InlineData("one_class_neg", "average_precision balanced_accuracy matthews_corrcoef recall recall_macro roc_auc")]
    [InlineData("single_row", "balanced_accuracy cohen_kappa matthews_corrcoef roc_auc")]
    [InlineData("threshold_exact", "matthews_corrcoef precision_macro precision_weighted")]
    public void Tiny_binary_cases_differ_only_where_undefined(string name, string undefinedHere)
    {
        JsonElement entry = GoldenJson.Read("sklearn_binary.json").GetProperty("results").GetProperty($"tiny/{name}");
        double[] scores = GoldenJson.Numbers(entry.GetProperty("y_score"));
        int[] labels = [.. entry.GetProperty("y_true").EnumerateArray().Select(y => y.GetInt32())];
        (_, List<string> undefined) = Compare(entry.GetProperty("result"), Samples.Binary(labels, Array.ConvertAll(scores, score => score >= 0.5 ? 1 : 0), scores));
        Assert.Equal(undefinedHere, string.Join(' ', undefined.Order(StringComparer.Ordinal)));
    }

    [SkippableTheory]
    [InlineData("iris", "iris_predictions.csv", false)]
    [InlineData("iris/weighted", "iris_predictions.csv", true)]
    [InlineData("wine", "wine_predictions.csv", false)]
    [InlineData("wine/weighted", "wine_predictions.csv", true)]
    public void Multiclass_agrees(string name, string file, bool weighted)
    {
        GoldenTable table = GoldenTable.Read(file);
        double[][] columns = [table.Numbers("p0"), table.Numbers("p1"), table.Numbers("p2")];
        double[] scores = [.. Enumerable.Range(0, table.Rows).SelectMany(i => columns.Select(column => column[i]))];
        Sample sample = Samples.Multiclass(["0", "1", "2"], table.Codes("y_true"), table.Codes("y_pred"), scores, weighted ? table.Numbers("weight") : null);
        (int compared, List<string> undefined) = Compare(GoldenJson.Read("sklearn_multiclass.json").GetProperty("results").GetProperty(name), sample);
        Assert.Equal(18, compared);
        Assert.Empty(undefined);
    }

    [SkippableTheory]
    [InlineData("missing_predicted_class", "precision_macro precision_weighted")] // 0 there for the classes never predicted
    [InlineData("string_labels", "")]
    public void Small_multiclass_cases_differ_only_where_undefined(string name, string undefinedHere)
    {
        JsonElement entry = GoldenJson.Read("sklearn_multiclass.json").GetProperty("results").GetProperty(name);
        string[] classes = [.. GoldenJson.Texts(entry.GetProperty("result").GetProperty("labels")).Select(text => text!)];
        int[] Codes(string key) => [.. GoldenJson.Texts(entry.GetProperty(key)).Select(text => Array.IndexOf(classes, text))];
        (int compared, List<string> undefined) = Compare(entry.GetProperty("result"), Samples.Multiclass(classes, Codes("y_true"), Codes("y_pred")));
        Assert.Equal(undefinedHere, string.Join(' ', undefined.Order(StringComparer.Ordinal)));
        Assert.Equal(16, compared + undefined.Count);
    }

    [SkippableTheory]
    [InlineData("diabetes", false)]
    [InlineData("diabetes/weighted_by_index_mod7_plus1", true)]
    public void Regression_agrees(string name, bool weighted)
    {
        GoldenTable table = GoldenTable.Read("diabetes_predictions.csv");
        double[]? weights = weighted ? [.. Enumerable.Range(0, table.Rows).Select(i => i % 7 + 1.0)] : null;
        (int compared, List<string> undefined) = Compare(GoldenJson.Read("sklearn_regression.json").GetProperty("results").GetProperty(name), Samples.Regression(table.Numbers("y_true"), table.Numbers("y_pred"), weights));
        Assert.Equal(weighted ? 6 : 7, compared);
        Assert.Empty(undefined);
    }

    [SkippableTheory]
    [InlineData("constant_target", "r2")] // 0 there
    [InlineData("constant_target_perfect", "r2")] // 1 there
    [InlineData("zero_target", "mean_absolute_percentage_error")] // 7.5e14 there
    [InlineData("perfect", "")]
    [InlineData("single_row", "r2")] // NaN there
    [InlineData("negative", "")]
    public void Tiny_regression_cases_differ_only_where_undefined(string name, string undefinedHere)
    {
        JsonElement entry = GoldenJson.Read("sklearn_regression.json").GetProperty("results").GetProperty($"tiny/{name}");
        Sample sample = Samples.Regression(GoldenJson.Numbers(entry.GetProperty("y_true")), GoldenJson.Numbers(entry.GetProperty("y_pred")));
        (int compared, List<string> undefined) = Compare(entry.GetProperty("result"), sample);
        Assert.Equal(undefinedHere, string.Join(' ', undefined));
        Assert.Equal(7, compared + undefined.Count);
    }

    /// <summary>Compares every key that names a metric of the catalogue for this task.</summary>
    private static (int Compared, List<string> Undefined) Compare(JsonElement golden, Sample sample)
    {
        MetricFrame frame = MetricFrame.Gather(sample, Samples.Everyone(sample.Rows), new FrameOptions(Replicates: 0));
        int compared = 0;
        List<string> undefined = [];
        foreach (JsonProperty property in golden.EnumerateObject())
        {
            string key = property.Name.Replace("_binary", "", StringComparison.Ordinal);
            if (MetricCatalogue.Find(names.GetValueOrDefault(key, key)) is not Metric metric || !metric.Tasks.Contains(sample.Task)) continue;
            MetricValue value = frame.Measure(metric).Value;
            if (!value.IsDefined)
            {
                undefined.Add(metric.Name);
                continue;
            }
            // Where the reference raises or is NaN, Gate must be undefined too: a missing number fails here.
            Near.Check(GoldenJson.Number(property.Value), value.Number, property.Name);
            compared++;
        }
        return (compared, undefined);
    }
}
