using System.Diagnostics;
using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>A policy that extends that of its organisation, from the run to the release.</summary>
public sealed class InheritedPolicies : IDisposable
{
    private const string Organisation = """
        version: 1
        conditions:
          - id: accurate
            metric: accuracy
            min: 0.5
            locked: true
        policy: { loosening: forbid }

        """;

    private readonly Workspace work = SmallData.Workspace().With("rules/organisation.yml", Organisation);

    public InheritedPolicies()
    {
        Git("init", "--quiet");
        Policy("");
    }

    public void Dispose() => work.Dispose();

    [Fact]
    public void An_inherited_bound_is_shown_with_its_source_in_result_report_and_sentence()
    {
        Policy("");
        Assert.Equal(0, work.Gate("run").ExitCode);
        JsonElement finding = Finding();
        Assert.Equal(("rules/organisation.yml", 3), (finding.GetProperty("file").GetString(), finding.GetProperty("line").GetInt32()));
        JsonElement inherited = finding.GetProperty("inherited");
        Assert.True(inherited.GetProperty("locked").GetBoolean());
        Assert.Equal(0.5, inherited.GetProperty("bounds")[0].GetProperty("value").GetDouble());
        string report = File.ReadAllText(work["gate-output/report.html"]);
        Assert.Contains("It extends <bdi>rules/organisation.yml</bdi>, 7 lines.", report, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#policy-line-2-3\">line 3 of <bdi>rules/organisation.yml</bdi></a>", report, StringComparison.Ordinal);
        Assert.Contains("<li id=\"policy-line-2-3\"", report, StringComparison.Ordinal);
        Assert.Contains("Locked: min 0.5 of rules/organisation.yml, line 5.", File.ReadAllText(work["gate-output/summary.md"]),
            StringComparison.Ordinal);
        Assert.Equal(0, work.Gate("report", "gate-output").ExitCode);
    }

    [Fact]
    public void A_looser_bound_is_an_error_at_its_own_line_for_run_check_and_the_command_line()
    {
        Policy("  - { id: accurate, min: 0.4 }\n");
        foreach (string command in new[] { "run", "check" })
        {
            GateOutcome outcome = work.Gate(command);
            Assert.Equal(64, outcome.ExitCode);
            Assert.Contains("gate.yml:20:21: conditions.accurate.min: 'rules/organisation.yml' locks it with 0.5 (line 5), and here stands "
                + "0.4, which is looser (a lower bound); it may only be tighter", outcome.Error, StringComparison.Ordinal);
        }
        Policy("");
        Assert.Contains("(from --set conditions.accurate.min=0.1)", work.Gate("run", "--set", "conditions.accurate.min=0.1").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_looks_into_what_is_extended()
    {
        Policy("");
        File.Copy(work["gate.yml"], work["old.yml"]);
        work.With("rules/strict.yml", Organisation.Replace("min: 0.5", "min: 0.6", StringComparison.Ordinal));
        File.WriteAllText(work["gate.yml"], File.ReadAllText(work["gate.yml"]).Replace("organisation.yml", "strict.yml",
            StringComparison.Ordinal));
        GateOutcome outcome = work.Gate("policy", "diff", "gate.yml", "old.yml", "--fail-on", "looser");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches(@"\nlooser +conditions\.accurate\.min +0\.6 \(line 5 of rules/strict\.yml\) +0\.5 \(line 5 of", outcome.Output);
    }

    [Fact]
    public void Every_file_of_the_chain_is_an_input_that_a_release_is_held_to()
    {
        Policy("");
        Assert.Equal(0, work.Gate("run").ExitCode);
        GateOutcome sound = work.Gate("verify");
        Assert.Equal(0, sound.ExitCode);
        Assert.Contains("extended policy rules/organisation.yml", sound.Output, StringComparison.Ordinal);
        work.With("rules/organisation.yml", Organisation.Replace("min: 0.5", "min: 0.50", StringComparison.Ordinal));
        GateOutcome other = work.Gate("verify", "--digests-only");
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("no  extended policy rules/organisation.yml: another file", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_base_commits_policy_is_read_with_what_it_extends_there_and_is_verified_there()
    {
        work.With("rules/organisation.yml", Organisation.Replace("min: 0.5", "min: 0.999", StringComparison.Ordinal));
        Policy("");
        string commit = Commit();
        work.With("rules/organisation.yml", Organisation);
        Assert.Equal(0, work.Gate("run").ExitCode);
        GateOutcome outcome = work.Gate("run", "--base-commit", commit);
        Assert.Equal(1, outcome.ExitCode);
        string shown = $"{commit[..12]}:rules/organisation.yml";
        Assert.Contains($"Locked: min 0.999 of {shown}, line 5.", outcome.Output, StringComparison.Ordinal);
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"]));
        JsonElement policy = result.RootElement.GetProperty("policy");
        Assert.Equal(("gate.yml", commit), (policy.GetProperty("path").GetString(), policy.GetProperty("commit").GetString()));
        Assert.Contains(result.RootElement.GetProperty("policy_change").GetProperty("changes").EnumerateArray(),
            change => change.GetProperty("path").GetString() == "conditions.accurate.min"
                && change.GetProperty("effect").GetString() == "looser");
        GateOutcome verified = work.Gate("verify");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Contains($"ok  extended policy {commit}:rules/organisation.yml", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{upstream}", "is no name of a commit, branch or tag")]
    [InlineData("main..other", "is no name of a commit, branch or tag")]
    [InlineData("missing", "the repository has no commit 'missing' here; fetch it first")]
    public void A_commit_that_cannot_be_read_is_an_error(string commit, string message)
    {
        Policy("");
        GateOutcome outcome = work.Gate("run", $"--base-commit={commit}");
        Assert.Equal((64, true), (outcome.ExitCode, outcome.Error.Contains(message, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_policy_of_a_commit_is_bound_by_its_digest()
    {
        Commit();
        string digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            File.ReadAllBytes(work["rules/organisation.yml"])));
        work.With("rules/organisation.yml", "what the pull request wants");
        Extending($"{{ git: HEAD, file: rules/organisation.yml, digest: sha256:{digest} }}", "");
        Assert.Equal(0, work.Gate("run").ExitCode);
        Assert.EndsWith(":rules/organisation.yml", Finding().GetProperty("file").GetString(), StringComparison.Ordinal);
        Extending($"{{ git: HEAD, file: rules/organisation.yml, digest: sha256:{new string('0', 64)} }}", "");
        Assert.Equal(64, work.Gate("run").ExitCode);
    }

    private void Policy(string conditions) => Extending("rules/organisation.yml", conditions);

    private void Extending(string what, string conditions) => work.With("gate.yml", SmallData.Policy.Replace("version: 1\n",
        $"version: 1\nextends: {what}\n", StringComparison.Ordinal).TrimEnd('\n') + "\n" + conditions);

    private JsonElement Finding()
    {
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"]));
        return result.RootElement.GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("id").GetString() == "accurate").Clone();
    }

    private string Commit()
    {
        Git("add", ".");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "base");
        return Git("rev-parse", "HEAD").Trim();
    }

    private string Git(params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments)
            { WorkingDirectory = work.Root, RedirectStandardOutput = true })!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
