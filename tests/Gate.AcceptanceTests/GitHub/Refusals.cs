using System.Globalization;
using Gate.AcceptanceTests.Running;
using static Gate.AcceptanceTests.GitHub.FakeGitHub;

namespace Gate.AcceptanceTests.GitHub;

/// <summary>What GitHub may answer instead, and what becomes of it.</summary>
public sealed class Refusals
{
    [Theory]
    [InlineData("POST", 403, "the token may not write comments (403): give the job 'pull-requests: write'")]
    [InlineData("POST", 404, "GitHub finds nothing there (404)")]
    [InlineData("POST", 422, "GitHub refuses to write comments (422): no good")]
    [InlineData("POST", 500, "GitHub cannot write comments now (500): no good")]
    public async Task What_is_not_to_be_mended_is_one_line_and_changes_no_exit_code(string method, int status, string message)
    {
        await using FakeGitHub github = await StartAsync();
        using var run = new PullRequestRun(github);
        for (int i = 0; i < 8; i++) github.Fail(method, new Failure(status) { Message = "no good" });
        GateOutcome outcome = run.Publish(PullRequestRun.Fail);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith($"gate: not published: {message}", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain(Token, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_can_be_required()
    {
        await using FakeGitHub github = await StartAsync();
        using var run = new PullRequestRun(github);
        run.Environment["GITHUB_TOKEN"] = "another";
        GateOutcome outcome = run.Publish(PullRequestRun.Pass, "--require-publish");
        Assert.Equal(69, outcome.ExitCode);
        Assert.Contains("GitHub does not know the token (401)", outcome.Error, StringComparison.Ordinal);
        run.Environment["GITHUB_TOKEN"] = "";
        Assert.Contains("there is no token", run.Publish(PullRequestRun.Pass).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", 502)]
    [InlineData("GET", 429)]
    [InlineData("GET", 0)]
    [InlineData("POST", 409)]
    public async Task What_passes_is_tried_again(string method, int status)
    {
        await using FakeGitHub github = await StartAsync();
        using var run = new PullRequestRun(github);
        github.Fail(method, new Failure(status));
        GateOutcome outcome = run.Publish(PullRequestRun.Fail);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Single(github.Comments);
    }

    [Fact]
    public async Task A_limit_is_waited_for_as_long_as_GitHub_asks()
    {
        await using FakeGitHub github = await StartAsync();
        using var run = new PullRequestRun(github);
        github.Fail("POST", new Failure(403, false, ("Retry-After", "1")) { Message = "You have exceeded a secondary rate limit" });
        Assert.Equal("", run.Publish(PullRequestRun.Fail).Error);
        Assert.Single(github.Comments);
    }

    [Fact]
    public async Task A_limit_that_lasts_too_long_is_told_with_its_end()
    {
        await using FakeGitHub github = await StartAsync();
        using var run = new PullRequestRun(github);
        string reset = DateTimeOffset.UtcNow.AddMinutes(30).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        github.Fail("POST", new Failure(403, false, ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Limit", "1000"),
            ("X-RateLimit-Reset", reset)) { Message = "API rate limit exceeded" });
        GateOutcome outcome = run.Publish(PullRequestRun.Fail);
        Assert.Contains("GitHub's rate limit for this token is used up until ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(github.Comments);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(0)]
    public async Task A_comment_whose_answer_was_lost_is_not_written_twice(int status)
    {
        await using FakeGitHub github = await StartAsync();
        using var run = new PullRequestRun(github);
        github.Fail("POST", new Failure(status, After: true));
        GateOutcome outcome = run.Publish(PullRequestRun.Fail);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Single(github.Comments);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        await using FakeGitHub github = await StartAsync();
        using var run = new PullRequestRun(github);
        await github.DisposeAsync();
        Assert.StartsWith("gate: not published: GitHub cannot be reached: ", run.Publish(PullRequestRun.Fail).Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.example.org")]
    [InlineData("https://user:pass@api.example.org")]
    [InlineData("file:///etc/passwd")]
    public async Task A_token_goes_to_no_address_that_is_not_safe(string address)
    {
        await using FakeGitHub github = await StartAsync();
        using var run = new PullRequestRun(github);
        run.Publish(PullRequestRun.Fail, "--comment", "never");
        run.Environment["GITHUB_API_URL"] = address;
        GateOutcome outcome = GateProcess.Run(run.Work.Root, run.Environment, "publish");
        Assert.Contains("GITHUB_API_URL is no https address", outcome.Error, StringComparison.Ordinal);
    }
}
