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
    public async Task More_remarks_than_one_call_takes_are_sent_in_batches_of_the_same_check()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        var result = (JsonObject)JsonNode.Parse(PullRequestRun.Fail)!;
        JsonArray findings = result["findings"]!.AsArray();
        JsonNode failed = findings.Single(finding => $"{finding!["verdict"]}" == "fail")!;
        for (int i = 0; i < 119; i++)
        {
            JsonNode more = failed.DeepClone();
            more["id"] = $"accuracy-{i}";
            findings.Add(more);
        }
        result["counts"]!["fail"] = 120;
        Assert.Equal("", run.Publish(result.ToJsonString(), "--comment", "never", "--check", "check").Error);
        Assert.Equal([50, 50, 20], github.Checks.Select(call => call["output"]!["annotations"]!.AsArray().Count));
        Assert.Equal(["POST", "PATCH", "PATCH"], github.Requests.Where(request => request.Contains("/check-runs", StringComparison.Ordinal))
            .Select(request => request.Split(' ')[0]));
        Assert.Equal(120, github.Checks.SelectMany(call => call["output"]!["annotations"]!.AsArray())
            .Select(remark => $"{remark!["title"]}").Distinct().Count());
    }

    [Fact]
    public async Task A_merge_queue_gets_its_check_on_the_commit_that_it_tests()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.Environment["GITHUB_EVENT_NAME"] = "merge_group";
        run.Event(new JsonObject { ["merge_group"] = new JsonObject { ["head_sha"] = new string('2', 40),
            ["base_sha"] = new string('3', 40) } });
        GateOutcome outcome = run.Publish(PullRequestRun.Fail, "--comment", "always", "--check", "check");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("no comment: this event has no pull request", outcome.Output, StringComparison.Ordinal);
        Assert.Equal((new string('2', 40), "failure"),
            ($"{Assert.Single(github.Checks)["head_sha"]}", $"{github.Checks[0]["conclusion"]}"));
    }

    [Fact]
    public async Task A_run_of_an_older_commit_that_is_run_again_changes_no_check()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        github.Heads[7] = new string('9', 40);
        GateOutcome outcome = run.Publish(PullRequestRun.Pass, "--comment", "always", "--check", "check");
        Assert.StartsWith("nothing is published: the result is of 111111111111", outcome.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (outcome.ExitCode, github.Checks.Count, github.Comments.Count));
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
