using Gate.Evaluation.Results;

namespace Gate.Ci.GitHub;

/// <summary>The step summary on the run's page.</summary>
internal sealed class StepSummaryPublisher : IPublisher
{
    /// <inheritdoc/>
    public string Name => "the step summary";

    /// <inheritdoc/>
    public Task PublishAsync(GateResult result, Publication publication, CiContext context, CancellationToken cancel) =>
        RunnerFile.AppendAsync("GITHUB_STEP_SUMMARY", context,
            size => StepSummary.Compose(publication.SummarySections, publication.ReportPath, size));
}
