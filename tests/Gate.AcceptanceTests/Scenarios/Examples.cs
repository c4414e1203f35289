using System.Text.Json;
using System.Text.RegularExpressions;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Every example runs, and its README shows the output that it really gives.</summary>
public sealed partial class Examples
{
    [Trait("Writes", "pages")]
    [Theory]
    [InlineData("mortgage")]
    [InlineData("diabetes")]
    [InlineData("breast-cancer")]
    [InlineData("credit")]
    [InlineData("onnx")]
    public void Runs_on_the_data_beside_it_and_its_readme_shows_the_real_output(string name)
    {
        using var work = new Workspace();
        GateOutcome outcome = GateProcess.Run(Repository.Root, "run", $"examples/{name}/gate.yml", "--output", work["out"]);
        AssertReadmeShows(name, outcome);
        AssertWhole(work["out"]);
    }

    [Trait("Writes", "pages")]
    [SkippableTheory]
    [InlineData("adult", "adult.csv")]
    [InlineData("heart-failure", "heart_failure.csv")]
    public void Runs_on_data_that_its_script_downloads(string name, string file)
    {
        using Workspace work = new Workspace()
            .WithCopy(Repository.Shared($"data/{file}"), $"examples/{name}/{file}")
            .WithCopy(Path.Combine(Repository.Example(name), "gate.yml"), $"examples/{name}/gate.yml");
        GateOutcome outcome = work.Gate("run", $"examples/{name}/gate.yml", "--output", work["out"]);
        AssertReadmeShows(name, outcome);
        AssertWhole(work["out"]);
    }

    /// <summary>The file of the example is what its other policy trains, and its trees are explained and stand in the report.</summary>
    [Fact]
    public void The_trees_of_the_onnx_example_are_read()
    {
        using var work = new Workspace();
        Assert.Equal(0, GateProcess.Run(Repository.Root, "run", "examples/onnx/gate.yml", "--output", work["out"]).ExitCode);
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(work["out/result.json"]));
        Assert.Equal("onnx", result.RootElement.GetProperty("model").GetProperty("kind").GetString());
        Assert.Equal("tree_path_dependent", result.RootElement.GetProperty("attribution").GetProperty("method").GetString());
        Assert.Equal(40, result.RootElement.GetProperty("what_if").GetProperty("trees").GetArrayLength());
    }

    /// <summary>The tree of the Adult example is scikit-learn's: the same accuracy on UCI's test part, within 0.2 percentage
    /// points.</summary>
    [SkippableFact]
    public void Adult_tree_is_as_accurate_as_scikit_learns()
    {
        using Workspace work = new Workspace()
            .WithCopy(Repository.Shared("data/adult.csv"), "adult.csv")
            .WithCopy(Path.Combine(Repository.Example("adult"), "gate.yml"), "gate.yml");
        work.Gate("run", "gate.yml");
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(Repository.Shared("golden/sklearn_binary.json")));
        double expected = golden.RootElement.GetProperty("results").GetProperty("adult_tree").GetProperty("accuracy").GetDouble();
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"]));
        JsonElement accuracy = result.RootElement.GetProperty("overall").EnumerateArray()
            .Single(metric => metric.GetProperty("metric").GetString() == "accuracy");
        Assert.InRange(accuracy.GetProperty("estimate").GetDouble(), expected - 0.002, expected + 0.002);
    }

    private static void AssertReadmeShows(string name, GateOutcome outcome)
    {
        Assert.True(outcome.ExitCode is 0 or 1 or 2, outcome.Error);
        string path = Path.Combine(Repository.Example(name), "README.md"), readme = File.ReadAllText(path);
        Match block = OutputBlock().Match(readme);
        string shown = outcome.Output + $"(exit code {outcome.ExitCode})\n";
        if (Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1")
            File.WriteAllText(path, readme = readme.Replace(block.Value, $"```text\n{shown}```", StringComparison.Ordinal));
        Assert.Contains(shown, readme, StringComparison.Ordinal);
    }

    private static void AssertWhole(string directory)
    {
        Assert.Equal(["junit.xml", "report.html", "result.json", "summary.md"], Directory.GetFiles(directory).Select(Path.GetFileName)
            .Order(StringComparer.Ordinal));
        Assert.InRange(new FileInfo(Path.Combine(directory, "report.html")).Length, 10_000, 1_000_000);
    }

    [GeneratedRegex("```text\n.*?```", RegexOptions.Singleline)]
    private static partial Regex OutputBlock();
}
