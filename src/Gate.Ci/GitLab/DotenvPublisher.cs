using System.Globalization;
using Gate.Evaluation.Results;

namespace Gate.Ci.GitLab;

/// <summary>Variables for the jobs that follow, in the file that <c>GATE_DOTENV</c> names and the job keeps as a dotenv report. Only words
/// and numbers of Gate's own stand in it: no text from data could set another variable.</summary>
internal sealed class DotenvPublisher : IPublisher
{
    /// <inheritdoc/>
    public string Name => "the dotenv file";

    /// <inheritdoc/>
    public Task PublishAsync(GateResult result, Publication publication, CiContext context, CancellationToken cancel)
    {
        if (context.Environment.GetValueOrDefault("GATE_DOTENV") is { Length: > 0 } path)
            context.Files.Append(Path.GetFullPath(path, context.WorkingDirectory), string.Create(CultureInfo.InvariantCulture,
                $"GATE_VERDICT={result.Verdict.Word()}\nGATE_FAILED={result.Counts.Fail}\nGATE_INCONCLUSIVE={result.Counts.Inconclusive}\n"
                + $"GATE_WARNED={result.Counts.Warn}\nGATE_PASSED={result.Counts.Pass}\n"));
        return Task.CompletedTask;
    }
}
