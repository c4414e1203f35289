using System.Text.Json.Nodes;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.GitHub;

/// <summary>Checks and statuses of the commit.</summary>
public sealed class ChecksAndStatuses
{
    [Theory]
    [InlineData("pass", "success", "success")]
    [InlineData("fail", "failure", "failure")]
    [InlineData("inconclusive", "action_required", "error")]
    public async Task Say_the_verdict_so_that_what_is_not_decided_blocks(string verdict, string conclusion, string state)
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        string result = verdict switch { "pass" => PullRequestRun.Pass, "fail" => PullRequestRun.Fail, _ => PullRequestRun.Inconclusive };
        Assert.Equal("", run.Publish(result, "--comment", "never", "--check", "check").Error);
        Assert.Equal("", run.Publish(result, "--comment", "never", "--check", "status").Error);
        JsonObject check = Assert.Single(github.Checks), status = Assert.Single(github.Statuses);
        Assert.Equal((conclusion, FakeGitHub.Head, "gate / loans"), ($"{check["conclusion"]}", $"{check["head_sha"]}", $"{check["name"]}"));
        Assert.Equal((state, FakeGitHub.Head, "gate / loans"), ($"{status["state"]}", $"{status["sha"]}", $"{status["context"]}"));
        Assert.StartsWith($"{verdict}: ", $"{check["output"]!["title"]}", StringComparison.Ordinal);
        Assert.Empty(github.Comments);
    }

    [Fact]
    public async Task A_check_has_remarks_on_the_policys_lines()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.Publish(PullRequestRun.Fail, "--comment", "never", "--check", "check");
        JsonNode remark = Assert.Single(github.Checks)["output"]!["annotations"]![0]!;
        Assert.Equal(("gate.yml", 13, "failure"),
            ($"{remark["path"]}", remark["start_line"]!.GetValue<int>(), $"{remark["annotation_level"]}"));
    }

    [Fact]
    public async Task Outside_a_pull_request_the_workflows_commit_gets_it()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.Environment["GITHUB_EVENT_NAME"] = "push";
        run.Event([]);
        run.Publish(PullRequestRun.Fail, "--comment", "never", "--check", "status");
        Assert.Equal(new string('2', 40), $"{Assert.Single(github.Statuses)["sha"]}");
    }

    [Fact]
    public async Task A_check_that_may_not_be_made_names_its_permission()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        github.Fail("POST", new FakeGitHub.Failure(403));
        GateOutcome outcome = run.Publish(PullRequestRun.Fail, "--comment", "never", "--check", "check");
        Assert.Contains("give the job 'checks: write'", outcome.Error, StringComparison.Ordinal);
    }
}
