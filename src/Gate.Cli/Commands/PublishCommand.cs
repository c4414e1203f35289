using System.CommandLine;
using Gate.Ci;
using Gate.Ci.GitHub;
using Gate.Ci.GitHub.Api;
using Gate.Ci.GitLab;
using Gate.Evaluation.Results;
using Gate.Reporting.Markdown;

namespace Gate.Cli.Commands;

/// <summary><c>gate publish [result]</c>: puts a result on the pull request that it is of. It judges nothing and changes no exit code of a
/// verdict.</summary>
internal static class PublishCommand
{
    // A result comes from where a stranger's code may have run.
    private const long MostBytes = 32 << 20;

    private static readonly Argument<string> Result = new("result") { Description = "A result.json, or the directory that it is in.",
        DefaultValueFactory = _ => "gate-output" };
    private static readonly Option<string?> Before = new("--before") { Description = "The base branch's last result.json, or its "
        + "directory, to compare with. That it is not there is said.", HelpName = "path" };
    private static readonly Option<CommentWish> Comment = new("--comment") { Description = "When the pull request gets a comment: auto "
        + "(not for a plain pass, unless there is one already), always or never.", DefaultValueFactory = _ => CommentWish.Auto };
    private static readonly Option<CheckWish> Check = new("--check") { Description = "What the commit gets: none, check (a check run with "
        + "annotations) or status.", DefaultValueFactory = _ => CheckWish.None };
    private static readonly Option<IssueWish> Issue = new("--issue") { Description = "Whether a scheduled run that fails or is not decided "
        + "opens an issue, which later ones write anew and close: auto or never.", DefaultValueFactory = _ => IssueWish.Never };
    private static readonly Option<string?> Repository = new("--repository") { Description = "The repository; the workflow's by default.",
        HelpName = "owner/name" };
    private static readonly Option<int?> PullRequest = new("--pull-request") { Description = "The pull request; the event's by default.",
        HelpName = "number" };
    private static readonly Option<string?> Author = new("--author") { Description = "Who writes with the token, where that is an app: its "
        + "name with [bot].", HelpName = "name" };
    private static readonly Option<bool> Require = new("--require-publish") { Description = "Ends with 69 where something could not be "
        + "published; else that is only said." };

    public static Command Create()
    {
        Words(Comment);
        Words(Check);
        Words(Issue);
        var command = new Command("publish", "Puts a result on its pull request in GitHub (a comment, a check or a "
            + "status; scheduled runs get an issue), or as a note on its merge request in GitLab.")
            { Result, Before, Comment, Check, Issue, Repository, PullRequest, Author, Require };
        command.SetAction((parsed, cancel) => Session.RunAsync(session => PublishAsync(session, parsed, cancel)));
        return command;
    }

    private static async Task<int> PublishAsync(Session session, ParseResult parsed, CancellationToken cancel)
    {
        GateResult result = ResultFile.Read(parsed.GetValue(Result)!, MostBytes);
        GateResult? before = parsed.GetValue(Before) is { } path && ResultFile.IsThere(path) ? ResultFile.Read(path, MostBytes) : null;
        var wishes = new PublishingWishes
        {
            Comment = parsed.GetValue(Comment),
            Check = parsed.GetValue(Check),
            Issue = parsed.GetValue(Issue),
            Repository = parsed.GetValue(Repository),
            PullRequest = parsed.GetValue(PullRequest),
            Author = parsed.GetValue(Author),
        };
        try
        {
            IReadOnlyList<string> sections = MarkdownComment.Sections(result, before);
            IReadOnlyList<string> done = await (GitLabPublication.IsHere(session.Environment)
                ? GitLabPublication.PublishAsync(session.Environment, wishes, result, sections, TimeProvider.System, cancel)
                : new GitHubPublication(session.Context, wishes, options => new OctokitApi(options, TimeProvider.System))
                    .PublishAsync(result, sections, cancel));
            foreach (string line in done) session.Out.WriteLine(line);
            return ExitCodes.Pass;
        }
        catch (HostException failure)
        {
            session.Error.WriteLine($"gate: not published: {Gate.Ci.Terminal.PlainText.OneLine(failure.Message)}");
            return parsed.GetValue(Require) ? ExitCodes.Unavailable : ExitCodes.Pass;
        }
    }

    private static void Words<T>(Option<T> option) where T : struct, Enum
    {
        string[] words = [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
        option.HelpName = string.Join('|', words);
        option.CustomParser = given => words.Contains(given.Tokens[^1].Value) ? Enum.Parse<T>(given.Tokens[^1].Value, ignoreCase: true)
            : Refuse(given, $"{option.Name} is one of {string.Join(", ", words)}");
        option.CompletionSources.Add(words);

        static T Refuse(System.CommandLine.Parsing.ArgumentResult given, string message)
        {
            given.AddError(message);
            return default;
        }
    }
}
