using Gate.Ci;
using Gate.Ci.GitHub;

namespace Gate.Tests.Ci.GitHub;

public class GitHubRunTests
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    [Fact]
    public void Commit_and_link_come_from_the_runner() =>
        Assert.Equal(new RunIdentity(Commit, "https://github.com/acme/model.s/actions/runs/42"),
            Identify(Commit, "https://github.com", "acme/model.s", "42"));

    [Fact]
    public void A_server_of_ones_own_may_have_a_port() =>
        Assert.Equal("https://git.example.org:8443/a/b/actions/runs/1", Identify(Commit, "https://git.example.org:8443/", "a/b", "1").Link);

    [Theory]
    [InlineData("")]
    [InlineData("main")]
    [InlineData("0123456789ABCDEF0123456789abcdef01234567")]
    [InlineData("0123456789abcdef0123456789abcdef01234567\n")]
    public void A_commit_that_is_no_hash_is_not_believed(string commit) =>
        Assert.Null(Identify(commit, "https://github.com", "a/b", "1").Commit);

    [Theory]
    [InlineData("javascript:alert(1)//", "a/b", "1")]
    [InlineData("https://user:password@github.com", "a/b", "1")]
    [InlineData("https://github.com/x?", "a/b", "1")]
    [InlineData("https://github.com\n", "a/b", "1")]
    [InlineData("https://github.com", "a/b/../../c", "1")]
    [InlineData("https://github.com", "a/..", "1")]
    [InlineData("https://github.com", "a\"onmouseover=\"/b", "1")]
    [InlineData("https://github.com", "a/b", "1#x")]
    [InlineData("https://github.com", "a/b", "")]
    [InlineData("", "a/b", "1")]
    public void A_link_that_is_not_sane_is_not_made(string server, string repository, string run) =>
        Assert.Null(Identify(Commit, server, repository, run).Link);

    [Fact]
    public void Without_variables_nothing_is_known() =>
        Assert.Equal(RunIdentity.Unknown, new GitHubActionsHost().Identify(new Dictionary<string, string>()));

    private static RunIdentity Identify(string commit, string server, string repository, string run) =>
        new GitHubActionsHost().Identify(new Dictionary<string, string>
    {
        ["GITHUB_SHA"] = commit, ["GITHUB_SERVER_URL"] = server, ["GITHUB_REPOSITORY"] = repository, ["GITHUB_RUN_ID"] = run,
    });
}
