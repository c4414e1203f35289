using System.Text;
using System.Text.Json;
using Gate.Tracking;
using Gate.Tracking.Comparing;
using Gate.Tracking.Comparing.Pages;

namespace Gate.Tests.Tracking.Comparing;

public sealed class ComparisonTests
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"',\u202e";

    private static IRun[] Runs(string name = "run") =>
    [
        .. Enumerable.Range(0, 3).Select(i => MemoryRun.Of($"a{i}", 1_700_000_000_000 + (i * 86_400_000L),
            ("condition/roc_auc", 0.8 + (i * 0.01)), ("interval/condition/roc_auc/low", 0.7), ("interval/condition/roc_auc/high", 0.9),
            ("group/sex/F/recall", i),
            ("disparity/sex/selection_rate_difference", i * 0.1), ("same", 1)) is var run ? run with
            {
                Info = run.Info with { Name = name }, Tags = [new("verdict", i == 0 ? "fail" : "pass"), new(name, name)],
                Parameters = [new("depth", $"{i}"), new("kind", i == 0 ? "a" : "b")],
            } : run),
    ];

    [Fact]
    public void Runs_side_by_side_show_what_differs_and_count_the_rest()
    {
        RunComparison compared = RunComparison.Of(Runs(), everything: false), all = RunComparison.Of(Runs(), everything: true);
        Assert.Equal(["started", "verdict", "params.depth", "params.kind", "metrics.condition/roc_auc",
            "metrics.disparity/sex/selection_rate_difference"], compared.Rows.Select(row => row.Name));
        Assert.Equal(["0.8000", "0.8100", "0.8200"], compared.Rows[4].Cells);
        Assert.Equal(all.Rows.Count, compared.Rows.Count + compared.Hidden);
        Assert.Contains("metrics.same", all.Rows.Select(row => row.Name));
    }

    [Fact]
    public void Csv_quotes_what_needs_it()
    {
        string csv = RunExport.Csv(Runs("a \"b\", c"),
            [.. RunColumn.Usual, RunColumn.Metric("condition/roc_auc"), RunColumn.Metric("absent")]);
        string[] lines = csv.Split('\n');
        Assert.Equal("run_id,started,run_name,status,verdict,metrics.condition/roc_auc,metrics.absent", lines[0]);
        Assert.Equal("a0,2023-11-14 22:13:20,\"a \"\"b\"\", c\",RUNNING,fail,0.8,", lines[1]);
        Assert.Equal(5, lines.Length);
    }

    [Fact]
    public void Json_has_all_of_a_run()
    {
        MemoryRun run = MemoryRun.Of("a1", 5, ("m", double.NaN), ("n", 1)) with
            { Inputs = [new("a.csv", "77", "local", "{}", null, null)] };
        JsonElement root = JsonDocument.Parse(RunExport.Json([run], "next")).RootElement, one = root.GetProperty("runs")[0];
        Assert.Equal("next", root.GetProperty("next_page_token").GetString());
        Assert.Equal(JsonValueKind.Null, one.GetProperty("metrics").GetProperty("m").ValueKind);
        Assert.Equal(1, one.GetProperty("metrics").GetProperty("n").GetDouble());
        Assert.Equal("77", one.GetProperty("datasets")[0].GetProperty("digest").GetString());
        Assert.Equal(JsonValueKind.Null, one.GetProperty("end_time").ValueKind);
    }

    [Fact]
    public void The_page_draws_every_run_and_runs_nothing()
    {
        string page = Encoding.UTF8.GetString(ComparisonPage.Utf8(Runs(), "Runs compared"));
        Assert.Contains("default-src 'none'; style-src 'sha256-", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("class=\"run ").Length - 1);
        Assert.Contains("0.8100 (0.7000 to 0.9000)", page, StringComparison.Ordinal);
        Assert.Contains("Disparities between groups over time", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("class=\"limits\"").Length - 1);
    }

    [Fact]
    public void No_text_of_a_run_becomes_markup()
    {
        string page = Encoding.UTF8.GetString(ComparisonPage.Utf8(Runs(Hostile), Hostile));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;&quot;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_share_nothing_make_a_page_without_charts()
    {
        string page = Encoding.UTF8.GetString(ComparisonPage.Utf8([MemoryRun.Of("a"), MemoryRun.Of("b", 0, ("x", 1))], "t"));
        Assert.DoesNotContain("<figure", page, StringComparison.Ordinal);
        Assert.Contains("metrics.x", page, StringComparison.Ordinal);
    }
}
