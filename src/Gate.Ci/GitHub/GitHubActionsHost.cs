using System.Text.Json;
using Gate.Evaluation.Results;

namespace Gate.Ci.GitHub;

/// <summary>GitHub Actions: annotations on the policy's lines, the step summary and the step's outputs. Needs no token and no
/// permission.</summary>
public sealed class GitHubActionsHost : ICiHost
{
    // The run's page shows ten annotations a step, and a composite action is one step.
    private const int MostAnnotations = 9;

    /// <inheritdoc/>
    public string Name => "GitHub Actions";

    /// <inheritdoc/>
    public bool IsActive(IReadOnlyDictionary<string, string> environment) => environment.GetValueOrDefault("GITHUB_ACTIONS") == "true";

    /// <inheritdoc/>
    public RunIdentity Identify(IReadOnlyDictionary<string, string> environment) => GitHubRun.From(environment);

    /// <inheritdoc/>
    public TextWriter Guard(TextWriter writer) => new GuardedWriter(writer);

    /// <inheritdoc/>
    public void Begin(CiContext context)
    {
        context.Output.WriteLine(WorkflowCommands.StopCommands(context.Token));
        context.Output.Flush();
    }

    /// <inheritdoc/>
    public void Publish(GateResult result, Publication publication, CiContext context)
    {
        Annotate(FindingAnnotations.From(result), context);
        Append("GITHUB_STEP_SUMMARY", context, size => StepSummary.Compose(publication.SummarySections, publication.ReportPath, size));
        Append("GITHUB_OUTPUT", context, _ => StepOutputs.Compose(Outputs(result, publication, context), context.Token));
    }

    /// <inheritdoc/>
    public void Reject(IReadOnlyList<Annotation> problems, CiContext context) => Annotate(problems, context);

    private static void Annotate(IReadOnlyList<Annotation> annotations, CiContext context)
    {
        // A line break first: whatever was printed last may have left its line open.
        context.Output.WriteLine();
        context.Output.WriteLine(WorkflowCommands.ResumeCommands(context.Token));
        foreach (Annotation annotation in FindingAnnotations.Limit(annotations, MostAnnotations))
            context.Output.WriteLine(WorkflowCommands.Annotate(annotation with { File = WorkspacePath.Inside(annotation.File, context) }));
        context.Output.Flush();
    }

    private static KeyValuePair<string, string>[] Outputs(GateResult result, Publication publication, CiContext context) =>
    [
        new("verdict", result.Verdict),
        new("failed-conditions", JsonSerializer.Serialize(result.Findings.Where(f => f.Verdict is "fail" or "inconclusive")
            .Select(f => f.Id).ToArray())),
        new("report-path", WorkspacePath.Of(publication.ReportPath, context)),
        new("result-path", WorkspacePath.Of(publication.ResultPath, context)),
    ];

    private static void Append(string variable, CiContext context, Func<long, string> compose)
    {
        if (context.Environment.GetValueOrDefault(variable) is not { Length: > 0 } path) return;
        string text = compose(context.Files.Length(path));
        if (text.Length > 0) context.Files.Append(path, text);
    }
}
