using System.Globalization;
using Gate.Evaluation.Proposals;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>Policies that are proposed for tables of tests.</summary>
internal static class Proposed
{
    /// <summary>The policy's text.</summary>
    public static string Propose(string csv, string? label = null) => Whole(csv, label).Yaml;

    /// <summary>The policy with its guesses, which is run as it stands.</summary>
    public static ProposedPolicy Whole(string csv, string? label = null)
    {
        using TestRun run = new("", ("my.data.csv", csv));
        ProposedPolicy proposed = PolicyProposer.ProposeAsync(new() { Data = Path.Combine(run.Folder.Path, "my.data.csv"),
            PolicyDirectory = run.Folder.Path, Label = label, Today = new(2026, 1, 1), GateVersion = "0" }, run,
            CancellationToken.None).GetAwaiter().GetResult();
        if (proposed.FirstRun.Stopped is null)
        {
            string[] words = [.. run.Run(proposed.Yaml).Findings.Select(finding => finding.Verdict switch
            {
                Verdict.Pass => "passes",
                Verdict.Fail => "fails",
                Verdict.Inconclusive => "inconclusive",
                _ => "not defined",
            })];
            Assert.Equal(words, proposed.FirstRun.Today.Select(standing => standing.Word));
        }
        // What is printed is what the file marks, and the other way round.
        Assert.All(proposed.Guesses, guess => Assert.Contains($"# a guess: {guess.Reason.Split(';')[0].Split(':')[0]}", proposed.Yaml,
            StringComparison.Ordinal));
        return proposed;
    }

    public static string Csv(string head, int rows, Func<int, FormattableString> row) =>
        head + "\n" + string.Concat(Enumerable.Range(0, rows).Select(i => row(i).ToString(CultureInfo.InvariantCulture) + "\n"));

    /// <summary>Whether a row is approved, which grows with <c>i * 37 % 101</c>.</summary>
    public static string Approved(int i) => i * 37 % 101 > 40 + (i % 9) ? "yes" : "no";
}
