namespace Gate.AcceptanceTests.Action;

/// <summary>
/// The action takes the released gate of its own commit by digest, builds where there is none, and runs nothing that is not what it pins.
/// </summary>
public sealed class ReleasedToolTests : IDisposable
{
    private readonly ActionCheckout _checkout = new();

    [Fact]
    public void The_released_gate_is_run_and_nothing_is_set_up_or_built()
    {
        _checkout.Release("pass");
        using ActionRunner runner = Runner();
        ActionRun run = runner.Run();
        Assert.Equal((0, "pass"), (run.ExitCode, run.Outputs["verdict"]));
        Assert.Contains("gate 1.2.3 for linux-x64", run["Get the released gate"].Output, StringComparison.Ordinal);
        Assert.False(run["Set up .NET"].Ran);
        Assert.False(run["Build gate"].Ran);
        Assert.Equal(["run", "gate.yml"], FakeGate.Arguments(Path.Combine(runner.Temp, "gate-tool"))![..2]);
    }

    [Fact]
    public void A_wrong_digest_ends_the_run_before_anything_is_unpacked()
    {
        _checkout.Release("pass", digest: new string('a', 64));
        AssertRefused(70, "does not have the digest");
    }

    [Fact]
    public void An_archive_that_was_changed_after_the_release_is_not_run()
    {
        _checkout.Release("pass");
        File.AppendAllText(_checkout.Archive, "x");
        AssertRefused(70, "does not have the digest");
    }

    [Fact]
    public void A_download_that_fails_is_no_reason_to_run_something_else()
    {
        _checkout.Release("pass", url: "http://127.0.0.1:9/release");
        AssertRefused(69, "could not be downloaded");
    }

    [Theory]
    [InlineData("version 1.2.3\n")]
    [InlineData("version 1.2.3\nsource abc\nurl https://example.com\n")]
    [InlineData("version 1.2.3\nsource 0000000000000000000000000000000000000000000000000000000000000000\nurl nowhere\n")]
    [InlineData("version $(touch x)\nsource 0000000000000000000000000000000000000000000000000000000000000000\nurl https://example.com\n")]
    public void A_damaged_list_ends_the_run(string list)
    {
        _checkout.List(list);
        AssertRefused(70, "damaged");
    }

    [Fact]
    public void A_digest_that_is_none_ends_the_run()
    {
        _checkout.List($"version 1.2.3\nsource {_checkout.SourceDigest()}\nurl https://example.com\n{ActionCheckout.Platform} sha256:1\n");
        AssertRefused(70, "damaged");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing released yet\n\n")]
    public void Without_a_release_it_is_built(string list)
    {
        _checkout.List(list);
        AssertBuilds("no release of gate belongs to this commit");
    }

    [Theory]
    [InlineData("src/Program.cs")]
    [InlineData("src/Folder/New.cs")]
    [InlineData("package-lock.json")]
    public void Source_that_is_not_the_releases_is_built(string changed)
    {
        _checkout.Release("pass");
        _checkout.Write(changed, "other source");
        AssertBuilds("source is not that of gate 1.2.3");
    }

    [Fact]
    public void What_a_build_left_behind_does_not_make_it_another_source()
    {
        _checkout.Release("pass");
        foreach (string file in (string[])["src/bin/Release/gate.dll", "src/Room/obj/project.assets.json", "web/dist/report.js"])
            _checkout.Write(file, "left behind");
        using ActionRunner runner = Runner();
        Assert.Equal("pass", runner.Run().Outputs["verdict"]);
    }

    [Theory]
    [InlineData("Linux", "ARM64")]
    [InlineData("Windows", "X64")]
    [InlineData("Linux", "ARM")]
    [InlineData("Plan 9", "X64")]
    public void A_runner_that_nothing_was_released_for_builds(string system, string processor)
    {
        _checkout.Release("pass");
        AssertBuilds("was not released for this runner", system, processor);
    }

    [Fact]
    public void The_list_in_the_repository_is_empty_or_pins_every_platform()
    {
        string[] all = File.ReadAllLines(Repository.File("eng", "action", "tool.txt"));
        string[] lines = [.. all.Where(line => line.Length > 0 && line[0] != '#')];
        if (lines.Length == 0) return;
        Assert.Equal(["version", "source", "url"], lines[..3].Select(line => line.Split(' ')[0]));
        Assert.Equal(8, lines.Length - 3);
        Assert.All(lines[3..], line => Assert.Matches("^(linux|linux-musl|osx|win)-(x64|arm64) [0-9a-f]{64}$", line));
    }

    public void Dispose() => _checkout.Dispose();

    private ActionRunner Runner(string system = "Linux", string processor = "X64")
    {
        var runner = new ActionRunner(_checkout.Action);
        runner.Machine = (system, processor);
        return runner;
    }

    private void AssertRefused(int code, string reason)
    {
        using ActionRunner runner = Runner();
        ActionRun run = runner.Run();
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(reason, run["Get the released gate"].Output, StringComparison.Ordinal);
        Assert.False(run["Build gate"].Ran);
        Assert.False(run["Run gate"].Ran);
        Assert.Equal("", run.Outputs["verdict"]);
        Assert.False(File.Exists(Path.Combine(runner.Temp, "gate-tool", "gate")));
        Assert.False(File.Exists(Path.Combine(runner.Temp, "gate.tar.gz")));
    }

    private void AssertBuilds(string reason, string system = "Linux", string processor = "X64")
    {
        using ActionRunner runner = Runner(system, processor);
        string bin = Directory.CreateDirectory(Path.Combine(runner.Temp, "bin")).FullName;
        File.Move(FakeGate.Write(bin, 0, null), Path.Combine(bin, "dotnet"));
        runner.Environment["PATH"] = bin + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        ActionRun run = runner.Run();
        Assert.Contains(reason, run["Get the released gate"].Output, StringComparison.Ordinal);
        Assert.True(run["Set up .NET"].Ran);
        Assert.Equal("publish", FakeGate.Arguments(bin)![0]);
    }
}
