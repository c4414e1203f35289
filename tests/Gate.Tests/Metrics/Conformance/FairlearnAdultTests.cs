using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Conformance;

/// <summary>Fairlearn's MetricFrame and disparities on the Adult test set, every value to 1e-9.</summary>
public sealed class FairlearnAdultTests
{
    [SkippableTheory]
    [InlineData("sex/unweighted")]
    [InlineData("sex/weighted")]
    [InlineData("race/unweighted")]
    [InlineData("race/weighted")]
    [InlineData("sex_x_race/unweighted")]
    [InlineData("sex_x_race/weighted")]
    [InlineData("age_band/unweighted")]
    [InlineData("age_band/weighted")]
    [InlineData("race|control=sex/unweighted")]
    [InlineData("race|control=sex/weighted")]
    [InlineData("sex|control=age_band/unweighted")]
    [InlineData("sex|control=age_band/weighted")]
    public void Frames_agree_with_no_exception(string name)
    {
        FrameChecker checker = Check(name, "on_pred", OnPredictions);
        FrameChecker scores = Check(name, "on_score", OnScores);
        Assert.Empty(checker.Differences);
        Assert.Empty(scores.Differences);
        Assert.True(checker.Compared + scores.Compared > 150);
    }

    private static FrameChecker Check(string name, string part, Func<string, string?> rename)
    {
        GoldenTable table = GoldenTable.Read("adult_tree_predictions.csv");
        string[] halves = name.Split('/');
        string[] columns = halves[0].Split("|control=");
        CategoryColumn[] by = [.. columns[0].Split("_x_").Select(table.Column)];
        CategoryColumn[] control = columns.Length > 1 ? [.. columns[1].Split(',').Select(table.Column)] : [];
        Sample sample = table.Binary(halves[1] == "weighted" ? table.Numbers("weight") : null);
        var checker = new FrameChecker(sample, by, control, rename);
        checker.Check(GoldenJson.Read("fairlearn_metricframe_adult.json").GetProperty("frames").GetProperty(name).GetProperty(part));
        return checker;
    }

    [SkippableTheory]
    [InlineData("sex|control=race,age_band/unweighted", "ratio 0/0 = 42")]
    [InlineData("sex|control=race,age_band/weighted", "ratio 0/0 = 37",
        "an array instead of a number in the reference = 10; an error in the reference = 1; ")]
    public void Small_groups_differ_only_where_a_rate_has_no_denominator(string name, string ratios, string defects = "")
    {
        FrameChecker checker = Check(name, "on_pred", OnPredictions);
        Assert.True(checker.Compared > 1000);
        string expected = $"{defects}comparison with an undefined group = 318; {ratios}; "
            + "undefined metric: no positive and no predicted positive rows = 9; undefined metric: no positive rows = 27; undefined "
            + "metric: no predicted positive rows = 17; "
            + "undefined metric: only one class among the labels = 9; undefined metric: only one class among the labels or among the "
            + "predictions = 17";
        Assert.True(checker.Summary == expected, checker.Summary);
    }

    // On predicted classes the mean absolute error is the zero-one loss.
    private static string? OnPredictions(string name) => name == "mean_absolute_error" ? "zero_one_loss" : name;

    private static string? OnScores(string name) => name switch
    {
        "brier" => "brier_score_loss",
        "mean_prediction_score" => "mean_score",
        _ => name,
    };
}
