using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gate.Data;
using Gate.Metrics;
using Gate.Metrics.Curves;
using Gate.Metrics.Scores;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Conformance;

/// <summary>
/// Compares each number of a reference entry with Gate's, to 1e-9. A key that is neither compared nor exempt fails the test.
/// Where the reference has no number (it raises, or gives NaN or an infinity), Gate must be undefined.
/// </summary>
internal sealed partial class GoldenComparer
{
    /// <summary>Keys that Gate has not on purpose, and why.</summary>
    private static readonly Dictionary<string, string> exempt = new()
    {
        ["ece_quantile10.table"] = "bins of equal frequency are no curve of the report; their error is compared",
        ["weight"] = "of a bin: the curve gives its rows; its shares, which are of weight, are compared",
    };

    private static readonly Dictionary<string, string> names = new()
    {
        ["mcc"] = "matthews_corrcoef",
        ["ks"] = "ks_statistic",
        ["roc_auc_ovr_macro"] = "roc_auc_ovr",
        ["roc_auc_ovo_macro"] = "roc_auc_ovo",
        ["pr_auc_trapezoid"] = "pr_auc",
        ["brier_multiclass_sum"] = "brier_score_loss",
        ["poisson_deviance"] = "mean_poisson_deviance",
        ["gamma_deviance"] = "mean_gamma_deviance",
    };

    private readonly Sample sample;
    private readonly MetricFrame frame;

    private GoldenComparer(Sample sample)
    {
        this.sample = sample;
        frame = MetricFrame.Gather(sample, Samples.Everyone(sample.Rows), new FrameOptions(Replicates: 0));
    }

    /// <summary>How many numbers were compared and agree.</summary>
    public int Agreeing { get; private set; }

    /// <summary>Where Gate is undefined or different and the reference has a number, or the other way round.</summary>
    public List<string> Differing { get; } = [];

    public static GoldenComparer Compare(JsonElement entry, Sample sample)
    {
        var comparer = new GoldenComparer(sample);
        foreach (JsonProperty property in entry.EnumerateObject()) comparer.Key(property.Name, property.Value);
        return comparer;
    }

    private void Key(string key, JsonElement value)
    {
        switch (key)
        {
            case "labels":
                Assert.Equal(GoldenJson.Texts(value).Select(text => text!), sample.Classes);
                break;
            case "confusion":
                Confusion(value);
                break;
            case "class_likelihood_ratios":
                Number("positive_likelihood_ratio", value[0], Measure("positive_likelihood_ratio"));
                Number("negative_likelihood_ratio", value[1], Measure("negative_likelihood_ratio"));
                break;
            case "log_loss_normalize_false": // a sum; Gate has the mean
                MetricValue mean = Measure("log_loss");
                Number(key, value, mean.IsDefined ? MetricValue.Of(mean.Number * frame.Overall.Weight) : mean);
                break;
            case "ece10" or "ece15":
                Calibration(key, value, int.Parse(key[3..], CultureInfo.InvariantCulture));
                break;
            case "ece_quantile10":
                Assert.Equal(["ece", "table"], value.EnumerateObject().Select(part => part.Name));
                Number(key, value.GetProperty("ece"), Measure("expected_calibration_error_quantile", ("bins", 10)));
                Assert.Contains("ece_quantile10.table", exempt.Keys);
                break;
            case "ece10_top_label":
                Number(key, value, Measure("expected_calibration_error", ("bins", 10)));
                break;
            case "calibration_curve_uniform10":
                IReadOnlyList<CalibrationBin> bins = ScoreCurves.Calibration(sample, null);
                Numbers($"{key}.prob_true", value.GetProperty("prob_true"), [.. bins.Select(bin => bin.FractionPositive)]);
                Numbers($"{key}.prob_pred", value.GetProperty("prob_pred"), [.. bins.Select(bin => bin.MeanScore)]);
                break;
            case "roc_curve" or "roc_curve_points" or "youden_threshold":
                Roc(key, value);
                break;
            case string when key.EndsWith("_per_class", StringComparison.Ordinal):
                Assert.Equal(sample.Classes.Count, value.GetArrayLength());
                Metric metric = Samples.Metric(key[..^"_per_class".Length]);
                for (int k = 0; k < sample.Classes.Count; k++)
                    Number($"{key}[{sample.Classes[k]}]", value[k], frame.Measure(metric.OneVsRest(k, sample.Classes[k])!).Value);
                break;
            default:
                Metric found = Find(key)
                    ?? throw new KeyNotFoundException($"the reference has the key {key}, which Gate neither has nor exempts");
                Number(key, value, frame.Measure(found).Value);
                break;
        }
    }

