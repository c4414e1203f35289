using System.Diagnostics;
using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>What a user of the command line relies on.</summary>
public sealed class CommandLine
{
    [Fact]
    public void Version_is_printed_alone()
    {
        using var work = new Workspace();
        GateOutcome outcome = work.Gate("--version");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", outcome.Output);
    }

    [Fact]
    public void Help_names_every_command()
    {
        using var work = new Workspace();
        string help = work.Gate("--help").Output;
        string[] commands = ["run", "check", "init", "report", "compare", "explain", "train", "score", "schema", "completion", "doctor",
            "help"];
        foreach (string command in commands)
            Assert.Contains($"  {command} ", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_output_carries_the_findings_and_the_verdict_and_nothing_else()
    {
        using Workspace work = SmallData.Workspace();
        GateOutcome outcome = work.Gate("run", "gate.yml");
        Assert.StartsWith("loans: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Verdict: ", outcome.Output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Contains("reading loans.csv", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("min: 0.5", "inconclusive", 0)]
    [InlineData("min: 0.999", "inconclusive", 1)]
    [InlineData("min: 0.999", "never", 0)]
    [InlineData("min: 0.999\n    level: warn", "inconclusive", 0)]
    [InlineData("min: 0.999\n    level: warn", "warn", 1)]
    public void Exit_code_follows_the_verdict_and_fail_on(string bound, string failOn, int code)
    {
        using Workspace work = SmallData.Workspace(SmallData.Policy.Replace("min: 0.5", bound, StringComparison.Ordinal));
        Assert.Equal(code, work.Gate("run", "gate.yml", "--fail-on", failOn).ExitCode);
    }

    /// <summary>A bound inside the interval is neither kept nor missed: exit code 2, unless the policy or the caller says
    /// otherwise.</summary>
    [Theory]
    [InlineData("", "inconclusive", 2, "inconclusive")]
    [InlineData("\n    on_inconclusive: fail", "inconclusive", 1, "fail")]
    [InlineData("\n    on_inconclusive: warn", "inconclusive", 0, "warn")]
    [InlineData("\n    on_inconclusive: pass", "inconclusive", 0, "pass")]
    [InlineData("\n    decide_on: point", "inconclusive", 0, "pass")]
    [InlineData("", "fail", 0, "inconclusive")]
    public void Bound_inside_the_interval(string more, string failOn, int code, string verdict)
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "gate.yml");
        using JsonDocument first = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"]));
        JsonElement finding = first.RootElement.GetProperty("findings")[0];
        double inside = (finding.GetProperty("interval").GetProperty("low").GetDouble() + finding.GetProperty("estimate").GetDouble()) / 2;
        work.With("gate.yml", SmallData.Policy.Replace("min: 0.5", FormattableString.Invariant($"min: {inside:0.00000}{more}"),
            StringComparison.Ordinal));
        GateOutcome outcome = work.Gate("run", "gate.yml", "--fail-on", failOn);
        Assert.Equal(code, outcome.ExitCode);
        Assert.Contains($"Verdict: {verdict}.", outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>A control level in which only one group has enough rows is left out and listed; the other levels decide.</summary>
    [Fact]
    public void Control_level_without_enough_evidence_is_left_out_and_listed()
    {
        string[] lines = SmallData.Loans(1000).TrimEnd('\n').Split('\n');
        string data =
            string.Join('\n', lines.Select((line, i) => i == 0 ? line + ",branch" : $"{line},{(i % 50 == 0 ? "small" : "large")}")) + "\n";
        using Workspace work = SmallData.Workspace(SmallData.Policy.Replace("    by: sex\n", "    by: sex\n    control: branch\n",
            StringComparison.Ordinal), data);
        GateOutcome outcome = work.Gate("run", "gate.yml");
        Assert.Equal(0, outcome.ExitCode);
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"]));
        JsonElement finding = result.RootElement.GetProperty("findings")[1];
        Assert.Equal(("satisfied", "warn"), (finding.GetProperty("outcome").GetString(), finding.GetProperty("verdict").GetString()));
        const string LeftOut = "Left out for too little evidence: sex = m where branch = small";
        Assert.Contains(LeftOut, finding.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains(LeftOut, outcome.Output.Split("Verdict: warn.")[1], StringComparison.Ordinal);
    }

    /// <summary>The output of the last run is a history, though this run replaces it.</summary>
    [Fact]
    public void History_counts_looks_at_the_same_rows_and_set_keys_are_shown()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "gate.yml");
        GateOutcome outcome = work.Gate("run", "gate.yml", "--set", "seed=9", "--history", "gate-output");
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Contains("Replaced on the command line: seed=9", outcome.Output, StringComparison.Ordinal);
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"]));
        JsonElement history = result.RootElement.GetProperty("history");
        Assert.Equal((2, 2), (history.GetProperty("looks").GetInt32(), history.GetProperty("seeds").GetInt32()));
    }

    /// <summary>A column that joins the baseline's file to the data says which row it is: the candidate must not learn from it.</summary>
    [Fact]
    public void Join_key_of_a_baseline_is_no_feature()
    {
        string[] lines = SmallData.Loans().TrimEnd('\n').Split('\n');
        using Workspace work =
            SmallData.Workspace(
            SmallData.Policy.Replace("conditions:", "baseline:\n  predictions: { source: old.csv, key: id, prediction: said }\nconditions:",
            StringComparison.Ordinal));
        work.With("old.csv", string.Join('\n', lines.Select((line, i) => i == 0 ? "id,said" : $"{line.Split(',')[0]},yes")) + "\n");
        GateOutcome outcome = work.Gate("run", "gate.yml");
        Assert.True(outcome.ExitCode is 0 or 1 or 2, outcome.Error);
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"]));
        Assert.Equal(["income", "debt"], result.RootElement.GetProperty("model").GetProperty("features").EnumerateArray()
            .Select(name => name.GetString()));
    }

    [Fact]
    public void Set_replaces_a_key_and_the_result_says_so()
    {
        using Workspace work = SmallData.Workspace();
        Assert.Equal(1, work.Gate("run", "gate.yml", "--set", "conditions.accuracy.min=0.999", "--set", "model.threshold=0.4").ExitCode);
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"]));
        Assert.Equal(["conditions.accuracy.min=0.999", "model.threshold=0.4"], result.RootElement.GetProperty("policy")
            .GetProperty("overrides").EnumerateArray().Select(o => o.GetString()));
        Assert.Equal(0.4, result.RootElement.GetProperty("model").GetProperty("threshold").GetDouble());
    }

    [Fact]
    public void Format_says_which_files_are_written()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "gate.yml", "--output", "deep/er", "--format", "json,junit");
        Assert.Equal(["junit.xml", "result.json"], Directory.GetFiles(work["deep/er"]).Select(Path.GetFileName)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Report_renders_the_same_bytes_from_the_result()
    {
        using Workspace work = SmallData.Workspace();
        work.Gate("run", "gate.yml");
        GateOutcome outcome = work.Gate("report", "gate-output/result.json", "--output", "again");
        Assert.Equal(0, outcome.ExitCode);
        foreach (string file in (string[])["report.html", "summary.md", "junit.xml"])
            Assert.Equal(File.ReadAllText(work[$"gate-output/{file}"]), File.ReadAllText(work[$"again/{file}"]));
    }

    [Fact]
    public void Init_guesses_that_a_denial_is_not_the_favourable_outcome()
    {
        using Workspace work = SmallData.Workspace(data: SmallData.Loans().Replace("approved\n", "denied\n", StringComparison.Ordinal));
        Assert.Equal(0, work.Gate("init", "loans.csv", "--output", "first.yml").ExitCode);
        Assert.Contains("  positive: \"no\"  # a guess", File.ReadAllText(work["first.yml"]), StringComparison.Ordinal);
        Assert.InRange(work.Gate("run", "first.yml").ExitCode, 0, 2);
    }

    [Fact]
    public void Init_writes_what_the_data_say_without_escapes()
    {
        using Workspace work = SmallData.Workspace(data: SmallData.Loans().Replace(",yes\n", ",>50K\n", StringComparison.Ordinal)
            .Replace(",no\n", ",<=50K\n", StringComparison.Ordinal));
        Assert.Equal(0, work.Gate("init", "loans.csv", "--output", "first.yml").ExitCode);
        Assert.Contains("  positive: \">50K\"", File.ReadAllText(work["first.yml"]), StringComparison.Ordinal);
        Assert.InRange(work.Gate("run", "first.yml").ExitCode, 0, 2);
    }

    [Fact]
    public void Init_leaves_out_rows_without_a_label()
    {
        using Workspace work = SmallData.Workspace(data: SmallData.Loans() + "400,30.00,10.00,f,\n");
        Assert.Equal(0, work.Gate("init", "loans.csv", "--output", "first.yml").ExitCode);
        Assert.Contains("approved\\\" IS NOT NULL", File.ReadAllText(work["first.yml"]), StringComparison.Ordinal);
        Assert.Equal(0, work.Gate("check", "first.yml").ExitCode);
        Assert.InRange(work.Gate("run", "first.yml").ExitCode, 0, 2);
    }

    [Fact]
    public void Check_validates_without_training()
    {
        using Workspace work = SmallData.Workspace();
        GateOutcome outcome = work.Gate("check", "gate.yml");
        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("gate.yml is valid: 2 conditions, and every column that it names exists\n\nWhat the test rows can decide:\n",
            outcome.Output, StringComparison.Ordinal);
        work.With("gate.yml", SmallData.Policy.Replace("label: approved", "label: aproved", StringComparison.Ordinal));
        Assert.Equal(64, work.Gate("check", "gate.yml").ExitCode);
        Assert.False(Directory.Exists(work["gate-output"]));
    }

    [Trait("Writes", "pages")]
    [Theory]
    [InlineData("policy", "schemas/policy-1.json")]
    [InlineData("result", "schemas/result-1.json")]
    [InlineData("reference", "docs/policy.md")]
    public void Schema_prints_what_is_published(string what, string file)
    {
        using var work = new Workspace();
        GateOutcome outcome = work.Gate("schema", what);
        string path = Path.Combine(Repository.Root, file);
        // The result's schema is generated by its own test and only embedded in the tool.
        if (Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1" && what != "result") File.WriteAllText(path, outcome.Output);
        Assert.Equal(File.ReadAllText(path), outcome.Output);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void Completion_scripts_ask_gate_itself(string shell)
    {
        using var work = new Workspace();
        Assert.Contains("[suggest:", work.Gate("completion", shell).Output, StringComparison.Ordinal);
        Assert.Contains("--fail-on", work.Gate("[suggest:11]", "gate run --").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_replaces_nothing_without_force()
    {
        using Workspace work = SmallData.Workspace();
        GateOutcome outcome = work.Gate("init", "loans.csv");
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("--force", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(SmallData.Policy, File.ReadAllText(work["gate.yml"]).TrimEnd());
    }

    /// <summary>Ctrl-C (SIGINT) in the middle of a long run: exit code 130, nothing half-written.</summary>
    [SkippableFact]
    public async Task Interrupt_ends_cleanly()
    {
        Skip.If(OperatingSystem.IsWindows(), "signals are sent with kill");
        using Workspace work = SmallData.Workspace(
            SmallData.Policy.Replace("model:", "explain: { repeats: 1000, max_rows: 20000 }\nmodel:", StringComparison.Ordinal),
            SmallData.Loans(20000));
        using Process gate = GateProcess.StartInterruptible(work.Root, "run", "gate.yml");
        while (await gate.StandardError.ReadLineAsync() is { } line && !line.StartsWith("scoring", StringComparison.Ordinal)) { }
        Process.Start("kill", ["-INT", gate.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!.WaitForExit();
        string error = await gate.StandardError.ReadToEndAsync();
        Assert.True(gate.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Equal(130, gate.ExitCode);
        Assert.Contains("cancelled", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["gate-output"]));
    }

    [Fact]
    public void A_host_that_cannot_be_told_is_an_error_of_its_own_and_the_files_are_there()
    {
        using Workspace work = SmallData.Workspace();
        Directory.CreateDirectory(work["taken"]);
        GateOutcome outcome = GateProcess.Run(work.Root, new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_OUTPUT"] = work["taken"], ["GITHUB_STEP_SUMMARY"] = work["summary"] }, "run", "gate.yml");
        Assert.Equal(69, outcome.ExitCode);
        Assert.Contains("there is a verdict, and its files are written, but the step outputs could not be written", outcome.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("reached no verdict", outcome.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(work["gate-output/report.html"]));
        Assert.NotEmpty(File.ReadAllText(work["summary"]));
    }

    [Fact]
    public void Output_that_cannot_be_written_is_an_error_without_a_stack_trace()
    {
        using Workspace work = SmallData.Workspace().With("taken", "a file");
        GateOutcome outcome = work.Gate("run", "gate.yml", "--output", "taken");
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("taken", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_reach_the_terminal_as_text()
    {
        string data = SmallData.Loans(sex: i => i % 2 == 0 ? "::error::pwned" : "\"a\u001b[31mred\nnew line\"");
        using Workspace work = SmallData.Workspace(SmallData.Policy.Replace("min: 0.1", "min: 1", StringComparison.Ordinal), data);
        GateOutcome outcome = GateProcess.Run(work.Root, new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true" }, "run", "gate.yml");
        Assert.DoesNotContain("\u001b", outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n::error::pwned", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\nnew line", outcome.Output, StringComparison.Ordinal);
    }
}
