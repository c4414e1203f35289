using System.Text.RegularExpressions;
using Gate.Ci.GitHub;

namespace Gate.Ci.Azure;

/// <summary>Azure Pipelines: issues on the policy's lines, a summary on the run's page, and output variables. Needs no token.</summary>
public sealed partial class AzurePipelinesHost : ICiHost
{
    /// <inheritdoc/>
    public string Name => "Azure Pipelines";

    /// <inheritdoc/>
    public bool IsActive(IReadOnlyDictionary<string, string> environment) =>
        string.Equals(environment.GetValueOrDefault("TF_BUILD"), "True", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public RunIdentity Identify(IReadOnlyDictionary<string, string> environment) =>
        new(GitHubRun.Commit(environment.GetValueOrDefault("BUILD_SOURCEVERSION")), Link(environment));

    /// <inheritdoc/>
    public TextWriter Guard(TextWriter writer) => new GuardedWriter(writer);

    /// <inheritdoc/>
    public void Begin(CiContext context)
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<IPublisher> Publishers { get; } =
        [new IssuesPublisher(), new SummaryPublisher(), new VariablesPublisher()];

    /// <inheritdoc/>
    public void Reject(IReadOnlyList<Annotation> problems, CiContext context) => IssuesPublisher.Write(problems, context);

    private static string? Link(IReadOnlyDictionary<string, string> environment)
    {
        string collection = environment.GetValueOrDefault("SYSTEM_COLLECTIONURI", "").TrimEnd('/');
        string project = environment.GetValueOrDefault("SYSTEM_TEAMPROJECT", "");
        string build = environment.GetValueOrDefault("BUILD_BUILDID", "");
        return CollectionPattern().IsMatch(collection) && project.Length is > 0 and <= 100 && BuildPattern().IsMatch(build)
            ? $"{collection}/{Uri.EscapeDataString(project)}/_build/results?buildId={build}" : null;
    }

    [GeneratedRegex(@"\Ahttps?://[A-Za-z0-9][A-Za-z0-9.-]{0,250}(:[0-9]{1,5})?(/[A-Za-z0-9._-]{1,100}){0,3}\z")]
    private static partial Regex CollectionPattern();

    [GeneratedRegex(@"\A[0-9]{1,20}\z")]
    private static partial Regex BuildPattern();
}
