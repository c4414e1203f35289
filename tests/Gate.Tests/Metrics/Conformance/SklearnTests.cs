using System.Text.Json;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Conformance;

/// <summary>scikit-learn's metrics: every number of the reference files, to 1e-9. Each theory names all keys in which Gate differs on
/// purpose.</summary>
public sealed class SklearnTests
{
    /// <summary>Entry, predictions, weighted, keys that differ.</summary>
    public static TheoryData<string, string, bool, string> Binary => new()
    {
        // Many rows share a score: the reference tears them apart in the order of the file, Gate keeps them in one bin.
        { "adult_tree", "adult_tree_predictions.csv", false, "ece_quantile10" },
        { "adult_tree/weighted", "adult_tree_predictions.csv", true, "" },
        { "breast_cancer", "breast_cancer_predictions.csv", false, "" },
        { "breast_cancer/weighted", "breast_cancer_predictions.csv", true, "" },
    };

    /// <summary>Entry, keys that differ.</summary>
    public static TheoryData<string, string> TinyBinary => new()
    {
        // All predicted positive: the precision of the class that is never predicted is 0 there, and undefined here.
        // No threshold leads: there the best one is made up. Ties: there they are torn apart into bins of equal frequency by their order.
        { "all_ties", "ece_quantile10 mcc precision_macro precision_weighted youden_threshold" },
        { "perfect", "" },
        { "inverted", "youden_threshold" },
        // One class: there the undefined rate of a class is 0 (macro recall, MCC) or left out (balanced accuracy), and a curve is NaN; here
        // they are undefined.
        { "one_class_pos", "balanced_accuracy mcc recall_macro roc_curve roc_curve_points youden_threshold" },
        { "one_class_neg", "average_precision balanced_accuracy mcc pr_auc_trapezoid recall_binary recall_macro roc_curve roc_curve_points "
            + "youden_threshold" },
        { "with_0_and_1_probs", "youden_threshold" },
        { "ties_mixed", "ece_quantile10" },
        { "single_row", "balanced_accuracy mcc roc_curve roc_curve_points youden_threshold" },
        { "threshold_exact", "ece_quantile10 mcc precision_macro precision_weighted youden_threshold" },
    };

    /// <summary>Entry, predictions, weighted, keys that differ.</summary>
    public static TheoryData<string, string, bool, string> Multiclass => new()
    {
        { "iris", "iris_predictions.csv", false, "" },
        { "wine", "wine_predictions.csv", false, "" },
        // With weights the reference file has one-versus-one without them (the library takes none), and an error of its script for
        // one-versus-rest: PairsOfClassesTests and SklearnValueTests have their values.
        { "iris/weighted", "iris_predictions.csv", true, "roc_auc_ovo_macro roc_auc_ovo_weighted roc_auc_ovr_weighted" },
        { "wine/weighted", "wine_predictions.csv", true, "roc_auc_ovo_macro roc_auc_ovo_weighted roc_auc_ovr_weighted" },
    };

    /// <summary>Entry, keys that differ.</summary>
    public static TheoryData<string, string> SmallMulticlass => new()
    {
        // The precision of a class that is never predicted is 0 there, and undefined here.
        { "missing_predicted_class", "precision_macro precision_per_class[2] precision_per_class[3] precision_weighted" },
        { "string_labels", "" },
    };

    /// <summary>Entry, weighted, keys that differ.</summary>
    public static TheoryData<string, bool, string> Regression => new()
    {
        { "diabetes", false, "" },
        { "diabetes/weighted_by_index_mod7_plus1", true, "" },
    };

    /// <summary>Entry, keys that differ.</summary>
    public static TheoryData<string, string> TinyRegression => new()
    {
        // Where all true values are equal there is no variance to explain: 0 or 1 there, undefined here.
        { "constant_target", "d2_absolute_error d2_pinball_0_9 explained_variance r2" },
        { "constant_target_perfect", "d2_absolute_error d2_pinball_0_9 explained_variance r2" },
        // Divides by 0: 7.5e14 there. The quantile of few rows without weights is between two of them in scikit-learn 1.2, and one of them
        // here.
        { "zero_target", "d2_pinball_0_9 mape" },
        { "perfect", "" },
        { "single_row", "explained_variance" }, // 1 there
        { "negative", "d2_pinball_0_9" },
    };

