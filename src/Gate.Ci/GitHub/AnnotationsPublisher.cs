using Gate.Evaluation.Results;

namespace Gate.Ci.GitHub;

/// <summary>Annotations on the lines of the policy.</summary>
internal sealed class AnnotationsPublisher : IPublisher
{
    // The run's page shows ten annotations a step, and a composite action is one step.
    private const int MostAnnotations = 9;

    /// <inheritdoc/>
    public string Name => "the annotations";

    /// <inheritdoc/>
    public Task PublishAsync(GateResult result, Publication publication, CiContext context, CancellationToken cancel)
    {
        Annotate(FindingAnnotations.From(result), context);
        return Task.CompletedTask;
    }

    /// <summary>Writes annotations; from then on the runner takes commands again.</summary>
    internal static void Annotate(IReadOnlyList<Annotation> annotations, CiContext context)
    {
        // A line break first: whatever was printed last may have left its line open.
        context.Output.WriteLine();
        context.Output.WriteLine(WorkflowCommands.ResumeCommands(context.Token));
        foreach (Annotation annotation in FindingAnnotations.Limit(annotations, MostAnnotations))
            context.Output.WriteLine(WorkflowCommands.Annotate(annotation with { File = WorkspacePath.Inside(annotation.File, context) }));
        context.Output.Flush();
    }
}
