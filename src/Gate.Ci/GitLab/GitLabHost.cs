using System.Text.RegularExpressions;
using Gate.Ci.GitHub;

namespace Gate.Ci.GitLab;

/// <summary>GitLab CI: variables for the jobs that follow. Findings reach the merge request by the formats <c>junit</c> and
/// <c>codequality</c>.</summary>
public sealed partial class GitLabHost : ICiHost
{
    /// <inheritdoc/>
    public string Name => "GitLab CI";

    /// <inheritdoc/>
    public bool IsActive(IReadOnlyDictionary<string, string> environment) => environment.GetValueOrDefault("GITLAB_CI") == "true";

    /// <inheritdoc/>
    public RunIdentity Identify(IReadOnlyDictionary<string, string> environment)
    {
        string link = environment.GetValueOrDefault("CI_JOB_URL", "");
        return new(GitHubRun.Commit(environment.GetValueOrDefault("CI_COMMIT_SHA")), LinkPattern().IsMatch(link) ? link : null);
    }

    // GitLab takes no commands from a job's output.
    /// <inheritdoc/>
    public TextWriter Guard(TextWriter writer) => writer;

    /// <inheritdoc/>
    public void Begin(CiContext context)
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<IPublisher> Publishers { get; } = [new DotenvPublisher()];

    /// <inheritdoc/>
    public void Reject(IReadOnlyList<Annotation> problems, CiContext context)
    {
    }

    [GeneratedRegex(@"\Ahttps?://[A-Za-z0-9][A-Za-z0-9.-]{0,250}(:[0-9]{1,5})?(/[A-Za-z0-9._~-]{1,100}){1,20}\z")]
    private static partial Regex LinkPattern();
}
