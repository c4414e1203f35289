using System.Diagnostics;
using System.Runtime.InteropServices;
using Gate.Tests.Ci;

namespace Gate.AcceptanceTests.Action;

/// <summary>
/// Runs the steps of a composite action as the GitHub Actions runner does, with its environment files simulated: <c>run</c> steps in bash
/// with the runner's own options, <c>uses</c> steps only recorded. The workspace and all files of the runner live in one directory, deleted
/// at the end.
/// </summary>
internal sealed class ActionRunner : IDisposable
{
    private readonly ActionFile _action;
    private readonly Dictionary<string, string> _inputs;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _stepOutputs = [];
    private readonly string _root = Directory.CreateTempSubdirectory("gate action ").FullName;
    private bool _failed;

    public ActionRunner(ActionFile action, params (string Name, string Value)[] inputs)
    {
        _action = action;
        _inputs = new Dictionary<string, string>(action.Defaults);
        foreach ((string name, string value) in inputs)
            _inputs[name] = _inputs.ContainsKey(name) ? value : throw new ArgumentException($"the action has no input '{name}'");
        Workspace = Directory.CreateDirectory(Path.Combine(_root, "work space")).FullName;
        Temp = Directory.CreateDirectory(Path.Combine(_root, "temp")).FullName;
    }

    /// <summary>GITHUB_WORKSPACE: the checkout of the repository that uses the action.</summary>
    public string Workspace { get; }

    /// <summary>RUNNER_TEMP.</summary>
    public string Temp { get; }

    /// <summary>Further environment variables of the job.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>What the event's payload says, by path: <c>pull_request.base.sha</c>.</summary>
    public Dictionary<string, string> Event { get; } = [];

    /// <summary>What the runner says that it runs on, in its own words.</summary>
    public (string System, string Processor) Machine { get; set; } =
        (OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux",
        RuntimeInformation.OSArchitecture.ToString().ToUpperInvariant());

    public ActionRun Run()
    {
        var steps = new List<StepRun>();
        foreach (ActionStep step in _action.Steps)
        {
            StepRun run = Expressions().Condition(step.If) ? Run(step, steps.Count) : new StepRun(step, false, 0, "",
                new Dictionary<string, string>(), "", new Dictionary<string, string>());
            if (step.Id is not null) _stepOutputs[step.Id] = run.Outputs;
            _failed |= run.ExitCode != 0;
            steps.Add(run);
        }
        return new ActionRun(steps, _action.Outputs.ToDictionary(o => o.Key, o => Expressions().Interpolate(o.Value)));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private StepRun Run(ActionStep step, int number)
    {
        Dictionary<string, string> with = step.With.ToDictionary(w => w.Key, w => Expressions().Interpolate(w.Value));
        if (step.Run is null) return new StepRun(step, true, 0, "", new Dictionary<string, string>(), "", with);
        if (step.Shell != "bash") throw new NotSupportedException($"step '{step.Name}': only the shell bash is known here");

        string script = NewFile($"script{number}.sh", Expressions().Interpolate(step.Run));
        string output = NewFile($"output{number}", ""), summary = NewFile($"summary{number}", "");
        var start = new ProcessStartInfo(Bash.Path, ["--noprofile", "--norc", "-e", "-o", "pipefail", script])
            { WorkingDirectory = Workspace, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in Environment) start.Environment[name] = value;
        foreach ((string name, string value) in RunnerVariables()) start.Environment[name] = value;
        start.Environment["GITHUB_OUTPUT"] = output;
        start.Environment["GITHUB_STEP_SUMMARY"] = summary;
        foreach ((string name, string value) in step.Env) start.Environment[name] = Expressions().Interpolate(value);

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var outputs = new Dictionary<string, string>();
        foreach ((string name, string value) in RunnerFile.Read(File.ReadAllText(output))) outputs[name] = value;
        return new StepRun(step, true, process.ExitCode, log + errors.GetAwaiter().GetResult(), outputs, File.ReadAllText(summary), with);
    }

    private Dictionary<string, string> RunnerVariables() => new()
    {
        ["CI"] = "true",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_ACTION_PATH"] = _action.Directory,
        ["GITHUB_WORKSPACE"] = Workspace,
        ["RUNNER_TEMP"] = Temp,
        ["RUNNER_OS"] = Machine.System,
        ["RUNNER_ARCH"] = Machine.Processor,
        ["GITHUB_SERVER_URL"] = "https://github.com",
        ["GITHUB_REPOSITORY"] = "acme/models",
        ["GITHUB_RUN_ID"] = "42",
        ["GITHUB_SHA"] = "0123456789abcdef0123456789abcdef01234567",
    };

    private string NewFile(string name, string text)
    {
        string path = Path.Combine(Temp, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Expressions Expressions() => new(Context, Status);

    private string Context(string path) => path.Split('.') switch
    {
        ["inputs", var name] =>
            _inputs.TryGetValue(name, out string? value) ? value : throw new NotSupportedException($"no input '{name}'"),
        ["steps", var id, "outputs", var name] when _action.Steps.Any(s => s.Id == id) =>
            _stepOutputs.GetValueOrDefault(id)?.GetValueOrDefault(name) ?? "",
        ["github", "action_path"] => _action.Directory,
        ["github", "workspace"] => Workspace,
        ["github", "event", .. var names] => Event.GetValueOrDefault(string.Join('.', names), ""),
        ["runner", "temp"] => Temp,
        _ => throw new NotSupportedException($"context '{path}' is not known here"),
    };

    private bool Status(string function) => function switch
    {
        "always" => true,
        "success" => !_failed,
        "failure" => _failed,
        "cancelled" => false,
        _ => throw new NotSupportedException($"function '{function}' is not known here"),
    };
}
