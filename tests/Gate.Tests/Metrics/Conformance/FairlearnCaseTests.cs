using System.Text.Json;
using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Conformance;

/// <summary>Fairlearn on tiny odd inputs. Each test names how Gate differs, and how often.</summary>
public sealed class FairlearnCaseTests
{
    [Theory]
    [InlineData("two_groups_plain", "")]
    [InlineData("weighted", "")]
    [InlineData("control_plain", "ratio 0/0 = 2")]
    [InlineData("integer_groups_sorted_numeric", "")]
    [InlineData("bool_groups", "")]
    [InlineData("unicode_groups", "")]
    [InlineData("case_and_space_sensitive", "")]
    [InlineData("minus1_plus1_labels", "")]
    [InlineData("intersection_with_missing_cell", "")]
    [InlineData("empty_string_group", "")]
    [InlineData("all_predicted_positive", "ratio 0/0 = 4")]
    [InlineData("single_group", "a single group has no disparity = 28")]
    [InlineData("control_with_missing_cell", "a single group has no disparity = 28; ratio 0/0 = 1")]
    [InlineData("perfect", "ratio 0/0 = 8")]
    [InlineData("all_wrong", "ratio 0/0 = 14")]
    [InlineData("all_predicted_negative", "comparison with an undefined group = 6; ratio 0/0 = 12; undefined metric: no predicted positive "
        + "rows = 3")]
    [InlineData("group_without_predicted_positives", "comparison with an undefined group = 6; undefined metric: no predicted positive rows "
        + "= 1")]
    [InlineData("group_without_positives", "comparison with an undefined group = 24; undefined metric: no positive rows = 3; undefined "
        + "metric: only one class among the labels = 1")]
    [InlineData("group_without_negatives", "comparison with an undefined group = 18; undefined metric: no negative rows = 2; undefined "
        + "metric: only one class among the labels = 1")]
    [InlineData("singleton_groups", "comparison with an undefined group = 48; undefined metric: no negative rows = 2; undefined metric: no "
        + "positive and no predicted positive rows = 1; undefined metric: no positive rows = 6; undefined metric: no predicted positive "
        + "rows = 1; undefined metric: only one class among the labels = 3")]
    [InlineData("every_row_its_own_group", "comparison with an undefined group = 48; undefined metric: no negative rows = 12; undefined "
        + "metric: no positive and no predicted positive rows = 3; undefined metric: no positive rows = 18; undefined metric: no predicted "
        + "positive rows = 4; undefined metric: only one class among the labels = 12")]
    [InlineData("only_one_label_value", "comparison with an undefined group = 18; undefined metric: no negative rows = 6; undefined "
        + "metric: only one class among the labels = 3")]
    public void Frames_differ_only_by_name(string name, string differences)
    {
        JsonElement golden = GoldenJson.Read("fairlearn_weird_cases.json").GetProperty("cases").GetProperty(name);
        foreach (string errors in new[] { "raise", "coerce" })
        {
            FrameChecker checker = Check(name, golden, $"frame_errors={errors}");
            Assert.True(differences == checker.Summary, checker.Summary);
        }
        foreach (string disparity in Named) CheckNamed(golden, disparity, differences.Length > 0);
    }

    /// <summary>The named disparities that every case has; they know no control columns.</summary>
    internal static string[] Named { get; } =
    [
        "demographic_parity_difference", "demographic_parity_ratio", "equalized_odds_difference", "equalized_odds_ratio",
        "equalized_odds_difference_mean", "equalized_odds_ratio_mean", "equal_opportunity_difference", "equal_opportunity_ratio",
    ];

    private static void CheckNamed(JsonElement golden, string name, bool isOdd)
    {
        Grouping grouping = Grouping.Create(Columns(golden.GetProperty("sensitive")), [], golden.GetProperty("y_true").GetArrayLength());
        MetricFrame frame = MetricFrame.Gather(Sample(golden), grouping, new FrameOptions(Replicates: 0));
        MetricValue value = frame.Compare(DisparityCatalogue.Find(name)!.Comparison, Samples.All(grouping)).Worst.Value;
        if (value.IsDefined) Near.Check(GoldenJson.Number(golden.GetProperty(name)), value.Number, name);
        else
        {
            Assert.True(isOdd, $"{name} of a plain case is undefined: {value.Undefined}");
            Assert.Matches("is undefined: no (positive|negative) rows|only one group|is 0, so there is no ratio", value.Undefined!);
        }
    }

    private static FrameChecker Check(string name, JsonElement golden, string key)
    {
        // With labels -1 and 1 the reference's means are of those numbers; Gate's classes have codes 0 and 1.
        bool signed = name == "minus1_plus1_labels";
        var checker = new FrameChecker(Sample(golden), Columns(golden.GetProperty("sensitive")), Columns(golden.GetProperty("control")),
            metric => metric switch
        {
            "mean_absolute_error" => signed ? null : "zero_one_loss",
            "mean_prediction" when signed => null,
            _ => metric,
        });
        checker.Check(golden.GetProperty(key));
        return checker;
    }

    internal static Sample Sample(JsonElement golden)
    {
        int[] Codes(string name) => [.. golden.GetProperty(name).EnumerateArray().Select(value => value.GetInt32() > 0 ? 1 : 0)];
        JsonElement weight = golden.GetProperty("weight");
        return Samples.Binary(Codes("y_true"), Codes("y_pred"), weights: weight.ValueKind == JsonValueKind.Null
            ? null : GoldenJson.Numbers(weight));
    }

