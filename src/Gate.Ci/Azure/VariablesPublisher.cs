using System.Text.Json;
using Gate.Evaluation.Results;

namespace Gate.Ci.Azure;

/// <summary>Output variables for what follows: <c>verdict</c>, <c>failedConditions</c>, <c>reportPath</c>, <c>resultPath</c>.</summary>
internal sealed class VariablesPublisher : IPublisher
{
    /// <inheritdoc/>
    public string Name => "the output variables";

    /// <inheritdoc/>
    public Task PublishAsync(GateResult result, Publication publication, CiContext context, CancellationToken cancel)
    {
        string failed = JsonSerializer.Serialize(result.Findings
            .Where(finding => finding.Verdict is Verdict.Fail or Verdict.Inconclusive).Select(finding => finding.Id).ToArray());
        foreach ((string name, string? value) in ((string, string?)[])[("verdict", result.Verdict.Word()), ("failedConditions", failed),
            ("reportPath", publication.ReportPath), ("resultPath", publication.ResultPath)])
            context.Output.WriteLine(LoggingCommands.Variable(name, value ?? ""));
        context.Output.Flush();
        return Task.CompletedTask;
    }
}
