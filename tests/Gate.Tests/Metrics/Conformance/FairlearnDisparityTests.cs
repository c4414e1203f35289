using System.Text.Json;
using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Conformance;

/// <summary>Fairlearn's named disparities and its generated metrics on the Adult test set, every value to 1e-9.</summary>
public sealed class FairlearnDisparityTests
{
    [SkippableFact]
    public void Named_disparities_agree()
    {
        var frames = new Frames();
        int compared = 0;
        foreach (JsonProperty golden in GoldenJson.Read("fairlearn_disparities_adult.json").GetProperty("disparities").EnumerateObject())
        {
            string[] parts = golden.Name.Split('/'); // by, weights, method, name[, aggregation]
            string name = parts.Length == 5 && parts[4] == "mean" ? $"{parts[3]}_mean" : parts[3];
            Comparison comparison = DisparityCatalogue.Find(name)!.Comparison
                with { Method = parts[2] == "to_overall" ? CompareMethod.ToOverall : CompareMethod.BetweenGroups };
            Near.Check(GoldenJson.Number(golden.Value), frames.Compare(parts[0], parts[1], comparison, regression: false), golden.Name);
            compared++;
        }
        Assert.Equal(128, compared);
    }

    [SkippableFact]
    public void Generated_metrics_agree()
    {
        (string Suffix, CompareKind Kind)[] kinds = [("_difference", CompareKind.Difference), ("_ratio", CompareKind.Ratio),
            ("_group_min", CompareKind.GroupMin), ("_group_max", CompareKind.GroupMax)];
        var frames = new Frames();
        int compared = 0;
        foreach (JsonProperty golden in GoldenJson.Read("fairlearn_disparities_adult.json").GetProperty("generated").EnumerateObject())
        {
            string[] parts = golden.Name.Split('/');
            (string suffix, CompareKind kind) = kinds.Single(k => parts[2].EndsWith(k.Suffix, StringComparison.Ordinal));
            Metric metric = Samples.Metric(parts[2][..^suffix.Length].Replace("_score", "", StringComparison.Ordinal));
            double actual = frames.Compare(parts[0], parts[1], new Comparison(parts[2], kind, [metric]),
                metric.Tasks.Contains(TaskType.Regression));
            Near.Check(GoldenJson.Number(golden.Value), actual, golden.Name);
            compared++;
        }
        Assert.Equal(100, compared);
    }

    /// <summary>The reference takes regression metrics of the predicted classes as numbers; so does a regression sample of them.</summary>
    private sealed class Frames
    {
        private readonly GoldenTable table = GoldenTable.Read("adult_tree_predictions.csv");
        private readonly Dictionary<(string, string, bool), (MetricFrame, Grouping)> frames = [];

        public double Compare(string by, string weights, Comparison comparison, bool regression)
        {
            if (!frames.TryGetValue((by, weights, regression), out (MetricFrame Frame, Grouping Grouping) found))
            {
                CategoryColumn[] columns = [.. by.Split("_x_").Select(table.Column)];
                double[]? numbers = weights == "weighted" ? table.Numbers("weight") : null;
                Sample sample = regression ? Samples.Regression(table.Numbers("y_true"), table.Numbers("y_pred"), numbers) : table.Binary(
                    numbers);
                Grouping grouping = Grouping.Create(columns, [], table.Rows);
                frames[(by, weights, regression)] = found = (MetricFrame.Gather(sample, grouping, new FrameOptions(Replicates: 0)),
                    grouping);
            }
            return found.Frame.Compare(comparison, Samples.All(found.Grouping)).Worst.Value.Number;
        }
    }
}
