using Gate.AcceptanceTests.GitHub;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.GitLab;

/// <summary>The note on a merge request.</summary>
public sealed class MergeRequestNotes : IDisposable
{
    private readonly Workspace work = new();

    private readonly Dictionary<string, string> environment = new()
    {
        ["GITLAB_CI"] = "true", ["CI_PROJECT_ID"] = "5", ["CI_MERGE_REQUEST_IID"] = "7", ["CI_COMMIT_SHA"] = FakeGitLab.Head,
        ["CI_JOB_URL"] = "https://gitlab.com/acme/models/-/jobs/9", ["GITLAB_TOKEN"] = FakeGitLab.Token,
    };

    public void Dispose() => work.Dispose();

    [Fact]
    public async Task Is_written_once_and_then_rewritten_behind_others()
    {
        await using FakeGitLab gitlab = await FakeGitLab.StartAsync();
        for (int i = 0; i < 230; i++) gitlab.Note("somebody", $"note {i}");
        Assert.Equal((0, "note written\n", ""), Outcome(Publish(gitlab, PullRequestRun.Fail)));
        Assert.Equal((0, "note updated\n", ""), Outcome(Publish(gitlab, PullRequestRun.Pass)));
        Assert.Equal(231, gitlab.Notes.Count);
        Assert.Contains("## ✅ Pass: loans", gitlab.Notes[^1].Body, StringComparison.Ordinal);
        Assert.Contains("[the run](https://gitlab.com/acme/models/-/jobs/9)", gitlab.Notes[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_note_with_the_marker_is_left_alone()
    {
        await using FakeGitLab gitlab = await FakeGitLab.StartAsync();
        Publish(gitlab, PullRequestRun.Fail);
        string marker = gitlab.Notes[0].Body.Split('\n')[0];
        gitlab.Notes.Clear();
        gitlab.Note("stranger", marker + "\n✅ Pass");
        Publish(gitlab, PullRequestRun.Fail);
        Assert.Equal(["stranger", "project_5_bot_1"], gitlab.Notes.Select(note => note.Author));
        Assert.EndsWith("✅ Pass", gitlab.Notes[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_of_an_older_commit_overwrites_nothing()
    {
        await using FakeGitLab gitlab = await FakeGitLab.StartAsync();
        Publish(gitlab, PullRequestRun.Fail);
        gitlab.Sha = new string('9', 40);
        Assert.StartsWith("nothing is published: the result is of 111111111111, and the merge request has moved on to 999999999999",
            Publish(gitlab, PullRequestRun.Pass).Output, StringComparison.Ordinal);
        Assert.Contains("❌ Fail", Assert.Single(gitlab.Notes).Body, StringComparison.Ordinal);
        // Merged results are tested on a commit that is in no branch.
        environment["CI_COMMIT_SHA"] = new string('4', 40);
        environment["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] = new string('9', 40);
        Assert.Equal("note updated\n", Publish(gitlab, PullRequestRun.Pass).Output);
    }

    [Fact]
    public async Task Without_a_merge_request_or_for_a_plain_pass_there_is_none()
    {
        await using FakeGitLab gitlab = await FakeGitLab.StartAsync();
        Assert.Equal("no note: the verdict is a plain pass\n", Publish(gitlab, PullRequestRun.Pass).Output);
        Assert.Equal("note written\n", Publish(gitlab, PullRequestRun.Pass, "--comment", "always").Output);
        environment.Remove("CI_MERGE_REQUEST_IID");
        Assert.StartsWith("no note: this pipeline is none of a merge request", Publish(gitlab, PullRequestRun.Fail).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", 401, "GitLab does not know the token (401); a job's own token may not write notes")]
    [InlineData("POST", 403, "the token may not write notes (403): it needs the scope 'api' and the role Reporter")]
    [InlineData("POST", 404, "GitLab finds nothing there (404)")]
    public async Task What_is_not_to_be_mended_is_one_line(string method, int status, string message)
    {
        await using FakeGitLab gitlab = await FakeGitLab.StartAsync();
        gitlab.Fail(method, status);
        GateOutcome outcome = Publish(gitlab, PullRequestRun.Fail);
        Assert.Equal((0, 0), (outcome.ExitCode, gitlab.Notes.Count));
        Assert.StartsWith($"gate: not published: {message}", outcome.Error, StringComparison.Ordinal);
        gitlab.Fail(method, status);
        Assert.Equal(69, Publish(gitlab, PullRequestRun.Fail, "--require-publish").ExitCode);
    }

    [Theory]
    [InlineData("GET", 502, false)]
    [InlineData("POST", 429, false)]
    [InlineData("POST", 502, true)]
    public async Task What_passes_is_tried_again_and_nothing_is_written_twice(string method, int status, bool after)
    {
        await using FakeGitLab gitlab = await FakeGitLab.StartAsync();
        gitlab.Fail(method, status, after);
        Assert.Equal(0, Publish(gitlab, PullRequestRun.Fail).ExitCode);
        Assert.Single(gitlab.Notes);
    }

    [Fact]
    public void A_token_goes_to_no_address_that_is_not_safe()
    {
        environment["CI_API_V4_URL"] = "http://gitlab.example/api/v4";
        work.With("gate-output/result.json", PullRequestRun.Fail);
        Assert.Contains("CI_API_V4_URL is no https address", GateProcess.Run(work.Root, environment, ["publish"]).Error,
            StringComparison.Ordinal);
    }

    private GateOutcome Publish(FakeGitLab gitlab, string result, params string[] more)
    {
        work.With("gate-output/result.json", result);
        environment["CI_API_V4_URL"] = gitlab.Address;
        return GateProcess.Run(work.Root, environment, ["publish", .. more]);
    }

    private static (int, string, string) Outcome(GateOutcome outcome) => (outcome.ExitCode, outcome.Output, outcome.Error);
}