    internal static CategoryColumn[] Columns(JsonElement columns) => columns.ValueKind == JsonValueKind.Null ? []
        : [.. columns.EnumerateObject().Select(column => Samples.Column(column.Name, GoldenJson.Texts(column.Value)))];

    [Theory]
    [InlineData("nan_group")] // the reference raises
    [InlineData("float_nan_group")] // the reference drops the rows from the groups and keeps them in the overall value
    public void Missing_group_is_a_group(string name)
    {
        JsonElement golden = GoldenJson.Read("fairlearn_weird_cases.json").GetProperty("cases").GetProperty(name);
        Grouping grouping = Grouping.Create(Columns(golden.GetProperty("sensitive")), [], 12);
        MetricFrame frame = MetricFrame.Gather(Sample(golden), grouping, new FrameOptions());

        Assert.Equal(Grouping.MissingName, grouping.Groups[^1].Values[0]);
        Assert.Equal(2, frame.Groups[^1].Count);
        Assert.Equal(1.0, frame.MeasureGroups(Samples.Metric("selection_rate"))[^1].Value.Number);
    }

    [Fact]
    public void Rows_without_weight_leave_their_group_undefined()
    {
        JsonElement golden = GoldenJson.Read("fairlearn_weird_cases.json").GetProperty("cases").GetProperty("zero_weights_in_one_group");
        Grouping grouping = Grouping.Create(Columns(golden.GetProperty("sensitive")), [], 12);
        MetricFrame frame = MetricFrame.Gather(Sample(golden), grouping, new FrameOptions());

        Assert.Equal("no rows with weight", frame.MeasureGroups(Samples.Metric("selection_rate"))[1].Value.Undefined);
        Assert.False(frame.Compare(DisparityCatalogue.Find("demographic_parity_difference")!.Comparison,
            Samples.All(grouping)).Worst.Value.IsDefined);
    }

    [Fact]
    public void Empty_sample_is_undefined_where_the_reference_raises()
    {
        Grouping grouping = Grouping.Create([Samples.Column("g", [])], [], 0);
        MetricFrame frame = MetricFrame.Gather(Samples.Binary([], [], [], null), grouping, new FrameOptions());

        foreach (Metric metric in MetricCatalogue.All.Where(metric => metric.Name != "count"))
            Assert.False(frame.Measure(metric).Value.IsDefined);
        Assert.False(frame.Compare(DisparityCatalogue.All[0].Comparison, []).Worst.Value.IsDefined);
    }

    [Fact]
    public void Rates_of_several_classes_are_asked_of_each_class_where_the_reference_raises_or_picks_one()
    {
        JsonElement golden = GoldenJson.Read("fairlearn_weird_cases.json").GetProperty("cases").GetProperty("multiclass_labels");
        int[] Codes(string name) => [.. golden.GetProperty(name).EnumerateArray().Select(value => value.GetInt32())];
        Grouping grouping = Grouping.Create(Columns(golden.GetProperty("sensitive")), [], 12);
        MetricFrame frame = MetricFrame.Gather(Samples.Multiclass(["0", "1", "2"], Codes("y_true"), Codes("y_pred")), grouping,
            new FrameOptions());
        foreach (NamedDisparity disparity in DisparityCatalogue.All.Where(
            disparity => !disparity.Tasks.Contains(TaskType.MulticlassClassification)))
            Assert.Contains("it does not exist for multiclass classification",
                frame.Compare(disparity.Comparison, Samples.All(grouping)).Worst.Value.Undefined, StringComparison.Ordinal);
        LevelComparison selected = frame.Compare(DisparityCatalogue.Find("demographic_parity_difference")!.Comparison,
            Samples.All(grouping)).Levels[0];
        Assert.StartsWith("selection_rate[", selected.Part.Name, StringComparison.Ordinal);
        Assert.Equal(7 / 12.0, frame.Measure(Samples.Metric("accuracy")).Value.Number, 12);
    }

    [Fact]
    public void Scores_agree_and_one_class_is_undefined_where_the_reference_raises()
    {
        JsonElement cases = GoldenJson.Read("fairlearn_score_cases.json").GetProperty("cases");
        FrameChecker Checker(JsonElement golden) => new(
            Samples.Binary([.. golden.GetProperty("y_true").EnumerateArray().Select(y => y.GetInt32())], null,
                GoldenJson.Numbers(golden.GetProperty("score"))),
            [Samples.Column("g", GoldenJson.Texts(golden.GetProperty("g")))], [],
            name => name switch { "brier" => "brier_score_loss", "mean_prediction_score" => "mean_score", _ => name });
        FrameChecker ok = Checker(cases.GetProperty("ok"));
        ok.Check(cases.GetProperty("ok").GetProperty("frame"));
        Assert.Empty(ok.Differences);
        Assert.Equal(45, ok.Compared);

        JsonElement oneClass = cases.GetProperty("one_class_group");
        Sample sample = Samples.Binary([.. oneClass.GetProperty("y_true").EnumerateArray().Select(y => y.GetInt32())], null,
            GoldenJson.Numbers(oneClass.GetProperty("score")));
        MetricFrame frame = MetricFrame.Gather(sample, Samples.By([.. GoldenJson.Texts(oneClass.GetProperty("g")).Select(text => text!)]),
            new FrameOptions());
        Assert.Equal("only one class among the labels", frame.MeasureGroups(Samples.Metric("roc_auc"))[1].Value.Undefined);
    }
}
