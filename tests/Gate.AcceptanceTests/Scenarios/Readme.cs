using System.Text.RegularExpressions;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>What the README and the guide show is what Gate does.</summary>
public sealed partial class Readme
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Trait("Writes", "pages")]
    [Fact]
    public void Its_command_prints_what_it_shows()
    {
        string command = Shell().Matches(Text).Select(match => match.Groups[1].Value.Trim())
            .First(line => line.StartsWith("dotnet run", StringComparison.Ordinal));
        Assert.Equal("dotnet run --project src/Gate.Cli -- run examples/mortgage/gate.yml", command);
        using var work = new Workspace();
        GateOutcome outcome = GateProcess.Run(Repository.Root,
            [.. command[(command.IndexOf("-- ", StringComparison.Ordinal) + 3)..].Split(' '), "--output", work["out"]]);
        Match block = Output().Match(Text);
        string readme = Text;
        if (Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1")
        {
            readme = Text.Replace(block.Value, $"```text\n{outcome.Output}```", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(Repository.Root, "README.md"), readme);
        }
        Assert.Contains($"```text\n{outcome.Output}```", readme, StringComparison.Ordinal);
    }

    [Trait("Writes", "pages")]
    [Fact]
    public void The_plan_that_the_page_on_verdicts_shows_is_the_real_one()
    {
        GateOutcome outcome = GateProcess.Run(Repository.Root, "check", "examples/mortgage/gate.yml");
        string path = Path.Combine(Repository.Root, "docs", "verdicts.md"), page = File.ReadAllText(path);
        string shown = $"```text\n{outcome.Output}```";
        if (Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1")
            File.WriteAllText(path, page = page.Replace(Output().Match(page).Value, shown, StringComparison.Ordinal));
        Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_policy_runs()
    {
        using Workspace work = new Workspace().With("gate.yml", Policy(Text))
            .WithCopy(Path.Combine(Repository.Example("mortgage"), "hmda.csv"), "hmda.csv");
        GateOutcome outcome = work.Gate("run", "gate.yml");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("fail: four-fifths", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guides_policy_of_given_predictions_runs()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "getting-started.md"));
        string[] lines = SmallData.Loans(4000).TrimEnd('\n').Split('\n');
        using Workspace work = new Workspace().With("gate.yml", Policy(guide))
            .With("scored.csv",
                string.Join('\n',
                lines.Select((line, i) => i == 0 ? line + ",p_approved" : line
                + (line.EndsWith("yes", StringComparison.Ordinal) ? ",0.9" : ",0.2"))) + "\n");
        GateOutcome outcome = work.Gate("run", "gate.yml");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("roc_auc                        1.0000", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_within_the_documentation_leads_somewhere()
    {
        string[] pages = [Path.Combine(Repository.Root, "README.md"), .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md",
            SearchOption.AllDirectories), .. Directory.GetFiles(Path.Combine(Repository.Root, "examples"), "README.md",
            SearchOption.AllDirectories)];
        foreach (string page in pages)
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
            {
                string target = link.Groups[1].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal)) continue;
                Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)),
                    $"{Path.GetRelativePath(Repository.Root, page)} links to {target}, which is not there");
            }
    }

    private static string Policy(string page) =>
        Yaml().Matches(page).Select(match => match.Groups[1].Value).First(yaml => yaml.StartsWith("version: 1", StringComparison.Ordinal));

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shell();

    [GeneratedRegex("```text\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Output();

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