    [SkippableTheory]
    [MemberData(nameof(Binary))]
    public void Binary_agrees(string name, string file, bool weighted, string differing)
    {
        GoldenTable table = GoldenTable.Read(file);
        Check(Entry("sklearn_binary.json", name), table.Binary(weighted ? table.Numbers("weight") : null), differing, atLeast: 90);
    }

    [Theory]
    [MemberData(nameof(TinyBinary))]
    public void Tiny_binary_cases_agree(string name, string differing)
    {
        JsonElement entry = Entry("sklearn_binary.json", $"tiny/{name}");
        double[] scores = GoldenJson.Numbers(entry.GetProperty("y_score"));
        int[] labels = [.. entry.GetProperty("y_true").EnumerateArray().Select(y => y.GetInt32())];
        Check(entry.GetProperty("result"), Samples.Binary(labels, Array.ConvertAll(scores, score => score >= 0.5 ? 1 : 0), scores),
            differing, atLeast: 45);
    }

    [Theory]
    [MemberData(nameof(Multiclass))]
    public void Multiclass_agrees(string name, string file, bool weighted, string differing)
    {
        GoldenTable table = GoldenTable.Read(file);
        double[][] columns = [table.Numbers("p0"), table.Numbers("p1"), table.Numbers("p2")];
        double[] scores = [.. Enumerable.Range(0, table.Rows).SelectMany(i => columns.Select(column => column[i]))];
        Sample sample = Samples.Multiclass(["0", "1", "2"], table.Codes("y_true"), table.Codes("y_pred"), scores,
            weighted ? table.Numbers("weight") : null);
        Check(Entry("sklearn_multiclass.json", name), sample, differing, atLeast: 45);
    }

    [Theory]
    [MemberData(nameof(SmallMulticlass))]
    public void Small_multiclass_cases_agree(string name, string differing)
    {
        JsonElement entry = Entry("sklearn_multiclass.json", name);
        string[] classes = [.. GoldenJson.Texts(entry.GetProperty("result").GetProperty("labels")).Select(text => text!)];
        int[] Codes(string key) => [.. GoldenJson.Texts(entry.GetProperty(key)).Select(text => Array.IndexOf(classes, text))];
        Check(entry.GetProperty("result"), Samples.Multiclass(classes, Codes("y_true"), Codes("y_pred")), differing, atLeast: 30);
    }

    [Theory]
    [MemberData(nameof(Regression))]
    public void Regression_agrees(string name, bool weighted, string differing)
    {
        GoldenTable table = GoldenTable.Read("diabetes_predictions.csv");
        double[]? weights = weighted ? [.. Enumerable.Range(0, table.Rows).Select(i => i % 7 + 1.0)] : null;
        Check(Entry("sklearn_regression.json", name), Samples.Regression(table.Numbers("y_true"), table.Numbers("y_pred"), weights),
            differing, atLeast: 17);
    }

    [Theory]
    [MemberData(nameof(TinyRegression))]
    public void Tiny_regression_cases_agree(string name, string differing)
    {
        JsonElement entry = Entry("sklearn_regression.json", $"tiny/{name}");
        Sample sample = Samples.Regression(GoldenJson.Numbers(entry.GetProperty("y_true")),
            GoldenJson.Numbers(entry.GetProperty("y_pred")));
        Check(entry.GetProperty("result"), sample, differing, atLeast: 12);
    }

    [Fact]
    public void Every_entry_of_the_reference_is_compared()
    {
        Same("sklearn_binary.json", [.. Names(Binary), .. Names(TinyBinary).Select(name => $"tiny/{name}")]);
        Same("sklearn_multiclass.json", [.. Names(Multiclass), .. Names(SmallMulticlass)]);
        Same("sklearn_regression.json", [.. Names(Regression), .. Names(TinyRegression).Select(name => $"tiny/{name}")]);

        static void Same(string file, string[] tested) =>
            Assert.Equal(GoldenJson.Read(file).GetProperty("results").EnumerateObject().Select(entry => entry.Name)
                .Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(IEnumerable<object[]> data) => data.Select(row => (string)row[0]);

    private static JsonElement Entry(string file, string name) => GoldenJson.Read(file).GetProperty("results").GetProperty(name);

    private static void Check(JsonElement golden, Sample sample, string differing, int atLeast)
    {
        GoldenComparer compared = GoldenComparer.Compare(golden, sample);
        string actual = string.Join(' ', compared.Differing.Distinct().Order(StringComparer.Ordinal));
        Assert.True(differing == actual, $"these keys differ: {actual}");
        Assert.True(compared.Agreeing >= atLeast, $"{compared.Agreeing} numbers agree");
    }
}
