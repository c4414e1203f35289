using System.Text.Json;
using Gate.Evaluation.Results;

namespace Gate.Ci.GitHub;

/// <summary>The step's outputs, for the steps after it.</summary>
internal sealed class StepOutputsPublisher : IPublisher
{
    /// <inheritdoc/>
    public string Name => "the step outputs";

    /// <inheritdoc/>
    public Task PublishAsync(GateResult result, Publication publication, CiContext context, CancellationToken cancel) =>
        RunnerFile.AppendAsync("GITHUB_OUTPUT", context,
            _ => StepOutputs.Compose(Outputs(result, publication, context), context.Token));

    private static KeyValuePair<string, string>[] Outputs(GateResult result, Publication publication, CiContext context) =>
    [
        new("verdict", result.Verdict.Word()),
        new("failed-conditions", JsonSerializer.Serialize(result.Findings
            .Where(finding => finding.Verdict is Verdict.Fail or Verdict.Inconclusive).Select(finding => finding.Id).ToArray())),
        new("report-path", WorkspacePath.Of(publication.ReportPath, context)),
        new("result-path", WorkspacePath.Of(publication.ResultPath, context)),
    ];
}
