using Gate.Evaluation.Results;

namespace Gate.Ci.Azure;

/// <summary>Issues on the lines of the policy.</summary>
internal sealed class IssuesPublisher : IPublisher
{
    // The run's page lists them all, and nobody reads hundreds.
    private const int MostIssues = 50;

    /// <inheritdoc/>
    public string Name => "the issues";

    /// <inheritdoc/>
    public Task PublishAsync(GateResult result, Publication publication, CiContext context, CancellationToken cancel)
    {
        Write(FindingAnnotations.From(result), context);
        return Task.CompletedTask;
    }

    internal static void Write(IReadOnlyList<Annotation> annotations, CiContext context)
    {
        // A line break first: whatever was printed last may have left its line open.
        context.Output.WriteLine();
        foreach (Annotation annotation in FindingAnnotations.Limit(annotations, MostIssues))
            context.Output.WriteLine(LoggingCommands.Issue(annotation));
        context.Output.Flush();
    }
}
