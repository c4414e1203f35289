using System.Text.Json.Nodes;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.GitHub;

/// <summary>A job of a workflow that publishes results to a <see cref="FakeGitHub"/>.</summary>
internal sealed class PullRequestRun : IDisposable
{
    private static readonly Lazy<(string Pass, string Fail, string Inconclusive)> results = new(() =>
    {
        using Workspace work = SmallData.Workspace();
        string Result(params string[] more)
        {
            work.Gate(["run", "--format", "json", .. more]);
            return File.ReadAllText(work["gate-output/result.json"]);
        }
        return (Result(), Result("--set", "conditions[0].min=0.999"), Result("--set", "conditions[1].min=0.7"));
    });

    private readonly FakeGitHub github;

    public PullRequestRun(FakeGitHub github)
    {
        this.github = github;
        Event(new JsonObject { ["pull_request"] = new JsonObject { ["number"] = 7,
            ["head"] = new JsonObject { ["sha"] = FakeGitHub.Head } } });
    }

    public static string Pass => results.Value.Pass;

    public static string Fail => results.Value.Fail;

    public static string Inconclusive => results.Value.Inconclusive;

    public Workspace Work { get; } = new();

    public Dictionary<string, string> Environment { get; } = new()
    {
        ["GITHUB_TOKEN"] = FakeGitHub.Token,
        ["GITHUB_REPOSITORY"] = $"{FakeGitHub.Owner}/{FakeGitHub.Repository}",
        ["GITHUB_EVENT_NAME"] = "pull_request",
        ["GITHUB_SERVER_URL"] = "https://github.com",
        ["GITHUB_RUN_ID"] = "42",
        ["GITHUB_SHA"] = "2222222222222222222222222222222222222222",
    };

    public void Event(JsonObject payload) => Work.With("event.json", payload.ToJsonString());

    /// <summary>The event of a run that ended: that of a pull request from a fork.</summary>
    public void ForkEvent(string head = FakeGitHub.Head)
    {
        Environment["GITHUB_EVENT_NAME"] = "workflow_run";
        Event(new JsonObject { ["workflow_run"] = new JsonObject
        {
            ["event"] = "pull_request", ["head_sha"] = head, ["head_branch"] = "fix",
            ["head_repository"] = new JsonObject { ["owner"] = new JsonObject { ["login"] = "stranger" } },
            ["pull_requests"] = new JsonArray(),
        } });
        github.Branches["stranger:fix"] = 7;
    }

    public GateOutcome Publish(string result, params string[] more)
    {
        Work.With("gate-output/result.json", result);
        Environment["GITHUB_API_URL"] = github.Address;
        Environment["GITHUB_EVENT_PATH"] = Work["event.json"];
        Environment["GITHUB_WORKSPACE"] = Work.Root;
        return GateProcess.Run(Work.Root, Environment, ["publish", .. more]);
    }

    public void Dispose() => Work.Dispose();
}
