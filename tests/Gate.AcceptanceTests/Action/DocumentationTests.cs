using System.Text.RegularExpressions;

namespace Gate.AcceptanceTests.Action;

public partial class DocumentationTests
{
    private static readonly string Guide = File.ReadAllText(Repository.File("docs", "github.md"));

    [Fact]
    public void Every_input_is_documented_with_its_default()
    {
        ActionFile action = ActionFile.Load(Repository.File("action.yml"));
        Assert.Equal(
            action.Defaults.Select(input => (input.Key, input.Value)),
            InputRow().Matches(Section("Inputs")).Select(row => (row.Groups[1].Value, row.Groups[2].Value)));
    }

    [Fact]
    public void Every_output_is_documented()
    {
        ActionFile action = ActionFile.Load(Repository.File("action.yml"));
        Assert.Equal(action.Outputs.Keys, OutputRow().Matches(Section("Outputs").Split("exit code")[0]).Select(row => row.Groups[1].Value));
    }

    [Fact]
    public void Every_workflow_in_the_guide_passes_actionlint_and_is_pinned()
    {
        string[] workflows =
            [.. Yaml().Matches(Guide).Select(m => m.Groups[1].Value).Where(text => text.Contains("jobs:", StringComparison.Ordinal))];
        Assert.Equal(4, workflows.Length);
        foreach (string workflow in workflows)
        {
            string file = Path.ChangeExtension(Path.GetTempFileName(), ".yml");
            try
            {
                File.WriteAllText(file, workflow);
                (int code, string output) = Checkers.Node("eng/lint-workflows.mjs", file);
                Assert.True(code == 0, output);
                Checkers.AssertPinned(workflow);
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    private static string Section(string heading)
    {
        int start = Guide.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        return Guide[start..Guide.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \| (?:`(.*?)`)? ?\|", RegexOptions.Multiline)]
    private static partial Regex InputRow();

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex OutputRow();

    [GeneratedRegex(@"^```yaml\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
