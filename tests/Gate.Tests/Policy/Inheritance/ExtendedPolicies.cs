using System.Text;
using Gate.Policy;
using Gate.Policy.Document;

namespace Gate.Tests.Policy.Inheritance;

/// <summary>A folder of policies that extend each other, with a repository's mark at its top.</summary>
internal sealed class ExtendedPolicies : IDisposable
{
    /// <summary>What an organisation asks of everybody.</summary>
    public const string Organisation = """
        version: 1
        confidence: 0.9
        conditions:
          - id: accurate
            metric: accuracy
            min: 0.7
            locked: true
          - metric: recall
            min: 0.5
        policy: { loosening: forbid, waivers: { max_days: 90 } }

        """;

    /// <summary>What a team has of its own.</summary>
    public const string Team = """
        version: 1
        extends: organisation.yml
        task: binary_classification
        data:
          source: rows.csv
          split: { test: 0.3 }
          label: deny
          sensitive: [sex]
        model:
          train: { algorithm: decision_tree }

        """;

    private readonly string top = Directory.CreateTempSubdirectory("gate-extends-").FullName;

    public ExtendedPolicies() => Directory.CreateDirectory(Path.Combine(top, ".git"));

    public string Path_(string name) => Path.Combine(top, name);

    public ExtendedPolicies With(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path_(name))!);
        File.WriteAllText(Path_(name), text);
        return this;
    }

    public PolicyDocument Read(string name = "gate.yml", ICommittedFiles? commits = null, params (string Path, string Value)[] set) =>
        PolicyReader.Read(PolicySource.OfFile(Path_(name)) with { CommittedFiles = commits,
            Overrides = [.. set.Select(one => KeyValuePair.Create(one.Path, one.Value))] }, FakeVocabulary.Small);

    /// <summary>What is wrong, each as <c>file:line message</c>.</summary>
    public string[] Problems(string name = "gate.yml", ICommittedFiles? commits = null, params (string Path, string Value)[] set)
    {
        var error = Assert.Throws<PolicyException>(() => Read(name, commits, set));
        return [.. error.Problems.Select(problem => FormattableString.Invariant(
            $"{Path.GetRelativePath(top, problem.At.File ?? error.File)}:{problem.At.Line} {problem.Message}").Replace(top + "/", "",
            StringComparison.Ordinal))];
    }

    public void Dispose() => Directory.Delete(top, recursive: true);
}

/// <summary>Commits of a repository that is none.</summary>
internal sealed class FakeCommits : ICommittedFiles
{
    public const string Commit = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d";

    public Dictionary<string, string> Files { get; } = [];

    public CommittedFile Read(string revision, string path) => Files.TryGetValue(path, out string? text)
        ? new(Commit, path, Encoding.UTF8.GetBytes(text)) : throw new IOException($"the commit {revision} has no file '{path}'");
}
