using System.Text.Json;
using Gate.Evaluation.Results;
using Gate.Tests.Data;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Evaluation.Results;

public sealed class ResultHistoryTests
{
    [Fact]
    public void Is_read_from_a_folder_and_what_lies_below_it_or_by_a_pattern()
    {
        using var folder = new DataFolder();
        string json = ResultJson.Write(SampleResults.Minimal());
        Directory.CreateDirectory(Path.Combine(folder.Path, "old"));
        folder.Write("a.json", json);
        folder.Write("b.json", json);
        folder.Write("old/result.json", json);
        folder.Write("old/report.html", "<p>");
        Assert.Equal(3, ResultHistory.Read(folder.Path).Count);
        Assert.Single(ResultHistory.Read(Path.Combine(folder.Path, "a*.json")));
        Assert.Empty(ResultHistory.Read(Path.Combine(folder.Path, "none", "*.json")));
    }

    /// <summary>Cards, examples and lists of names lie beside the results that <c>tracking</c> keeps.</summary>
    [Fact]
    public void Of_a_store_of_runs_only_the_results_are_read()
    {
        using var folder = new DataFolder();
        foreach (string run in (string[])["a", "b"])
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, "1", run, "artifacts", "model"));
            folder.Write($"1/{run}/artifacts/result.json", ResultJson.Write(SampleResults.Minimal()));
            folder.Write($"1/{run}/artifacts/metric-names.json", "{}");
            folder.Write($"1/{run}/artifacts/model/model-card.json", "{}");
        }
        Assert.Equal(2, ResultHistory.Read(folder.Path).Count);
    }

    [Fact]
    public void With_a_file_that_is_no_result_is_refused_by_its_name()
    {
        using var folder = new DataFolder();
        folder.Write("other.json", "{}");
        JsonException refused = Assert.Throws<JsonException>(() => ResultHistory.Read(folder.Path));
        Assert.Contains("other.json", refused.Message, StringComparison.Ordinal);
    }
}
