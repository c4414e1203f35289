using System.Globalization;
using Gate.Ci.GitHub;
using Gate.Evaluation.Results;

namespace Gate.Ci.GitLab;

/// <summary>Puts a result on its merge request: one note of each policy, found again by a hidden marker and its author, written anew and
/// never repeated.</summary>
public static class GitLabPublication
{
    /// <summary>Whether a job of GitLab runs this.</summary>
    /// <param name="environment">The environment variables.</param>
    public static bool IsHere(IReadOnlyDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return environment.GetValueOrDefault("GITLAB_CI") == "true";
    }

    /// <summary>Publishes a result.</summary>
    /// <param name="environment">The environment variables.</param>
    /// <param name="wishes">What is asked for; GitLab has the note alone.</param>
    /// <param name="result">The result.</param>
    /// <param name="sections">The note in sections, made from the result's numbers.</param>
    /// <param name="clock">Tells the time, for waits.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What was done, in lines.</returns>
    /// <exception cref="GitLabException">It could not be published.</exception>
    public static async Task<IReadOnlyList<string>> PublishAsync(IReadOnlyDictionary<string, string> environment, PublishingWishes wishes,
        GateResult result, IReadOnlyList<string> sections, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(wishes);
        ArgumentNullException.ThrowIfNull(result);
        if (wishes.Comment == CommentWish.Never) return ["no note: none is asked for"];
        if (Number(environment, "CI_MERGE_REQUEST_IID") is not { } request) return ["no note: this pipeline is none of a merge request"];
        using var api = new GitLabApi(Options(environment, (int)request), clock);
        // Of a pipeline of merged results the commit is none of the branch.
        string? judged = GitHubRun.Commit(environment.GetValueOrDefault("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") is { Length: > 0 } source
            ? source : environment.GetValueOrDefault("CI_COMMIT_SHA"));
        string head = await api.HeadAsync(cancel).ConfigureAwait(false);
        if (judged is not null && head != judged)
            return [$"nothing is published: the result is of {Short(judged)}, and the merge request has moved on to {Short(head)}"];
        string writer = wishes.Author ?? await api.WriterAsync(cancel).ConfigureAwait(false);
        string body = PullRequestComment.Compose(result, sections, Link(environment));
        bool mayCreate = wishes.Comment == CommentWish.Always || GitHubPublication.IsWorthSaying(result);
        string marker = PullRequestComment.Marker(result);
        return [await LostAnswers.LookAndWriteAsync(() => WriteAsync(api, marker, body, writer, mayCreate, cancel)).ConfigureAwait(false)];
    }

    private static async Task<string> WriteAsync(GitLabApi api, string marker, string body, string writer, bool mayCreate,
        CancellationToken cancel)
    {
        NoteFacts? own = (await api.NotesAsync(cancel).ConfigureAwait(false)).FirstOrDefault(note =>
            note.Body.StartsWith(marker, StringComparison.Ordinal) && note.Author == writer);
        if (own is not null) await api.RewriteAsync(own.Id, body, cancel).ConfigureAwait(false);
        else if (mayCreate) await api.WriteAsync(body, cancel).ConfigureAwait(false);
        return own is not null ? "note updated" : mayCreate ? "note written" : "no note: the verdict is a plain pass";
    }

    private static GitLabOptions Options(IReadOnlyDictionary<string, string> environment, int request)
    {
        if (!Uri.TryCreate(environment.GetValueOrDefault("CI_API_V4_URL"), UriKind.Absolute, out Uri? address)
            || address.UserInfo.Length > 0
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new GitLabException("CI_API_V4_URL is no https address of an API", null);
        long project = Number(environment, "CI_PROJECT_ID") ?? throw new GitLabException("CI_PROJECT_ID is no number of a project", null);
        return environment.GetValueOrDefault("GITLAB_TOKEN") is { Length: > 0 } token ? new(address, project, request, token)
            : throw new GitLabException("there is no token; put a project access token with the scope 'api' and the role Reporter into the "
                + "masked variable GITLAB_TOKEN", null);
    }

    private static string? Link(IReadOnlyDictionary<string, string> environment) => new GitLabHost().Identify(environment).Link;

    private static long? Number(IReadOnlyDictionary<string, string> environment, string name) => long.TryParse(
        environment.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && number is > 0 and <= int.MaxValue ? number : null;

    private static string Short(string commit) => commit[..Math.Min(12, commit.Length)];
}
