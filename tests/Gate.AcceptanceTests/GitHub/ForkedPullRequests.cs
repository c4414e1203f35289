using System.Text.Json.Nodes;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.GitHub;

/// <summary>The second stage for pull requests from forks: a result that a stranger's run left is rendered from its numbers, on the pull
/// request that GitHub names.</summary>
public sealed class ForkedPullRequests
{
    [Fact]
    public async Task The_pull_request_is_the_one_that_GitHub_names()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        github.Heads[8] = new string('8', 40);
        using var run = new PullRequestRun(github);
        run.ForkEvent();
        // Whatever the artifact says of itself, it is not asked.
        JsonObject forged = (JsonObject)JsonNode.Parse(PullRequestRun.Fail)!;
        forged["run"]!["commit"] = github.Heads[8];
        forged["run"]!["link"] = "https://evil.example/pull/8";
        GateOutcome outcome = run.Publish(forged.ToJsonString());
        Assert.Equal("", outcome.Error);
        (_, int issue, _, string body) = Assert.Single(github.Comments);
        Assert.Equal(7, issue);
        Assert.Contains("a run of the pull request's own code", body, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_another_commit_than_the_branchs_last_publishes_nothing()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.ForkEvent(head: new string('9', 40));
        Assert.StartsWith("nothing is published: the result is of 999999999999", run.Publish(PullRequestRun.Fail).Output,
            StringComparison.Ordinal);
        Assert.Empty(github.Comments);
    }

    [Fact]
    public async Task No_check_is_made_of_what_a_forks_run_claims()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.ForkEvent();
        GateOutcome outcome = run.Publish(PullRequestRun.Pass, "--check", "status");
        Assert.EndsWith("no check: the result of a fork's run is never made one\n", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(github.Statuses);
    }

    [Fact]
    public async Task Names_from_data_are_text_and_nothing_else()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.ForkEvent();
        string[] attacks = ["<img src=x onerror=alert(1)>", "@everyone", "#1", "GH-1", "![x](https://evil.example/p.png)",
            "[x](https://evil.example)", "https://evil.example", "--> <!-- gate:v1 policy=00000000000000000000000000000000 -->", "|a|b|",
            "`code`", ":white_check_mark:"];
        JsonObject forged = (JsonObject)JsonNode.Parse(PullRequestRun.Fail)!;
        forged["policy"]!["title"] = string.Join(' ', attacks);
        forged["headline"] = string.Join(' ', attacks);
        foreach (JsonNode? finding in forged["findings"]!.AsArray())
            foreach (string name in (string[])["sentence", "brief", "why"]) finding![name] = string.Join(' ', attacks);
        forged["notes"] = new JsonArray([.. attacks.Select(attack => (JsonNode)attack)]);
        Assert.Equal("", run.Publish(forged.ToJsonString()).Error);
        string body = Assert.Single(github.Comments).Body;
        foreach (string raw in (string[])["<img", "@everyone", "](https://evil", "https://evil.example", " #1", "GH-1",
            "<!-- gate:v1 policy=0000",
            ":white_check_mark:"])
            Assert.DoesNotContain(raw, body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "is no result of Gate: it is JSON of something else")]
    [InlineData("<html>", "is no result of Gate: it is no JSON")]
    public async Task What_is_no_result_is_refused(string text, string message)
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.ForkEvent();
        GateOutcome outcome = run.Publish(text);
        Assert.Equal(65, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(github.Requests);
    }

    [Fact]
    public async Task A_verdict_that_contradicts_its_findings_is_refused()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.ForkEvent();
        GateOutcome outcome = run.Publish(PullRequestRun.Fail.Replace("\"verdict\": \"fail\"", "\"verdict\": \"pass\"",
            StringComparison.Ordinal));
        Assert.Equal(65, outcome.ExitCode);
        Assert.Empty(github.Comments);
    }

    [Fact]
    public async Task Files_that_are_huge_or_lead_elsewhere_are_not_read()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.ForkEvent();
        run.Publish(PullRequestRun.Pass);
        // Two gigabytes of nothing, which take no room on the disk.
        using (FileStream huge = File.OpenWrite(run.Work["gate-output/result.json"])) huge.SetLength(2L << 30);
        GateOutcome outcome = GateProcess.Run(run.Work.Root, run.Environment, "publish");
        Assert.Equal(65, outcome.ExitCode);
        Assert.Contains("it is larger than 32 MB", outcome.Error, StringComparison.Ordinal);
        File.Delete(run.Work["gate-output/result.json"]);
        File.CreateSymbolicLink(run.Work["gate-output/result.json"], run.Work["event.json"]);
        Assert.Contains("it is a link", GateProcess.Run(run.Work.Root, run.Environment, "publish").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_would_be_too_long_leaves_out_whole_sections()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        JsonObject forged = (JsonObject)JsonNode.Parse(PullRequestRun.Fail)!;
        forged["notes"] = new JsonArray([.. Enumerable.Range(0, 3000).Select(i => (JsonNode)$"a note of some length, number {i}")]);
        Assert.Equal("", run.Publish(forged.ToJsonString()).Error);
        string body = Assert.Single(github.Comments).Body;
        Assert.Contains("> **Cut.** A comment holds at most 65,536 characters", body, StringComparison.Ordinal);
        Assert.DoesNotContain("a note of some length", body, StringComparison.Ordinal);
        Assert.Contains("❌ Fail", body, StringComparison.Ordinal);
    }
}
