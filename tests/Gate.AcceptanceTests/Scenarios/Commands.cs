using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>The commands beside run and check, and what is said of words that are no command and no option.</summary>
public sealed class Commands
{
    [Theory]
    [InlineData("rn", "there is no command 'rn'; did you mean 'run'?")]
    [InlineData("run|--ouput|x", "'run' has no option '--ouput'; did you mean '--output'?")]
    [InlineData("run|gate.yml|--formt=html", "'run' has no option '--formt'; did you mean '--format'?")]
    [InlineData("check|--quiet", "'check' has no option '--quiet'; there are ")]
    [InlineData("run|-o|-", "--output names a directory, for several files are written; --json prints the result on standard output")]
    [InlineData("explain|rocauc", "did you mean 'roc_auc'?")]
    [InlineData("compare|none|none", "there is no file none; a result.json is written by 'gate run'")]
    public void Wrong_words_are_named(string arguments, string message)
    {
        using Workspace work = SmallData.Workspace();
        GateOutcome outcome = work.Gate(arguments.Split('|'));
        Assert.Equal((64, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_is_the_verdict_in_one_line()
    {
        using Workspace work = SmallData.Workspace();
        GateOutcome outcome = work.Gate("run", "--quiet");
        Assert.Equal("", outcome.Error);
        Assert.Matches(@"^Verdict: pass\. [^\n]+\n$", outcome.Output);
        Assert.True(File.Exists(work["gate-output/report.html"]));
    }

    [Fact]
    public void Json_is_the_result_and_nothing_else()
    {
        using Workspace work = SmallData.Workspace();
        GateOutcome outcome = work.Gate("run", "--json");
        using JsonDocument printed = JsonDocument.Parse(outcome.Output);
        Assert.Equal("pass", printed.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(File.ReadAllText(work["gate-output/result.json"]).TrimEnd(), outcome.Output.TrimEnd());
    }

    [Fact]
    public void Two_results_are_compared()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "-o", "first");
        work.Gate("run", "-o", "second", "--set", "conditions[0].min=0.999");
        GateOutcome outcome = work.Gate("compare", "first", "second/result.json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith("Not the same in both: keys replaced on the command line.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\nworse     accuracy", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Verdict: pass before, fail now. 1 worse, ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_is_explained_with_what_was_found_and_a_metric_without()
    {
        using Workspace work = SmallData.Workspace();
        string metric = work.Gate("explain", "accuracy").Output;
        Assert.StartsWith("accuracy: The share of rows", metric, StringComparison.Ordinal);
        Assert.Contains("Larger is better", metric, StringComparison.Ordinal);
        Assert.DoesNotContain("interval decides", metric, StringComparison.Ordinal);
        work.Gate("run");
        string condition = work.Gate("explain", "accuracy").Output;
        Assert.StartsWith("accuracy: pass (gate.yml:", condition, StringComparison.Ordinal);
        Assert.Contains("The whole interval decides", condition, StringComparison.Ordinal);
        Assert.EndsWith(metric, condition, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_stands_for_the_result_in_it()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "--format", "json");
        Assert.Equal(0, work.Gate("report", "gate-output").ExitCode);
        Assert.True(File.Exists(work["gate-output/report.html"]));
    }

    [Fact]
    public void Doctor_finds_everything_that_is_needed()
    {
        using var work = new Workspace();
        GateOutcome outcome = work.Gate("doctor");
        Assert.True(outcome.ExitCode == 0, outcome.Output);
        foreach (string part in (string[])["DuckDB", "ONNX Runtime", "this directory"])
            Assert.Contains($"ok  {part}", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_a_command_too()
    {
        using var work = new Workspace();
        Assert.Equal(work.Gate("run", "--help").Output, work.Gate("help", "run").Output);
        Assert.Equal(work.Gate("--help").Output, work.Gate("help").Output);
    }

    [Theory]
    [InlineData("gate run --format html,", "html,junit")]
    [InlineData("gate run --set model.th", "model.threshold=")]
    [InlineData("gate run --set conditions", "conditions[0].max=")]
    [InlineData("gate expl", "explain")]
    [InlineData("gate explain roc", "roc_auc")]
    public void The_shell_is_told_what_could_follow(string line, string expected)
    {
        using var work = new Workspace();
        Assert.Contains(expected, work.Gate($"[suggest:{line.Length}]", line).Output.Split('\n'));
    }

    [Fact]
    public void Nobody_is_shown_a_report_without_a_terminal()
    {
        using Workspace work = SmallData.Workspace();
        Assert.Contains("--open: there is no terminal", work.Gate("run", "--open").Error, StringComparison.Ordinal);
    }
}
