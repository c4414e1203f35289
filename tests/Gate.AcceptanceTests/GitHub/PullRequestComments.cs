using System.Globalization;
using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.GitHub;

/// <summary>The comment on a pull request.</summary>
public sealed class PullRequestComments
{
    private const string Writer = "github-actions[bot]";

    [Theory]
    [InlineData("")]
    [InlineData("/api/v3")]
    public async Task Is_written_once_and_then_rewritten(string prefix)
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync(prefix);
        using var run = new PullRequestRun(github);
        GateOutcome first = run.Publish(PullRequestRun.Fail);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.StartsWith("comment written: https://github.com/acme/models/pull/7#issuecomment-", first.Output, StringComparison.Ordinal);
        GateOutcome second = run.Publish(PullRequestRun.Pass);
        Assert.StartsWith("comment updated: ", second.Output, StringComparison.Ordinal);
        (_, _, string author, string body) = Assert.Single(github.Comments);
        Assert.Equal(Writer, author);
        Assert.Contains("## ✅ Pass: loans", body, StringComparison.Ordinal);
        Assert.Contains("[the run](https://github.com/acme/models/actions/runs/42)", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_verdict_bounds_and_what_would_settle_it()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.Publish(PullRequestRun.Inconclusive);
        string body = Assert.Single(github.Comments).Body;
        Assert.Contains("## ❔ Inconclusive: loans", body, StringComparison.Ordinal);
        Assert.Matches(@"\| ❔ Inconclusive \| <code>selection_rate_ratio-by-sex</code><br>.* \| at least 0\.7 \|", body);
        using JsonDocument result = JsonDocument.Parse(PullRequestRun.Inconclusive);
        long rows = result.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("would_settle"))
            .Single(settles => settles.ValueKind == JsonValueKind.Object).GetProperty("rows").GetInt64();
        Assert.Contains(rows.ToString("N0", CultureInfo.InvariantCulture), body, StringComparison.Ordinal);
        Assert.Contains("There is no result of the base branch to compare with.", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_what_changed_against_the_base_branch()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.Work.With("base/result.json", PullRequestRun.Pass);
        run.Publish(PullRequestRun.Fail, "--before", "base");
        string body = Assert.Single(github.Comments).Body;
        Assert.Matches(@"\| ❌ Fail \| <code>accuracy</code> \| .* \| at least 0\.999 \| worse \|", body);
        Assert.Contains("The base branch: ✅ Pass.", body, StringComparison.Ordinal);
        GateOutcome missing = run.Publish(PullRequestRun.Fail, "--before", "nowhere");
        Assert.Equal(0, missing.ExitCode);
        Assert.Contains("no result of the base branch", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_pass_is_said_where_a_comment_is_already_or_always()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        Assert.Equal("no comment: the verdict is a plain pass\n", run.Publish(PullRequestRun.Pass).Output);
        Assert.Empty(github.Comments);
        run.Publish(PullRequestRun.Pass, "--comment", "never");
        Assert.Empty(github.Comments);
        run.Publish(PullRequestRun.Pass, "--comment", "always");
        Assert.Single(github.Comments);
    }

    [Fact]
    public async Task Is_found_behind_three_hundred_others_and_nobody_elses_is_touched()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.Publish(PullRequestRun.Fail);
        (_, _, _, string body) = github.Comments[0];
        github.Comments.Clear();
        github.Comment(7, "mallory", body);
        for (int i = 0; i < 300; i++) github.Comment(7, "somebody", $"comment {i}");
        github.Comment(7, Writer, body);
        run.Publish(PullRequestRun.Inconclusive);
        Assert.Equal(302, github.Comments.Count);
        Assert.Equal(body, github.Comments[0].Body);
        Assert.Contains("Inconclusive", github.Comments[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_policy_has_its_own()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        string other = PullRequestRun.Fail.Replace("\"name\": \"loans\"", "\"name\": \"mortgages\"", StringComparison.Ordinal);
        for (int i = 0; i < 2; i++)
        {
            run.Publish(PullRequestRun.Fail);
            run.Publish(other);
        }
        Assert.Equal(2, github.Comments.Count);
    }

    [Fact]
    public async Task An_apps_token_finds_its_own_comment_again()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync(writer: "model-gate[bot]");
        using var run = new PullRequestRun(github);
        run.Publish(PullRequestRun.Fail);
        run.Publish(PullRequestRun.Pass);
        Assert.Contains("Pass", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_users_token_writes_as_its_user()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync(writer: "robot");
        using var run = new PullRequestRun(github);
        run.Publish(PullRequestRun.Fail);
        run.Publish(PullRequestRun.Fail);
        Assert.Equal("robot", Assert.Single(github.Comments).Author);
    }

    [Fact]
    public async Task A_run_of_an_older_commit_overwrites_nothing()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.Publish(PullRequestRun.Pass, "--comment", "always");
        github.Heads[7] = new string('3', 40);
        GateOutcome outcome = run.Publish(PullRequestRun.Fail, "--check", "status");
        Assert.Equal("nothing is published: the result is of 111111111111, and the pull request has moved on to 333333333333\n",
            outcome.Output);
        Assert.Contains("Pass", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Empty(github.Statuses);
    }

    [Fact]
    public async Task Without_a_pull_request_there_is_nothing_to_comment_on()
    {
        await using FakeGitHub github = await FakeGitHub.StartAsync();
        using var run = new PullRequestRun(github);
        run.Environment["GITHUB_EVENT_NAME"] = "schedule";
        run.Event([]);
        Assert.Equal("no comment: this event has no pull request\n", run.Publish(PullRequestRun.Fail).Output);
    }
}
