using System.Text.Json.Nodes;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.GitHub;

/// <summary>The issue of scheduled runs.</summary>
public sealed class ScheduledRuns
{
    [Fact]
    public async Task One_issue_is_opened_written_anew_and_closed()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using PullRequestRun run = Scheduled(github);
        Assert.StartsWith("issue opened: https://github.com/acme/models/issues/", Publish(run, PullRequestRun.Fail, 42).Output,
            StringComparison.Ordinal);
        Assert.Equal("Model gate: loans: fail", Assert.Single(github.Issues).Title);
        Assert.Contains("## ❌ Fail: loans", github.Issues[0].Body, StringComparison.Ordinal);
        Assert.Contains("[the run](https://github.com/acme/models/actions/runs/42)", github.Issues[0].Body, StringComparison.Ordinal);

        Assert.StartsWith("issue updated: ", Publish(run, PullRequestRun.Inconclusive, 43).Output, StringComparison.Ordinal);
        Assert.Equal(("Model gate: loans: inconclusive", true), (Assert.Single(github.Issues).Title, github.Issues[0].IsOpen));

        Assert.StartsWith("issue closed: ", Publish(run, PullRequestRun.Pass, 44).Output, StringComparison.Ordinal);
        Assert.False(Assert.Single(github.Issues).IsOpen);
        // What is closed stays closed; the next failure is another one.
        Assert.StartsWith("no issue: the run passes", Publish(run, PullRequestRun.Pass, 45).Output, StringComparison.Ordinal);
        Publish(run, PullRequestRun.Fail, 46);
        Assert.Equal([false, true], github.Issues.Select(issue => issue.IsOpen));
    }

    [Fact]
    public async Task An_older_run_that_is_run_again_changes_nothing()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using PullRequestRun run = Scheduled(github);
        Publish(run, PullRequestRun.Fail, 43);
        Assert.StartsWith("no issue: run 43 is newer than this one", Publish(run, PullRequestRun.Pass, 42).Output,
            StringComparison.Ordinal);
        Assert.True(Assert.Single(github.Issues).IsOpen);
        Publish(run, PullRequestRun.Pass, 44);
        Assert.StartsWith("no issue: run 44 is newer than this one", Publish(run, PullRequestRun.Fail, 43).Output,
            StringComparison.Ordinal);
        Assert.False(Assert.Single(github.Issues).IsOpen);
    }

    [Fact]
    public async Task Somebody_elses_issue_that_begins_alike_is_left_alone()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using PullRequestRun run = Scheduled(github);
        Publish(run, PullRequestRun.Fail, 42);
        github.Issues[0] = github.Issues[0] with { Author = "stranger" };
        Publish(run, PullRequestRun.Pass, 43);
        Assert.True(Assert.Single(github.Issues).IsOpen);
        Publish(run, PullRequestRun.Fail, 44);
        Assert.Equal(["stranger", "github-actions[bot]"], github.Issues.Select(issue => issue.Author));
    }

    [Fact]
    public async Task Other_events_have_none_and_a_missing_permission_is_named()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using PullRequestRun run = Scheduled(github);
        run.Environment["GITHUB_EVENT_NAME"] = "push";
        Assert.StartsWith("no issue: this run is none of a schedule", Publish(run, PullRequestRun.Fail, 42).Output,
            StringComparison.Ordinal);
        run.Environment["GITHUB_EVENT_NAME"] = "schedule";
        github.Fail("POST", new FakeGitHub.Failure(403));
        GateOutcome outcome = Publish(run, PullRequestRun.Fail, 42);
        Assert.Contains("give the job 'issues: write'", outcome.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (outcome.ExitCode, github.Issues.Count));
    }

    private static PullRequestRun Scheduled(FakeGitHub github)
    {
        var run = new PullRequestRun(github);
        run.Environment["GITHUB_EVENT_NAME"] = "schedule";
        run.Event(new JsonObject { ["schedule"] = "17 4 * * 1" });
        return run;
    }

    private static GateOutcome Publish(PullRequestRun run, string result, int number)
    {
        run.Environment["GITHUB_RUN_ID"] = $"{number}";
        return run.Publish(result, "--comment", "never", "--issue", "auto");
    }
}