    /// <summary>The metric that a key names, with the parameters in it: <c>f0.5_macro</c>, <c>tweedie_1_5</c>,
    /// <c>top_2_accuracy</c>.</summary>
    private static Metric? Find(string key)
    {
        if (FBeta().Match(key) is { Success: true } f)
            return With($"fbeta{f.Groups[2].Value.Replace("_binary", "", StringComparison.Ordinal)}", ("beta", Value(f.Groups[1].Value)));
        if (Parameter().Match(key) is { Success: true } p)
        {
            double value = Value(p.Groups[2].Value.Replace('_', '.'));
            return p.Groups[1].Value switch
            {
                "pinball" => With("mean_pinball_loss", ("alpha", value)),
                "d2_pinball" => With("d2_pinball", ("alpha", value)),
                "tweedie" => With("mean_tweedie_deviance", ("power", value)),
                "d2_tweedie" => With("d2_tweedie", ("power", value)),
                "roc_auc_max_fpr" => With("partial_roc_auc", ("max_fpr", value)),
                _ => null,
            };
        }
        if (TopK().Match(key) is { Success: true } top) return With("top_k_accuracy", ("k", Value(top.Groups[1].Value)));
        string name = key.Replace("_binary", "", StringComparison.Ordinal);
        return MetricCatalogue.Find(names.GetValueOrDefault(name, name));
    }

    /// <summary>The four counts of each class against the others are those of the whole matrix.</summary>
    private void Confusion(JsonElement rows)
    {
        double[][] matrix = [.. rows.EnumerateArray().Select(GoldenJson.Numbers)];
        Assert.Equal(sample.Classes.Count, matrix.Length);
        for (int k = 0; k < matrix.Length; k++)
        {
            double of = matrix[k].Sum(), predicted = matrix.Sum(row => row[k]), all = matrix.Sum(row => row.Sum());
            (string, double)[] counts = [("true_positives", matrix[k][k]), ("false_negatives", of - matrix[k][k]),
                ("false_positives", predicted - matrix[k][k]), ("true_negatives", all - of - predicted + matrix[k][k])];
            foreach ((string name, double count) in counts)
            {
                // Of two classes, the metric itself is that of the positive one.
                if (sample.Task == TaskType.BinaryClassification && k != Sample.Positive) continue;
                Metric metric = sample.Task == TaskType.BinaryClassification ? Samples.Metric(name) : Samples.Metric(name)
                    .OneVsRest(k, sample.Classes[k])!;
                Settle($"confusion {metric.Name}", count, frame.Measure(metric).Value);
            }
        }
    }

    private void Calibration(string key, JsonElement value, int bins)
    {
        Assert.Equal(["ece", "mce", "bins", "table"], value.EnumerateObject().Select(part => part.Name));
        Assert.Equal(bins, value.GetProperty("bins").GetInt32());
        Number($"{key}.ece", value.GetProperty("ece"), Measure("expected_calibration_error", ("bins", bins)));
        Number($"{key}.mce", value.GetProperty("mce"), Measure("maximum_calibration_error", ("bins", bins)));
        JsonElement[] table = [.. value.GetProperty("table").EnumerateArray()];
        IReadOnlyList<CalibrationBin> curve = ScoreCurves.Calibration(sample, null, bins);
        Assert.Equal(table.Length, curve.Count);
        foreach ((JsonElement row, CalibrationBin bin) in table.Zip(curve))
        {
            Assert.Equal(["bin", "n", "weight", "accuracy", "confidence"], row.EnumerateObject().Select(part => part.Name));
            Assert.Contains("weight", exempt.Keys);
            Assert.Equal(row.GetProperty("bin").GetInt32(), EqualWidthBins.Of(bin.MeanScore, bins));
            Assert.Equal(row.GetProperty("n").GetInt64(), bin.Count);
            Settle($"{key}.accuracy", row.GetProperty("accuracy").GetDouble(), MetricValue.Of(bin.FractionPositive));
            Settle($"{key}.confidence", row.GetProperty("confidence").GetDouble(), MetricValue.Of(bin.MeanScore));
        }
    }

