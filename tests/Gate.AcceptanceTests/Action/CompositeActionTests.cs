namespace Gate.AcceptanceTests.Action;

public class CompositeActionTests
{
    private static readonly ActionFile Action = ActionFile.Load(Repository.File("action.yml"));

    [Fact]
    public void With_nothing_but_defaults_gate_runs_on_gate_yml()
    {
        (ActionRun run, string[]? arguments) = Run(0, "pass");
        Assert.Equal(["run", "gate.yml", "--output", "gate-output", "--format", "html,json,md,junit"], arguments!);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("pass", run.Outputs["verdict"]);
        Assert.Equal("""["a"]""", run.Outputs["failed-conditions"]);
        Assert.Equal("out/report.html", run.Outputs["report-path"]);
        Assert.Equal("out/result.json", run.Outputs["result-path"]);
    }

    [Fact]
    public void Every_input_reaches_gate()
    {
        (_, string[]? arguments) = Run(0, "pass", ("policy", "p.yml"), ("output", "o"),
            ("set", "model.threshold=0.4\n\ndata.where=\"a = b\"\r\nconditions[0].max=1\n"), ("fail-on", "warn"), ("format", "json"));
        Assert.Equal(
            ["run", "p.yml", "--output", "o", "--set", "model.threshold=0.4", "--set", "data.where=\"a = b\"", "--set",
                "conditions[0].max=1", "--fail-on", "warn", "--format", "json"],
            arguments!);
    }

    [Theory]
    [InlineData("a policy with spaces.yml")]
    [InlineData("$(touch pwned).yml")]
    [InlineData("`touch pwned`.yml")]
    [InlineData("a\"; touch pwned; \".yml")]
    [InlineData("a'; touch pwned; '.yml")]
    [InlineData("${{ inputs.policy }}")]
    [InlineData("*")]
    [InlineData("a\nb.yml")]
    [InlineData("\\n ☃ %0A")]
    public void Hostile_paths_are_one_argument_and_run_nothing(string hostile)
    {
        string setting = "data.where=" + hostile.Split('\n')[0];
        using var runner = new ActionRunner(Action, ("policy", hostile), ("set", setting), ("tool-path", "../temp/fake gate"));
        FakeGate.Write(runner.Temp, 0, "pass");
        ActionRun run = runner.Run();
        Assert.Equal(["run", hostile, "--output", "gate-output", "--set", setting, "--format", "html,json,md,junit"],
            FakeGate.Arguments(runner.Temp)!);
        Assert.Empty(Directory.GetFileSystemEntries(runner.Workspace));
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("policy", "--fail-on=never", "./--fail-on=never")]
    [InlineData("policy", "@arguments.rsp", "./@arguments.rsp")]
    [InlineData("output", "-x", "./-x")]
    [InlineData("output", "@x", "./@x")]
    public void A_path_that_looks_like_an_option_stays_a_path(string input, string value, string expected)
    {
        (_, string[]? arguments) = Run(0, "pass", (input, value));
        Assert.Contains(expected, arguments!);
        Assert.DoesNotContain(value, arguments!);
    }

    [Theory]
    [InlineData("set", "--fail-on=never", "line 1")]
    [InlineData("set", "a=1\n@arguments.rsp", "line 2")]
    [InlineData("set", "a=1\n::error::x", "line 2")]
    [InlineData("set", "##[error]x", "line 1")]
    [InlineData("policy", "", "'policy'")]
    [InlineData("output", "", "'output'")]
    [InlineData("output", "a\nb", "'output'")]
    [InlineData("fail-on", "sometimes", "'fail-on'")]
    [InlineData("fail-on", "never --set x=1", "'fail-on'")]
    [InlineData("format", "json --fail-on never", "'format'")]
    [InlineData("format", "json\n::error::x", "'format'")]
    [InlineData("tool-path", "no/such ##[error]x", "'tool-path'")]
    [InlineData("tool-path", "/", "'tool-path'")]
    public void An_input_that_makes_no_sense_is_refused_without_repeating_it(string input, string value, string named)
    {
        (ActionRun run, string[]? arguments) = Run(0, "pass", (input, value));
        Assert.Null(arguments);
        Assert.Equal(64, run.ExitCode);
        Assert.Contains(named, run["Run gate"].Output, StringComparison.Ordinal);
        Assert.Empty(run["Run gate"].Log.Annotations);
        Assert.Equal("", run.Outputs["verdict"]);
        Assert.False(run["Keep the report"].Ran);
    }

