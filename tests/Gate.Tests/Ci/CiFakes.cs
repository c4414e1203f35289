using System.Text;
using Gate.Ci;
using Gate.Evaluation.Results;

namespace Gate.Tests.Ci;

/// <summary>A host's files, in memory.</summary>
internal sealed class FakeFiles : ICiFiles
{
    public Dictionary<string, string> Texts { get; } = [];

    public long Length(string path) => Encoding.UTF8.GetByteCount(Texts.GetValueOrDefault(path, ""));

    public void Append(string path, string text) => Texts[path] = Texts.GetValueOrDefault(path, "") + text;
}

/// <summary>Contexts and results for the tests of hosts.</summary>
internal static class CiFakes
{
    public const string Token = "0123456789abcdef0123456789abcdef01234567";

    public static string Workspace { get; } = Path.Combine(Path.GetTempPath(), "work space");

    public static CiContext Context(FakeFiles? files = null, params (string Name, string Value)[] more)
    {
        var environment = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_WORKSPACE"] = Workspace,
            ["GITHUB_STEP_SUMMARY"] = "summary",
            ["GITHUB_OUTPUT"] = "output",
        };
        foreach ((string name, string value) in more) environment[name] = value;
        return new CiContext { Environment = environment, Output = new StringWriter { NewLine = "\n" }, Files = files ?? new FakeFiles(),
            WorkingDirectory = Workspace, Token = Token };
    }

    public static void Publish(ICiHost host, GateResult result, Publication publication, CiContext context) =>
        Publishing.PublishAsync(host.Publishers, result, publication, context, CancellationToken.None).GetAwaiter().GetResult();

    public static Finding Finding(string id, string verdict, int line = 1, string sentence = "measured", string? why = null) => new()
    {
        Id = id, Metric = "accuracy", DecideOn = "point", Level = "enforce", Outcome = Outcome.Violated,
        Verdict = Enum.Parse<Verdict>(verdict, ignoreCase: true), Sentence = sentence,
            Why = why, Line = line, Column = 5, Rows = 100,
    };

    public static GateResult Result(string policy, params Finding[] findings) => new()
    {
        Verdict = findings.Any(f => f.Verdict == Verdict.Fail) ? Verdict.Fail : Verdict.Pass,
        Headline = "headline",
        Counts = new VerdictCounts(0, 0, 0, 0, 0),
        Policy = new PolicyFacts("name", policy, "binary_classification", 0.95, "title", []),
        Findings = findings,
        Overall = [],
        Frames = [],
        Data = new DataFacts([], 0, 0, 0, "", null, "y", null, null, [], []),
        Model = new ModelFacts("predictions", "file", null, [], [], []),
        Provenance = new Provenance("0.1.0", [], "0", []),
    };
}
