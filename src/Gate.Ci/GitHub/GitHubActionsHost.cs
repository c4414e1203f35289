namespace Gate.Ci.GitHub;

/// <summary>GitHub Actions: annotations on the policy's lines, the step summary and the step's outputs. Needs no token and no
/// permission.</summary>
public sealed class GitHubActionsHost : ICiHost
{
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
    public IReadOnlyList<IPublisher> Publishers { get; } =
        [new AnnotationsPublisher(), new StepSummaryPublisher(), new StepOutputsPublisher()];

    /// <inheritdoc/>
    public void Reject(IReadOnlyList<Annotation> problems, CiContext context) => AnnotationsPublisher.Annotate(problems, context);
}
