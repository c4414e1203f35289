using Gate.Data;
using Gate.Metrics;

namespace Gate.Tests.Metrics.Frames;

/// <summary>What a program asks of a frame by name, from texts.</summary>
public sealed class NamedMeasuresTests
{
    // Of f: 3 of 4 right, 2 selected; of m: 2 of 4 right, 1 selected; of one whose sex is missing: right, not selected.
    private static readonly string[] truth = ["yes", "yes", "no", "no", "yes", "yes", "no", "no", "no"];
    private static readonly string[] said = ["yes", "no", "yes", "no", "no", "no", "no", "yes", "no"];
    private static readonly string?[] sex = ["f", "f", "f", "f", "m", "m", "m", "m", null];

    private static MetricFrame Frame() =>
        MetricFrame.Gather(Sample.OfTexts(truth, "yes", said), Grouping.OfTexts(("sex", sex)), new FrameOptions(Threads: 1));

    [Fact]
    public void Texts_are_classes_with_the_positive_one_second()
    {
        Sample sample = Sample.OfTexts(truth, "yes", said, [.1, .2, .3, .4, .5, .6, .7, .8, .9], [1, 1, 1, 1, 1, 1, 1, 1, 2]);
        Assert.Equal(["no", "yes"], sample.Truth.Classes);
        Assert.Equal([1, 1, 0, 0, 1, 1, 0, 0, 0], sample.Truth.Labels!);
        Assert.Equal([1, 0, 1, 0, 0, 0, 0, 1, 0], ((ClassOutput)sample.Output!).Codes!);
        Assert.Equal(0.9, ((ClassOutput)sample.Output!).Scores![8]);
        Assert.Equal(2, sample.Truth.Weights![8]);
    }

    [Fact]
    public void Without_another_class_the_negative_one_is_named_after_the_positive() =>
        Assert.Equal(["not yes", "yes"], Sample.OfTexts(["yes", "yes"], "yes").Truth.Classes);

    [Fact]
    public void Three_classes_are_refused() =>
        Assert.Contains("besides 'a' there are 2 classes, such as 'b' and 'c'",
            Assert.Throws<ArgumentException>(() => Sample.OfTexts(["a", "c"], "a", ["b", "a"])).Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_are_a_regression() =>
        Assert.Equal(1.5, MetricFrame.Gather(Sample.OfNumbers([1, 2], [2, 4]), Grouping.OfTexts(("g", ["a", "b"])), new(Threads: 1))
            .Measure("mean_absolute_error").Value.Number);

    [Fact]
    public void Texts_are_groups_in_ordinal_order_and_null_is_missing()
    {
        CategoryColumn column = CategoryColumn.Of("g", ["b", null, "a", "B"]);
        Assert.Equal(["B", "a", "b"], column.Categories);
        Assert.Equal([2, -1, 1, 0], column.Codes);
        Assert.Equal([false, true, false, false], column.Missing!);
        Assert.Equal(["f", "m", "(missing)"], Frame().Grouping.Groups.Select(group => group.Values[0]));
    }

    [Fact]
    public void Groups_of_two_columns_are_intersections() =>
        Assert.Equal([["f", "x"], ["m", "x"], ["m", "y"]], Grouping.OfTexts(("sex", ["f", "m", "m"]), ("race", ["x", "x", "y"])).Groups
            .Select(group => group.Values));

    [Fact]
    public void Columns_of_other_lengths_and_no_columns_are_refused()
    {
        Assert.Contains("'race' has 1 rows and 'sex' has 2", Assert.Throws<ArgumentException>(() => Grouping.OfTexts(("sex", ["f", "m"]),
            ("race", ["x"]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Grouping.OfTexts());
    }

    [Theory]
    [InlineData("selection_rate_difference", 0.5)]
    [InlineData("selection_rate_ratio", 0)]
    [InlineData("selection_rate_group_min", 0)]
    [InlineData("selection_rate_group_max", 0.5)]
    [InlineData("demographic_parity_difference", 0.5)]
    [InlineData("accuracy_score_group_min", 0.25)]
    public void A_comparison_is_found_by_its_name(string name, double value) =>
        Assert.Equal(value, Frame().Compare(name, LeastEvidence.None).Worst.Value.Number, 12);

    [Theory]
    [InlineData("nope_ratio")]
    [InlineData("accuracy")]
    [InlineData("")]
    public void What_is_no_comparison_is_refused_by_name(string name) =>
        Assert.Contains($"no disparity is called '{name}'", Assert.Throws<ArgumentException>(() => Frame().Compare(name)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_metric_that_nobody_knows_is_refused_by_name() =>
        Assert.Contains("no metric is called 'acuracy'", Assert.Throws<ArgumentException>(() => Frame().Measure("acuracy")).Message,
            StringComparison.Ordinal);

    /// <summary>The metric says which rows must be plentiful: one negative each of f and m is too few for their rate of false
    /// positives.</summary>
    [Fact]
    public void Groups_below_the_least_evidence_take_no_part()
    {
        MetricFrame frame = Frame();
        var least = new LeastEvidence(MinCount: 4, MinPositives: 2, MinNegatives: 3, MinPredictedPositives: 0);
        Assert.Equal([true, true, false], frame.Included(NamedMeasures.FindComparison("recall_difference"), least));
        Assert.Equal([false, false, false], frame.Included(NamedMeasures.FindComparison("equalized_odds_difference"), least));
        Assert.False(frame.Compare("selection_rate_ratio").Worst.Value.IsDefined);
        Assert.Equal(0.5, frame.Compare("selection_rate_ratio", least).Worst.Value.Number);
    }

    [Fact]
    public void The_table_by_group_prints_each_metric_with_its_interval()
    {
        GroupTable table = Frame().ByGroup("selection_rate", "recall");
        string[] lines = table.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(["sex", "rows", "selection_rate", "recall"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@"^f +4     0\.5000 \(0\.\d{4} to 0\.\d{4}\)  0\.5000 \(0\.\d{4} to 0\.\d{4}\)$", lines[1]);
        Assert.Matches(@"^\(missing\)  1     0\.0000 \(.*\)  +undefined$", lines[3]);
        Assert.Equal(4, table.Rows[1].Counts.Count);
        Assert.Equal(0.25, table.Rows[1].Metrics[0].Value.Number);
    }
}
