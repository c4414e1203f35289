using System.Text.RegularExpressions;

namespace Gate.Ci.GitHub;

/// <summary>Reads what GitHub Actions tells of the run. Variables can be set by anybody in the workflow, so only sane values are
/// believed.</summary>
internal static partial class GitHubRun
{
    public static RunIdentity From(IReadOnlyDictionary<string, string> environment) =>
        new(Commit(environment.GetValueOrDefault("GITHUB_SHA")), Link(environment));

    /// <summary>The repository, as <c>owner/name</c>; null where what is said of it is none.</summary>
    public static string? Repository(string? repository) => repository is not null && RepositoryPattern().IsMatch(repository)
        ? repository : null;

    /// <summary>A commit's full hash; null where it is none.</summary>
    public static string? Commit(string? commit) => commit is not null && CommitPattern().IsMatch(commit) ? commit : null;

    private static string? Link(IReadOnlyDictionary<string, string> environment)
    {
        string server = environment.GetValueOrDefault("GITHUB_SERVER_URL", "").TrimEnd('/');
        string repository = environment.GetValueOrDefault("GITHUB_REPOSITORY", "");
        string run = environment.GetValueOrDefault("GITHUB_RUN_ID", "");
        bool sane = ServerPattern().IsMatch(server) && RepositoryPattern().IsMatch(repository) && RunPattern().IsMatch(run);
        return sane ? $"{server}/{repository}/actions/runs/{run}" : null;
    }

    [GeneratedRegex(@"\A([0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex CommitPattern();

    [GeneratedRegex(@"\Ahttps?://[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(:[0-9]{1,5})?\z")]
    private static partial Regex ServerPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,99}/(?!\.{1,2}\z)[A-Za-z0-9._-]{1,100}\z")]
    private static partial Regex RepositoryPattern();

    [GeneratedRegex(@"\A[0-9]{1,20}\z")]
    private static partial Regex RunPattern();
}