    [Theory]
    [InlineData(1, "fail")]
    [InlineData(2, "inconclusive")]
    public void Gates_exit_code_is_the_steps_and_the_report_is_kept(int code, string verdict)
    {
        (ActionRun run, _) = Run(code, verdict);
        Assert.Equal(code, run.ExitCode);
        Assert.Equal(verdict, run.Outputs["verdict"]);
        Assert.True(run["Keep the report"].Ran);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(70)]
    [InlineData(139)]
    public void Without_a_verdict_the_step_fails_and_nothing_is_kept(int code)
    {
        (ActionRun run, _) = Run(code, null);
        Assert.Equal(code, run.ExitCode);
        Assert.Equal("", run.Outputs["verdict"]);
        Assert.False(run["Keep the report"].Ran);
    }

    [Fact]
    public void A_tool_that_ends_well_without_a_verdict_does_not_pass()
    {
        (ActionRun run, _) = Run(0, null);
        Assert.Equal(70, run.ExitCode);
    }

    [Fact]
    public void Only_what_gate_writes_is_uploaded()
    {
        using var runner = new ActionRunner(Action, ("output", "my out"), ("artifact-name", "mine"), ("tool-path", "../temp/fake gate"));
        string output = Directory.CreateDirectory(Path.Combine(runner.Workspace, "my out")).FullName;
        // An earlier run's, or one that was committed by somebody who wants it to be believed.
        File.WriteAllText(Path.Combine(output, "result.json"), "{ \"verdict\": \"pass\" }");
        File.WriteAllText(Path.Combine(output, "key.pem"), "secret");
        File.CreateSymbolicLink(Path.Combine(output, "summary.md"), Path.Combine(output, "key.pem"));
        FakeGate.Write(runner.Temp, 1, "fail", """
            printf '<p>' >"my out/report.html"
            """);
        ActionRun run = runner.Run();
        Assert.Equal(1, run.ExitCode);
        IReadOnlyDictionary<string, string> with = run["Keep the report"].With;
        Assert.Equal("mine", with["name"]);
        Assert.StartsWith(runner.Temp, with["path"], StringComparison.Ordinal);
        Assert.Equal(["report.html"], Directory.GetFileSystemEntries(with["path"]).Select(Path.GetFileName));
        Assert.Equal(["key.pem", "report.html"], Directory.GetFileSystemEntries(output).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Evidence_that_git_tracks_is_refused()
    {
        using var runner = new ActionRunner(Action, ("tool-path", "../temp/fake gate"));
        string output = Directory.CreateDirectory(Path.Combine(runner.Workspace, "gate-output")).FullName;
        File.WriteAllText(Path.Combine(output, "result.json"), "{ \"verdict\": \"pass\" }");
        foreach (string[] git in (string[][])[["init", "--quiet"], ["add", "."]])
            System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("git", git) { WorkingDirectory = runner.Workspace })!
                .WaitForExit();
        FakeGate.Write(runner.Temp, 0, "pass");
        ActionRun run = runner.Run();
        Assert.Equal(64, run.ExitCode);
        Assert.Contains("git tracks result.json", run["Run gate"].Output, StringComparison.Ordinal);
        Assert.False(run["Keep the report"].Ran);
        Assert.Null(FakeGate.Arguments(runner.Temp));
    }

    [Fact]
    public void An_output_directory_that_is_a_link_is_refused()
    {
        using var runner = new ActionRunner(Action, ("tool-path", "../temp/fake gate"));
        Directory.CreateSymbolicLink(Path.Combine(runner.Workspace, "gate-output"), runner.Temp);
        FakeGate.Write(runner.Temp, 0, "pass");
        ActionRun run = runner.Run();
        Assert.Equal(64, run.ExitCode);
        Assert.Contains("names a link", run["Run gate"].Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_upload_can_be_switched_off()
    {
        (ActionRun run, _) = Run(0, "pass", ("upload-report", "false"));
        Assert.False(run["Keep the report"].Ran);
    }

    [Fact]
    public void With_a_tool_nothing_is_set_up_or_built()
    {
        (ActionRun run, _) = Run(0, "pass");
        Assert.False(run["Set up .NET"].Ran);
        Assert.False(run["Build gate"].Ran);
    }

    [Fact]
    public void Without_a_tool_gate_is_built_from_the_actions_own_source()
    {
        using var runner = new ActionRunner(Action);
        string bin = Directory.CreateDirectory(Path.Combine(runner.Temp, "bin")).FullName;
        string dotnet = FakeGate.Write(bin, 0, null);
        File.Move(dotnet, Path.Combine(bin, "dotnet"));
        runner.Environment["PATH"] = bin + Path.PathSeparator + System.Environment.GetEnvironmentVariable("PATH");
        string tool = FakeGate.Write(Directory.CreateDirectory(Path.Combine(runner.Temp, "gate-tool")).FullName, 0, "pass");
        File.Move(tool, Path.Combine(runner.Temp, "gate-tool", "gate"));

        ActionRun run = runner.Run();
        Assert.True(run["Set up .NET"].Ran);
        Assert.Equal(Repository.File("global.json"), run["Set up .NET"].With["global-json-file"]);
        Assert.Equal(["publish", "src/Gate.Cli", "--configuration", "Release", "--output", runner.Temp + "/gate-tool"],
            FakeGate.Arguments(bin)![..6]);
        Assert.Equal(["remove-matcher"], run["Build gate"].Log.OtherCommands);
        Assert.Equal(["run", "gate.yml"], FakeGate.Arguments(Path.Combine(runner.Temp, "gate-tool"))![..2]);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_build_that_breaks_does_not_share_its_exit_code_with_a_verdict()
    {
        using var runner = new ActionRunner(Action);
        string bin = Directory.CreateDirectory(Path.Combine(runner.Temp, "bin")).FullName;
        FakeGate.WriteScript(Path.Combine(bin, "dotnet"), "#!/bin/sh\nexit 1");
        runner.Environment["PATH"] = bin + Path.PathSeparator + System.Environment.GetEnvironmentVariable("PATH");
        Assert.Equal(70, runner.Run().ExitCode);
    }

    [Theory]
    [InlineData("v18.19.0")]
    [InlineData("nonsense")]
    public void A_runner_without_a_fit_Node_is_told_so_before_anything_is_built(string version)
    {
        using var runner = new ActionRunner(Action);
        string bin = Directory.CreateDirectory(Path.Combine(runner.Temp, "bin")).FullName;
        FakeGate.WriteScript(Path.Combine(bin, "node"), $"#!/bin/sh\necho {version}");
        runner.Environment["PATH"] = bin + Path.PathSeparator + System.Environment.GetEnvironmentVariable("PATH");
        ActionRun run = runner.Run();
        Assert.Equal(69, run["Build gate"].ExitCode);
        Assert.Contains("Node.js 20", run["Build gate"].Output, StringComparison.Ordinal);
        Assert.False(run["Run gate"].Ran);
        Assert.Equal("", run.Outputs["verdict"]);
    }

    private static (ActionRun Run, string[]? Arguments) Run(int exitCode, string? verdict, params (string Name, string Value)[] inputs)
    {
        (string, string)[] all = inputs.Any(i => i.Name == "tool-path") ? inputs : [.. inputs, ("tool-path", "../temp/fake gate")];
        using var runner = new ActionRunner(Action, all);
        FakeGate.Write(runner.Temp, exitCode, verdict);
        return (runner.Run(), FakeGate.Arguments(runner.Temp));
    }
}
