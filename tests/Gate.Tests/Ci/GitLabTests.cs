using Gate.Ci;
using Gate.Ci.GitLab;

namespace Gate.Tests.Ci;

/// <summary>GitLab CI: what a job leaves for those that follow.</summary>
public sealed class GitLabTests
{
    private static readonly GitLabHost host = new();

    [Fact]
    public void Is_known_by_its_variable_and_tells_commit_and_job()
    {
        var environment = new Dictionary<string, string> { ["GITLAB_CI"] = "true", ["CI_COMMIT_SHA"] = new string('b', 40),
            ["CI_JOB_URL"] = "https://gitlab.example/acme/models/-/jobs/7" };
        Assert.IsType<GitLabHost>(CiHosts.Detect(environment));
        Assert.Equal(new(new string('b', 40), "https://gitlab.example/acme/models/-/jobs/7"), host.Identify(environment));
        Assert.Equal(RunIdentity.Unknown, host.Identify(new Dictionary<string, string> { ["CI_COMMIT_SHA"] = "main",
            ["CI_JOB_URL"] = "javascript:alert(1)" }));
    }

    [Fact]
    public void The_dotenv_file_has_words_and_numbers_of_Gates_own()
    {
        var files = new FakeFiles();
        CiFakes.Publish(host, CiFakes.Result("gate.yml", CiFakes.Finding("a\nGATE_VERDICT=pass", "fail")),
            new Publication([], null, null), CiFakes.Context(files, ("GATE_DOTENV", "gate.env")));
        string[] lines = files.Texts[Path.Combine(CiFakes.Workspace, "gate.env")].TrimEnd().Split('\n');
        Assert.Equal("GATE_VERDICT=fail", Assert.Single(lines, line => line.StartsWith("GATE_VERDICT=", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.Matches("^GATE_[A-Z]+=[a-z0-9]+$", line));
    }

    [Fact]
    public void Without_a_name_no_file_is_written()
    {
        var files = new FakeFiles();
        CiFakes.Publish(host, CiFakes.Result("gate.yml"), new Publication([], null, null), CiFakes.Context(files));
        Assert.Empty(files.Texts);
    }
}
