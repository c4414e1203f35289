using Gate.Tests.Ci;

namespace Gate.AcceptanceTests.Action;

/// <summary>What became of one step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Ran">Whether its condition held; steps with <c>uses</c> count as run and successful, and do nothing.</param>
/// <param name="ExitCode">The exit code of a <c>run</c> step.</param>
/// <param name="Output">Standard output, then standard error, of a <c>run</c> step.</param>
/// <param name="Outputs">What it left in GITHUB_OUTPUT.</param>
/// <param name="Summary">What it left in GITHUB_STEP_SUMMARY.</param>
/// <param name="With">The inputs of a <c>uses</c> step, with expressions replaced.</param>
internal sealed record StepRun(ActionStep Step, bool Ran, int ExitCode, string Output, IReadOnlyDictionary<string, string> Outputs,
    string Summary, IReadOnlyDictionary<string, string> With)
{
    /// <summary>What the runner understood of the output.</summary>
    public RunnerLog Log { get; } = RunnerLog.Read(Output);
}

/// <summary>What became of an action.</summary>
/// <param name="Steps">Its steps.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record ActionRun(IReadOnlyList<StepRun> Steps, IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>The exit code of the first step that failed, or 0.</summary>
    public int ExitCode => Steps.Select(s => s.ExitCode).FirstOrDefault(code => code != 0);

    /// <summary>A step by its name.</summary>
    public StepRun this[string name] => Steps.Single(s => s.Step.Name == name);
}
