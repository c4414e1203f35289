using System.Text.Json;
using Gate.AcceptanceTests.Running;
using Gate.Tests.Ci;

namespace Gate.AcceptanceTests.Action;

/// <summary>The action's own steps with the built tool, in a runner whose files are simulated.</summary>
public class RealGateTests
{
    private static readonly ActionFile Action = ActionFile.Load(Repository.File("action.yml"));

    [Fact]
    public void The_mortgage_example_fails_with_its_findings_on_the_lines_of_the_policy()
    {
        using ActionRunner runner = Mortgage();
        ActionRun run = runner.Run();
        StepRun step = run["Run gate"];

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("fail", run.Outputs["verdict"]);
        Assert.Equal(["four-fifths", "true_positive_rate_difference-by-afam", "equalized_odds_difference-by-afam"],
            JsonSerializer.Deserialize<string[]>(run.Outputs["failed-conditions"])!);
        Assert.Equal("gate-output/report.html", run.Outputs["report-path"]);
        Assert.Equal("gate-output/result.json", run.Outputs["result-path"]);
        Assert.True(run["Keep the report"].Ran);
        string kept = run["Keep the report"].With["path"], written = Path.Combine(runner.Workspace, "gate-output");
        foreach (string file in (string[])["report.html", "result.json", "summary.md", "junit.xml"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(written, file)), File.ReadAllBytes(Path.Combine(kept, file)));

        Assert.Equal(3, step.Log.Annotations.Count);
        string[] lines = File.ReadAllLines(Path.Combine(runner.Workspace, "gate.yml"));
        foreach ((SeenAnnotation annotation, string expected) in step.Log.Annotations.Zip(
            ["- id: four-fifths", "- metric: true_positive_rate", "- metric: equalized_odds_difference"]))
        {
            Assert.Equal("gate.yml", annotation.Properties["file"]);
            Assert.Equal(expected, lines[int.Parse(annotation.Properties["line"], System.Globalization.CultureInfo.InvariantCulture) - 1]
                .Trim());
        }
        Assert.Equal("error", step.Log.Annotations[0].Command);
        Assert.Empty(step.Log.OtherCommands);
    }

    [Fact]
    public void The_step_summary_is_the_written_summary()
    {
        using ActionRunner runner = Mortgage();
        ActionRun run = runner.Run();
        string written = File.ReadAllText(Path.Combine(runner.Workspace, "gate-output", "summary.md"));
        Assert.Contains("## ❌ Fail: Mortgage approvals", run["Run gate"].Summary, StringComparison.Ordinal);
        Assert.Equal(Words(written), Words(run["Run gate"].Summary));
    }

    [Fact]
    public void With_fail_on_never_the_step_passes_and_the_verdict_stands()
    {
        using ActionRunner runner = Mortgage(("fail-on", "never"));
        ActionRun run = runner.Run();
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("fail", run.Outputs["verdict"]);
    }

    [Fact]
    public void An_inconclusive_verdict_is_the_steps_exit_code()
    {
        using ActionRunner runner = Mortgage(("set", "conditions[1].min=0.6"));
        ActionRun run = runner.Run();
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("inconclusive", run.Outputs["verdict"]);
    }

    [Fact]
    public void A_mistake_in_the_policy_is_an_annotation_on_its_line()
    {
        using ActionRunner runner = Mortgage();
        string policy = Path.Combine(runner.Workspace, "gate.yml");
        string[] lines = File.ReadAllLines(policy);
        int at = Array.FindIndex(lines, line => line.Contains("compare: ratio", StringComparison.Ordinal));
        lines[at] = "    compar: ratio";
        File.WriteAllLines(policy, lines);

        ActionRun run = runner.Run();
        Assert.Equal(64, run.ExitCode);
        Assert.Equal("", run.Outputs["verdict"]);
        Assert.False(run["Keep the report"].Ran);
        SeenAnnotation annotation = Assert.Single(run["Run gate"].Log.Annotations,
            a => a.Message.Contains("unknown key", StringComparison.Ordinal));
        Assert.Equal("error", annotation.Command);
        Assert.Equal("gate.yml", annotation.Properties["file"]);
        Assert.Equal((at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), annotation.Properties["line"]);
        Assert.Contains("'compare'", annotation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_is_not_there_ends_with_65_and_no_verdict()
    {
        using ActionRunner runner = Mortgage();
        File.Delete(Path.Combine(runner.Workspace, "hmda.csv"));
        ActionRun run = runner.Run();
        Assert.Equal(65, run.ExitCode);
        Assert.Equal("", run.Outputs["verdict"]);
    }

    [Fact]
    public void Hostile_data_starts_no_command_and_sets_no_output()
    {
        using ActionRunner runner = Real();
        File.WriteAllText(Path.Combine(runner.Workspace, "gate.yml"), HostileData.Policy());
        File.WriteAllText(Path.Combine(runner.Workspace, "h.csv"), HostileData.Csv());
        ActionRun run = runner.Run();
        StepRun step = run["Run gate"];

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("fail", run.Outputs["verdict"]);
        Assert.Equal(["failed-conditions", "kept", "report-path", "result-path", "verdict"],
            step.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(step.Log.OtherCommands);
        Assert.False(step.Log.IsStopped);
        Assert.Equal(3, step.Log.Annotations.Count);
        Assert.All(step.Log.Annotations, annotation => Assert.Equal("gate.yml", annotation.Properties["file"]));
        Assert.DoesNotContain(step.Log.Annotations, annotation => annotation.Message.StartsWith("pwned", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', step.Output);
        foreach (string raw in (string[])["<img", "<!--", "</script>", "[x](javascript"])
            Assert.DoesNotContain(raw, step.Summary, StringComparison.Ordinal);
    }

    private static ActionRunner Mortgage(params (string Name, string Value)[] inputs)
    {
        ActionRunner runner = Real(inputs);
        foreach (string file in (string[])["gate.yml", "hmda.csv"])
            File.Copy(Repository.File("examples", "mortgage", file), Path.Combine(runner.Workspace, file));
        return runner;
    }

    private static ActionRunner Real(params (string Name, string Value)[] inputs) =>
        new(Action, [.. inputs, ("tool-path", GateProcess.Executable)]);

    // A step summary joins the sections with other blank lines than the file.
    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
