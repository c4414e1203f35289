using System.Diagnostics;

namespace Gate.AcceptanceTests.Action;

/// <summary>The action's <c>policy-from: base</c>, in a repository with a base commit and a pull request on it.</summary>
public sealed class BasePolicyTests : IDisposable
{
    private static readonly ActionFile Action = ActionFile.Load(Repository.File("action.yml"));

    private readonly ActionRunner runner = new(Action, ("policy", "models/gate.yml"), ("policy-from", "base"),
        ("tool-path", "../temp/fake gate"));

    private readonly string baseCommit;

    public BasePolicyTests()
    {
        FakeGate.Write(runner.Temp, 0, "pass");
        Git("init", "--quiet");
        Write("models/gate.yml", "of the base");
        Git("add", ".");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "base");
        baseCommit = Git("rev-parse", "HEAD").Trim();
        Write("models/gate.yml", "of the pull request");
        Write("models/new.yml", "of the pull request");
        Git("add", ".");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "pull request");
    }

    [Theory]
    [InlineData("pull_request.base.sha")]
    [InlineData("merge_group.base_sha")]
    public void Gate_is_told_the_base_commit(string path)
    {
        runner.Event[path] = baseCommit;
        Assert.Equal(0, runner.Run().ExitCode);
        Assert.Equal(["--base-commit", baseCommit], FakeGate.Arguments(runner.Temp)!.SkipWhile(word => word != "--base-commit").Take(2));
    }

    [Fact]
    public void Without_a_pull_request_the_branchs_own_policy_judges()
    {
        Assert.Equal(0, runner.Run().ExitCode);
        Assert.DoesNotContain("--base-commit", FakeGate.Arguments(runner.Temp)!);
    }

    [Fact]
    public void A_policy_that_the_base_does_not_have_is_told_and_judges()
    {
        using ActionRunner fresh = Other(("policy", "models/new.yml"));
        fresh.Event["pull_request.base.sha"] = baseCommit;
        ActionRun run = fresh.Run();
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("--base-commit", FakeGate.Arguments(fresh.Temp)!);
        Assert.Contains(run.Steps, step => step.Output.Contains("the base branch has no such policy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--upload-pack=touch pwned", "the base commit of the event is none")]
    [InlineData("0123456789abcdef0123456789abcdef01234567", "the base commit is not here and cannot be fetched")]
    public void A_base_that_cannot_be_read_is_never_a_pass(string commit, string message)
    {
        runner.Event["pull_request.base.sha"] = commit;
        ActionRun run = runner.Run();
        Assert.Equal(64, run.ExitCode);
        Assert.Null(FakeGate.Arguments(runner.Temp));
        Assert.Contains(run.Steps, step => step.Output.Contains(message, StringComparison.Ordinal));
    }

    public void Dispose() => runner.Dispose();

    private ActionRunner Other(params (string, string)[] inputs)
    {
        var fresh = new ActionRunner(Action, [("policy-from", "base"), ("tool-path", "../temp/fake gate"), .. inputs]);
        FakeGate.Write(fresh.Temp, 0, "pass");
        foreach (string directory in Directory.GetDirectories(runner.Workspace, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(directory.Replace(runner.Workspace, fresh.Workspace, StringComparison.Ordinal));
        foreach (string file in Directory.GetFiles(runner.Workspace, "*", SearchOption.AllDirectories))
            File.Copy(file, file.Replace(runner.Workspace, fresh.Workspace, StringComparison.Ordinal));
        return fresh;
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(runner.Workspace, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Git(params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = runner.Workspace,
            RedirectStandardOutput = true })!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed");
    }
}
