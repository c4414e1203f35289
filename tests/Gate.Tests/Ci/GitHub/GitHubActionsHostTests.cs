using Gate.Ci;
using Gate.Ci.GitHub;
using Gate.Evaluation.Results;

namespace Gate.Tests.Ci.GitHub;

public class GitHubActionsHostTests
{
    private static readonly GitHubActionsHost Host = new();

    [Fact]
    public void A_run_leaves_annotations_a_summary_and_outputs()
    {
        var files = new FakeFiles();
        CiContext context = CiFakes.Context(files);
        RunnerLog log =
            Run(context, CiFakes.Result("models/gate.yml", CiFakes.Finding("ok", "pass"), CiFakes.Finding("four-fifths", "fail", 31),
            CiFakes.Finding("auc", "inconclusive", 20)));

        Assert.Equal(["models/gate.yml", "models/gate.yml"], log.Annotations.Select(a => a.Properties["file"]));
        Assert.Equal(["31", "20"], log.Annotations.Select(a => a.Properties["line"]));
        Assert.Equal("# Verdict\n\n# Groups\n", files.Texts["summary"]);
        Assert.Equal(
            [new("verdict", "fail"), new("failed-conditions", """["four-fifths","auc"]"""), new("report-path", "out/report.html"),
                new("result-path", "out/result.json")],
            RunnerFile.Read(files.Texts["output"]));
    }

    [Fact]
    public void A_passing_run_has_an_empty_list_of_failed_conditions()
    {
        var files = new FakeFiles();
        CiContext context = CiFakes.Context(files);
        RunnerLog log = Run(context, CiFakes.Result("gate.yml", CiFakes.Finding("ok", "pass"), CiFakes.Finding("shown", "inform")));
        Assert.Empty(log.Annotations);
        Assert.Contains(new KeyValuePair<string, string>("failed-conditions", "[]"), RunnerFile.Read(files.Texts["output"]));
    }

    [Fact]
    public void Ten_annotations_are_shown_in_all()
    {
        RunnerLog log =
            Run(CiFakes.Context(),
            CiFakes.Result("gate.yml",
            [.. Enumerable.Range(1, 30).Select(i => CiFakes.Finding($"c{i}", i % 2 == 0 ? "warn" : "fail", i))]));
        Assert.Equal(10, log.Annotations.Count);
        Assert.All(log.Annotations.Take(9), a => Assert.Equal("error", a.Command));
        Assert.Equal("and 21 more", log.Annotations[9].Properties["title"]);
    }

    [Fact]
    public void Between_beginning_and_publishing_no_output_is_a_command_even_past_the_guard()
    {
        CiContext context = CiFakes.Context();
        Host.Begin(context);
        context.Output.WriteLine("::error::from a library that writes to standard output itself");
        context.Output.WriteLine("x ##[error]and in the older form");
        context.Output.Write("an open line");
        CiFakes.Publish(Host, CiFakes.Result("gate.yml", CiFakes.Finding("f", "fail")), new Publication([], null, null), context);
        Host.Guard(context.Output).WriteLine("::warning::after it");
        var log = RunnerLog.Read(context.Output.ToString()!);
        Assert.Equal("f: fail", Assert.Single(log.Annotations).Properties["title"]);
        Assert.Empty(log.OtherCommands);
        Assert.False(log.IsStopped);
    }

    [Fact]
    public void A_run_that_dies_leaves_commands_stopped_for_the_rest_of_its_step()
    {
        CiContext context = CiFakes.Context();
        Host.Begin(context);
        Assert.True(RunnerLog.Read(context.Output.ToString()!).IsStopped);
    }

