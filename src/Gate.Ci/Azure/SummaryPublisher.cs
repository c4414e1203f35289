using Gate.Ci.GitHub;
using Gate.Evaluation.Results;

namespace Gate.Ci.Azure;

/// <summary>The summary on the run's page.</summary>
internal sealed class SummaryPublisher : IPublisher
{
    /// <inheritdoc/>
    public string Name => "the summary";

    /// <inheritdoc/>
    public Task PublishAsync(GateResult result, Publication publication, CiContext context, CancellationToken cancel)
    {
        string directory = context.Environment.GetValueOrDefault("AGENT_TEMPDIRECTORY", "");
        if (!Path.IsPathFullyQualified(directory)) return Task.CompletedTask;
        string path = Path.Combine(directory, $"gate-{context.Token[..16]}.md");
        context.Files.Append(path, StepSummary.Compose(publication.SummarySections, publication.ReportPath, 0));
        context.Output.WriteLine(LoggingCommands.Summary(path));
        context.Output.Flush();
        return Task.CompletedTask;
    }
}
