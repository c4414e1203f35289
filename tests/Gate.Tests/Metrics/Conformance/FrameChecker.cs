using System.Text.Json;
using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Conformance;

/// <summary>
/// Compares a frame with Fairlearn's: overall, by group, minimum, maximum, difference and ratio by both methods. Where Gate is undefined
/// and Fairlearn is not (or is NaN), the difference is counted under a name, so that a test can state how many of which it expects.
/// </summary>
internal sealed class FrameChecker(Sample sample, CategoryColumn[] by, CategoryColumn[] control, Func<string, string?> rename)
{
    private static readonly (string Key, CompareKind Kind, CompareMethod Method)[] comparisons =
    [
        ("group_min", CompareKind.GroupMin, CompareMethod.BetweenGroups),
        ("group_max", CompareKind.GroupMax, CompareMethod.BetweenGroups),
        ("difference_between_groups", CompareKind.Difference, CompareMethod.BetweenGroups),
        ("difference_to_overall", CompareKind.Difference, CompareMethod.ToOverall),
        ("ratio_between_groups", CompareKind.Ratio, CompareMethod.BetweenGroups),
        ("ratio_to_overall", CompareKind.Ratio, CompareMethod.ToOverall),
    ];

    private readonly Grouping grouping = Grouping.Create(by, control, sample.Rows);
    private static readonly FrameOptions noIntervals = new(Replicates: 0);

    private readonly HashSet<(string Level, string Metric)> broken = [];

    private static readonly string[] described = ["sensitive_levels", "control_levels", "ratio_to_overall_ERROR"];

    private int visited;

    public int Compared { get; private set; }

    /// <summary>Where Gate differs on purpose, by name.</summary>
    public SortedDictionary<string, int> Differences { get; } = new(StringComparer.Ordinal);

    /// <summary>The differences in one line.</summary>
    public string Summary => string.Join("; ", Differences.Select(difference => $"{difference.Key} = {difference.Value}"));

    public void Check(JsonElement golden)
    {
        MetricFrame frame = MetricFrame.Gather(sample, grouping, noIntervals);
        Grouping levels = Grouping.Create(control, [], sample.Rows);
        MetricFrame ofLevels = MetricFrame.Gather(sample, levels, noIntervals);
        CheckGroups(golden.GetProperty("overall"), metric => ofLevels.MeasureGroups(metric), key => GroupAt(levels, [], key), "overall");
        CheckGroups(golden.GetProperty("by_group"), metric => frame.MeasureGroups(metric),
            key => GroupAt(grouping, key[..control.Length], key[control.Length..]), "by_group");
        foreach ((string key, CompareKind kind, CompareMethod method) in comparisons)
        {
            if (golden.TryGetProperty(key, out JsonElement entries)) CheckComparison(entries, frame, key, kind, method);
            else
                foreach (JsonProperty metric in golden.GetProperty($"{key}_by_metric").EnumerateObject())
                    if (metric.Value.ValueKind == JsonValueKind.Array) CheckComparison(metric.Value, frame, key, kind, method);
                    else
                    {
                        visited++;
                        Name("an error in the reference");
                    }
        }
        // A key that nothing above looked at would be compared by nothing.
        Assert.Equal(golden.EnumerateObject().Where(key => !described.Contains(key.Name)).Sum(key => Count(key.Value)), visited);
    }

    /// <summary>The values below a key of the reference: one a metric and group, or one a metric that failed.</summary>
    private static int Count(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Sum(entry => entry.ValueKind == JsonValueKind.Object ? Count(entry) : 1),
        JsonValueKind.Object => value.EnumerateObject().Where(property => property.Name != "key")
            .Sum(property => property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() > 0
            && property.Value[0].ValueKind == JsonValueKind.Object ? Count(property.Value) : 1),
        _ => 1,
    };

