using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Runs are kept beside the policy, found again, shown and compared.</summary>
public sealed class Tracking
{
    private const string Section = """

        tracking:
          mlflow: { experiment: credit, tags: { team: risk } }

        """;

    private static readonly Dictionary<string, string> noServer = new() { ["MLFLOW_TRACKING_URI"] = "" };

    private static GateOutcome Gate(Workspace work, params string[] arguments) => GateProcess.Run(work.Root, noServer, arguments);

    [Fact]
    public void Runs_are_kept_and_found_by_what_was_logged()
    {
        using Workspace work = SmallData.Workspace(SmallData.Policy + Section);
        GateOutcome first = Gate(work, "run");
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains("kept in ", first.Error, StringComparison.Ordinal);
        Assert.Equal(0, Gate(work, "run", "--set", "model.train.C=0.001", "--set", "tracking.mlflow.run_name=small").ExitCode);

        string[] listed = Gate(work, "runs", "list").Output.TrimEnd('\n').Split('\n');
        Assert.Equal(3, listed.Length);
        Assert.Contains("condition/accuracy", listed[0], StringComparison.Ordinal);
        GateOutcome found = Gate(work, "runs", "search", "params.model.C = '0.001' and tags.verdict = 'pass' and metrics.accuracy > 0.1",
            "--experiment", "credit", "--order-by", "metrics.accuracy DESC", "--format", "csv");
        string[] lines = found.Output.TrimEnd('\n').Split('\n');
        Assert.True(lines.Length == 2, found.Output + found.Error);
        string id = lines[1].Split(',')[0];

        GateOutcome shown = Gate(work, "runs", "show", id);
        foreach (string part in (string[])["run_name: small", "team ", "group/sex/f/accuracy", "loans.csv", "result.json", "model.C"])
            Assert.Contains(part, shown.Output, StringComparison.Ordinal);
        Assert.Contains("\"run_id\": ", Gate(work, "runs", "show", id, "--format", "json").Output, StringComparison.Ordinal);
        Assert.Contains("params.model.C", Gate(work, "runs", "compare").Output, StringComparison.Ordinal);
        Assert.Equal(0, Gate(work, "runs", "compare", "--format", "html", "-o", "runs.html").ExitCode);
        Assert.Contains("Judged numbers over time", File.ReadAllText(work["runs.html"]), StringComparison.Ordinal);
        Assert.Equal(0, Gate(work, "runs", "export", "-o", "runs.csv").ExitCode);
        Assert.Contains($"\n{id},", File.ReadAllText(work["runs.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_says_how_to_go_on()
    {
        using Workspace work = SmallData.Workspace(SmallData.Policy + Section);
        for (int i = 0; i < 2; i++) Assert.Equal(0, Gate(work, "run", "-q").ExitCode);
        GateOutcome first = Gate(work, "runs", "list", "--max-results", "1");
        Assert.Contains("go on with --page-token eyJvZmZzZXQiOiAxfQ==", first.Error, StringComparison.Ordinal);
        GateOutcome second = Gate(work, "runs", "list", "--max-results", "1", "--page-token", "eyJvZmZzZXQiOiAxfQ==");
        Assert.Equal("", second.Error);
        Assert.NotEqual(first.Output.Split('\n')[1], second.Output.Split('\n')[1]);
    }

    [Fact]
    public void Nothing_is_kept_unless_somebody_asks()
    {
        using Workspace work = SmallData.Workspace();
        Assert.Equal(0, Gate(work, "run").ExitCode);
        Assert.False(Directory.Exists(work["gate-history"]));
        var environment = new Dictionary<string, string> { ["MLFLOW_TRACKING_URI"] = "elsewhere" };
        Assert.Equal(0, GateProcess.Run(work.Root, environment, "run").ExitCode);
        Assert.True(Directory.Exists(work["elsewhere"]));
    }

    [Fact]
    public void The_ratchet_tightens_a_bound_and_keeps_the_rest_of_the_policy()
    {
        using Workspace work = SmallData.Workspace(SmallData.Policy.Replace("    min: 0.5", "    min:  0.5   # agreed in May",
            StringComparison.Ordinal) + Section);
        Assert.Contains("9 are needed for a chance of 10%", Gate(work, "ratchet").Output, StringComparison.Ordinal);
        Assert.Equal(0, Gate(work, "run", "-q").ExitCode);
        GateOutcome patch = Gate(work, "ratchet", "--chance", "0.5");
        Assert.True(patch.ExitCode == 0, patch.Error);
        Assert.Contains("-    min:  0.5   # agreed in May\n+    min:  0.8", patch.Output, StringComparison.Ordinal);
        Assert.Contains("with a chance of 1 in 2", patch.Error, StringComparison.Ordinal);
        string before = File.ReadAllText(work["gate.yml"]);
        Assert.Equal(0, Gate(work, "ratchet", "--chance", "0.5", "--write").ExitCode);
        Assert.Equal(before.Split('\n').Length, File.ReadAllText(work["gate.yml"]).Split('\n').Length);
        Assert.Contains("   # agreed in May", File.ReadAllText(work["gate.yml"]), StringComparison.Ordinal);
        Assert.Contains("No bound can be tighter.", Gate(work, "ratchet", "--chance", "0.5").Output, StringComparison.Ordinal);
        Assert.Equal(64, Gate(work, "ratchet", "--chance", "0").ExitCode);
    }

    [Theory]
    [InlineData("false", 0)]
    [InlineData("true", 69)]
    public void A_run_that_cannot_be_kept_has_its_verdict_unless_keeping_is_required(string required, int code)
    {
        using Workspace work = SmallData.Workspace(SmallData.Policy + $"\ntracking: {{ required: {required} }}\n");
        work.With("gate-history", "a file is in the way");
        GateOutcome outcome = Gate(work, "run");
        Assert.Equal(code, outcome.ExitCode);
        Assert.Contains("the run could not be kept", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Verdict: pass", outcome.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(work["gate-output/result.json"]));
    }

    [Theory]
    [InlineData(64, "runs search nonsense", "'nonsense' is no attribute of a run")]
    [InlineData(64, "runs search metrics.x>'a'", "compared with a number")]
    [InlineData(64, "runs show abc", "has no run 'abc'")]
    [InlineData(64, "runs show ../x", "is no id of a run")]
    [InlineData(64, "runs list --experiment crdit", "did you mean 'credit'?")]
    [InlineData(64, "runs list --max-results 0", "a page has from 1 to")]
    [InlineData(64, "runs compare", "there is one run to compare")]
    [InlineData(64, "runs list --store ftp://x", "is no folder, no file: address of")]
    [InlineData(64, "run --set tracking.mlflow.tags.verdict=pass", "'verdict' is set by Gate itself")]
    [InlineData(64, "run --set tracking.mlflow.uri=x", "unknown key 'uri'")]
    public void What_cannot_be_is_said(int code, string command, string said)
    {
        using Workspace work = SmallData.Workspace(SmallData.Policy + Section);
        Assert.Equal(0, Gate(work, "run").ExitCode);
        GateOutcome outcome = Gate(work, command.Split(' '));
        Assert.Equal(code, outcome.ExitCode);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
    }
}