    private void Roc(string key, JsonElement value)
    {
        IReadOnlyList<RocPoint> points = ScoreCurves.Roc(sample, null, int.MaxValue);
        if (points.Count == 0)
        {
            // One class: Gate has no curve, the reference one of NaN.
            Differing.Add(key);
            return;
        }
        switch (key)
        {
            case "roc_curve_points":
                Settle(key, value.GetDouble(), MetricValue.Of(points.Count));
                break;
            case "youden_threshold":
                double? best = points.MaxBy(point => point.TruePositiveRate - point.FalsePositiveRate).Threshold;
                Number(key, value, best is double threshold ? MetricValue.Of(threshold) : MetricValue.Missing(
                    "none is predicted positive there"));
                break;
            default:
                Assert.Equal(["fpr", "tpr", "thresholds"], value.EnumerateObject().Select(part => part.Name));
                Numbers("roc_curve.fpr", value.GetProperty("fpr"), [.. points.Select(point => point.FalsePositiveRate)]);
                Numbers("roc_curve.tpr", value.GetProperty("tpr"), [.. points.Select(point => point.TruePositiveRate)]);
                // The first threshold, at which none is predicted positive, is made up there and none here.
                Assert.Null(points[0].Threshold);
                double[] thresholds = GoldenJson.Numbers(value.GetProperty("thresholds"));
                Assert.Equal(thresholds.Length, points.Count);
                for (int i = 1; i < thresholds.Length; i++)
                    Settle("roc_curve.thresholds", thresholds[i], MetricValue.Of(points[i].Threshold!.Value));
                break;
        }
    }

    private void Numbers(string what, JsonElement expected, double[] actual)
    {
        Assert.Equal(expected.GetArrayLength(), actual.Length);
        for (int i = 0; i < actual.Length; i++) Number(what, expected[i], MetricValue.Of(actual[i]));
    }

    private void Number(string what, JsonElement expected, MetricValue actual) => Settle(what, expected.ValueKind switch
    {
        JsonValueKind.Number => expected.GetDouble(),
        JsonValueKind.Null => null,
        JsonValueKind.String when expected.GetString() is "NaN" or "Infinity" or "-Infinity" => null,
        JsonValueKind.String when expected.GetString()!.StartsWith("ERROR ", StringComparison.Ordinal) => null,
        _ => throw new KeyNotFoundException($"{what} is not a number but {expected}"),
    }, actual);

    private void Settle(string what, double? expected, MetricValue actual)
    {
        bool agrees = expected is double number ? actual.IsDefined && Near.Holds(number, actual.Number) : !actual.IsDefined;
        if (agrees) Agreeing++;
        else Differing.Add(what);
    }

    private MetricValue Measure(string name, params (string, double)[] parameters) => frame.Measure(With(name, parameters)).Value;

    private static Metric With(string name, params (string Name, double Value)[] parameters) =>
        Samples.Metric(name).With(parameters.ToDictionary(p => p.Name, p => p.Value));

    private static double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^f(0\.5|2)(_[a-z]+)$")]
    private static partial Regex FBeta();

    [GeneratedRegex(@"^([a-z0-9_]+?)_(\d+(?:[._]\d+)?)$")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^top_(\d)_accuracy$")]
    private static partial Regex TopK();
}
