using System.Reflection;
using System.Text.Json;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Conformance;

/// <summary>Every part of Fairlearn's reference files is read by a test, or stands here with the reason why not.</summary>
public sealed class FairlearnKeysTests
{
    private const string Versions = "_versions"; // what made the file

    [SkippableFact]
    public void Every_frame_is_compared()
    {
        JsonElement file = GoldenJson.Read("fairlearn_metricframe_adult.json");
        // data names the file of predictions; zero_division says how the reference counts an undefined precision.
        Assert.Equal([Versions, "data", "zero_division", "frames"], Keys(file));
        Assert.Equal(Names(file.GetProperty("frames")), CasesOf(typeof(FairlearnAdultTests)));
        foreach (JsonProperty frame in file.GetProperty("frames").EnumerateObject())
        {
            // Where a group has one class, the reference raises for all scores: there is nothing to compare.
            Assert.All(Keys(frame.Value), key => Assert.Contains(key, (string[])["on_pred", "on_score", "on_score_error"]));
            Assert.Equal(frame.Name.Contains("race,age_band", StringComparison.Ordinal),
                frame.Value.TryGetProperty("on_score_error", out _));
        }
    }

    [Fact]
    public void Every_case_is_compared()
    {
        JsonElement file = GoldenJson.Read("fairlearn_weird_cases.json"), cases = file.GetProperty("cases");
        Assert.Equal([Versions, "metrics", "cases"], Keys(file)); // metrics lists the keys of a frame
        // Where the reference raises there is no value; what Gate says instead has tests of its own.
        string[] raised = ["empty", "multiclass_labels", "zero_weights_in_one_group"];
        Assert.Equal(Names(cases), CasesOf(typeof(FairlearnCaseTests)).Concat(raised).Order(StringComparer.Ordinal));
        string[] inputs = ["y_true", "y_pred", "sensitive", "control", "weight", "frame_errors=raise", "frame_errors=coerce"];
        foreach (JsonProperty own in cases.EnumerateObject())
            Assert.Equal(inputs.Concat(FairlearnCaseTests.Named).Order(StringComparer.Ordinal), Names(own.Value));
        Assert.Equal(["ok", "one_class_group"], Keys(GoldenJson.Read("fairlearn_score_cases.json").GetProperty("cases")));
    }

    [SkippableFact]
    public void Every_disparity_is_compared() =>
        Assert.Equal([Versions, "disparities", "generated"], Keys(GoldenJson.Read("fairlearn_disparities_adult.json")));

    [Fact] // coef and intercept are of the model that made the predictions
    public void Every_regression_frame_is_compared() =>
        Assert.Equal([Versions, "coef", "intercept", "frame", "frame_weighted"],
            Keys(GoldenJson.Read("fairlearn_regression_diabetes.json")));

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static string[] Names(JsonElement element) => [.. Keys(element).Order(StringComparer.Ordinal)];

    /// <summary>The first argument of every inline case of a test class.</summary>
    private static IEnumerable<string> CasesOf(Type tests) => tests.GetMethods()
        .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>().Select(data => (string)data.GetData(method).Single()[0]))
        .Order(StringComparer.Ordinal);
}