    private void CheckGroups(JsonElement entries, Func<Metric, IReadOnlyList<Measurement>> measure, Func<string?[], int> groupAt,
        string what)
    {
        foreach (JsonElement entry in Entries(entries))
        {
            int group = groupAt(Key(entry));
            foreach ((string name, Metric metric, double expected) in Values(entry))
            {
                if (group < 0)
                {
                    Assert.True(double.IsNaN(expected), $"{what} of a combination that does not occur is {expected}");
                    continue;
                }
                MetricValue value = measure(metric)[group].Value;
                if (value.IsDefined)
                {
                    Near.Check(expected, value.Number, $"{what} {string.Join('/', Key(entry))} {name}");
                    Compared++;
                }
                else Name($"undefined metric: {value.Undefined}");
            }
        }
    }

    private void CheckComparison(JsonElement entries, MetricFrame frame, string what, CompareKind kind, CompareMethod method)
    {
        foreach (JsonElement entry in Entries(entries))
        {
            int level = LevelAt(Key(entry));
            foreach ((string name, Metric metric, double expected) in Values(entry))
            {
                ComparisonResult result = frame.Compare(new Comparison(name, kind, [metric], method), Samples.All(grouping));
                MetricValue value = result.Levels[level].Value.Value;
                if (broken.Contains((string.Join('/', Key(entry)), name))) Name("an array instead of a number in the reference");
                else if (value.IsDefined)
                {
                    Near.Check(expected, value.Number, $"{what} {string.Join('/', Key(entry))} {name}");
                    Compared++;
                }
                else Name(CommonReason(value.Undefined!, expected));
            }
        }
    }

    private static string CommonReason(string reason, double expected)
    {
        if (reason.Contains("is undefined:", StringComparison.Ordinal)) return "comparison with an undefined group";
        if (reason.Contains("only one group", StringComparison.Ordinal)) return "a single group has no disparity";
        Assert.Contains("is 0, so there is no ratio", reason, StringComparison.Ordinal);
        // Ratios 0/0 are NaN in Fairlearn as well; with control features and method to_overall they are an error of Python's.
        Assert.True(double.IsNaN(expected), $"{reason}, but the reference has {expected}");
        return "ratio 0/0";
    }

    private void Name(string difference) => Differences[difference] = Differences.GetValueOrDefault(difference) + 1;

    private IEnumerable<(string Name, Metric Metric, double Expected)> Values(JsonElement entry)
    {
        foreach (JsonProperty property in entry.EnumerateObject())
        {
            if (property.Name == "key") continue;
            visited++;
            if (rename(property.Name) is not string name) continue;
            if (GoldenJson.IsNumber(property.Value)) yield return (property.Name, Samples.Metric(name), GoldenJson.Number(property.Value));
            else if (property.Value.ValueKind == JsonValueKind.Array)
            {
                // Fairlearn's weighted selection rate of a one-row group is an array, which its minimum, maximum, … then leave out.
                broken.Add((string.Join('/', Key(entry)[..control.Length]), property.Name));
            }
            else Assert.Fail($"{property.Name} has no reference value");
        }
    }

    private static JsonElement[] Entries(JsonElement entries) =>
        entries.ValueKind == JsonValueKind.Array ? [.. entries.EnumerateArray()] : [entries];

    private static string?[] Key(JsonElement entry) => entry.TryGetProperty("key", out JsonElement key) ? GoldenJson.Texts(key) : [];

    private static int GroupAt(Grouping grouping, string?[] level, string?[] values)
    {
        for (int g = 0; g < grouping.Groups.Count; g++)
        {
            GroupKey key = grouping.Groups[g];
            if (key.Values.SequenceEqual(values) && grouping.Levels[key.Level].SequenceEqual(level)) return g;
        }
        return -1;
    }

    private int LevelAt(string?[] values) =>
        Enumerable.Range(0, grouping.Levels.Count).Single(level => grouping.Levels[level].SequenceEqual(values));
}