    [Fact]
    public void Problems_of_a_policy_stand_on_its_lines_and_give_no_verdict()
    {
        var files = new FakeFiles();
        CiContext context = CiFakes.Context(files);
        Host.Begin(context);
        Host.Reject([new Annotation(AnnotationLevel.Error, "policy", "unknown key 'metrik'", "gate.yml", 7, 5)], context);
        SeenAnnotation seen = Assert.Single(RunnerLog.Read(context.Output.ToString()!).Annotations);
        Assert.Equal(("gate.yml", "7", "unknown key 'metrik'"), (seen.Properties["file"], seen.Properties["line"], seen.Message));
        Assert.Empty(files.Texts);
    }

    [Theory]
    [InlineData("sub/gate.yml", "sub/gate.yml")]
    [InlineData("./sub/../gate.yml", "gate.yml")]
    [InlineData("..data/gate.yml", "..data/gate.yml")]
    [InlineData("../elsewhere.yml", null)]
    public void Files_are_named_from_the_workspace(string policy, string? expected)
    {
        RunnerLog log = Run(CiFakes.Context(), CiFakes.Result(policy, CiFakes.Finding("f", "fail", 3)));
        Assert.Equal(expected, Assert.Single(log.Annotations).Properties.GetValueOrDefault("file"));
        Assert.Equal(expected is null ? null : "3", log.Annotations[0].Properties.GetValueOrDefault("line"));
    }

    [Fact]
    public void Files_are_named_from_the_workspace_when_Gate_runs_in_a_folder_of_it()
    {
        CiContext context = CiFakes.Context() with { WorkingDirectory = Path.Combine(CiFakes.Workspace, "models", "credit") };
        RunnerLog log = Run(context, CiFakes.Result("../gate.yml", CiFakes.Finding("f", "fail")));
        Assert.Equal("models/gate.yml", log.Annotations[0].Properties["file"]);
    }

    [Fact]
    public void A_report_outside_the_workspace_keeps_its_full_path()
    {
        var files = new FakeFiles();
        CiContext context = CiFakes.Context(files);
        string outside = Path.Combine(Path.GetTempPath(), "report.html");
        CiFakes.Publish(Host, CiFakes.Result("gate.yml"), new Publication([], outside, null), context);
        List<KeyValuePair<string, string>> outputs = RunnerFile.Read(files.Texts["output"]);
        Assert.Contains(new KeyValuePair<string, string>("report-path", outside), outputs);
        Assert.Contains(new KeyValuePair<string, string>("result-path", ""), outputs);
    }

    [Theory]
    [InlineData("::error::owned\n##[error]owned")]
    [InlineData("\"],\"x\":[\"\nverdict=pass")]
    public void Hostile_ids_stay_text(string id)
    {
        var files = new FakeFiles();
        CiContext context = CiFakes.Context(files);
        RunnerLog log = Run(context, CiFakes.Result("gate.yml", CiFakes.Finding(id, "fail", 1, id, id)));
        Assert.Single(log.Annotations);
        Assert.Empty(log.OtherCommands);
        List<KeyValuePair<string, string>> outputs = RunnerFile.Read(files.Texts["output"]);
        Assert.Equal(["verdict", "failed-conditions", "report-path", "result-path"], outputs.Select(o => o.Key));
        Assert.Equal([id], System.Text.Json.JsonSerializer.Deserialize<string[]>(outputs[1].Value)!);
        Assert.DoesNotContain('\n', outputs[1].Value);
    }

    [Fact]
    public void Files_that_the_runner_does_not_name_are_not_written()
    {
        var files = new FakeFiles();
        CiContext context = CiFakes.Context(files, ("GITHUB_OUTPUT", ""), ("GITHUB_STEP_SUMMARY", ""));
        Run(context, CiFakes.Result("gate.yml"));
        Assert.Empty(files.Texts);
    }

    private static RunnerLog Run(CiContext context, GateResult result)
    {
        Host.Begin(context);
        CiFakes.Publish(Host, result, new Publication(["# Verdict", "# Groups"], "out/report.html",
            Path.Combine(CiFakes.Workspace, "out", "result.json")), context);
        return RunnerLog.Read(context.Output.ToString()!);
    }
}
