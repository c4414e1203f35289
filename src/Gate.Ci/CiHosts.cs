using Gate.Ci.Azure;
using Gate.Ci.GitHub;
using Gate.Ci.GitLab;

namespace Gate.Ci;

/// <summary>The hosts that Gate knows.</summary>
public static class CiHosts
{
    /// <summary>All of them; the plain console, which is always active, comes last.</summary>
    public static IReadOnlyList<ICiHost> All { get; } = [new GitHubActionsHost(), new GitLabHost(), new AzurePipelinesHost(),
        new ConsoleHost()];

    /// <summary>The host that a process runs on.</summary>
    /// <param name="environment">The process's environment variables.</param>
    public static ICiHost Detect(IReadOnlyDictionary<string, string> environment) => All.First(host => host.IsActive(environment));
}
