using System.Text.RegularExpressions;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Every policy of the cookbook and of the page on migrating runs and prints what stands below it.</summary>
public sealed partial class Recipes
{
    public static TheoryData<string, string> Policies
    {
        get
        {
            var named = new TheoryData<string, string>();
            foreach (string page in (string[])["cookbook.md", "migrating.md"])
                foreach (Match recipe in Recipe().Matches(File.ReadAllText(PathOf(page)))) named.Add(page, recipe.Groups["name"].Value);
            return named;
        }
    }

    [Fact]
    public void Every_policy_of_the_pages_has_its_output_below_it()
    {
        foreach (string page in (string[])["cookbook.md", "migrating.md"])
        {
            string text = File.ReadAllText(PathOf(page));
            Assert.Equal(text.Split("```yaml\n").Length, text.Split("```text\n").Length);
            Assert.Equal(text.Split("```yaml\n").Length - 1, Recipe().Count(text));
        }
        Assert.Equal(20, Recipe().Count(File.ReadAllText(PathOf("cookbook.md"))));
    }

    [Trait("Writes", "pages")]
    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_prints_what_stands_below_it(string page, string name)
    {
        string text = File.ReadAllText(PathOf(page));
        Match recipe = Recipe().Matches(text).Single(match => match.Groups["name"].Value == name);
        using Workspace work = new Workspace()
            .WithCopy(Path.Combine(Repository.Example("mortgage"), "hmda.csv"), "hmda.csv")
            .WithCopy(Path.Combine(Repository.Example("breast-cancer"), "breast_cancer.csv"), "breast_cancer.csv")
            .WithCopy(Path.Combine(Repository.Example("diabetes"), "diabetes.csv"), "diabetes.csv")
            .With("scored.csv", SmallData.ScoredLoans(2_000))
            .With("gate.yml", recipe.Groups["policy"].Value);
        GateOutcome outcome = work.Gate("run", "gate.yml");
        Assert.True(outcome.ExitCode is 0 or 1 or 2, outcome.Error);
        if (Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1")
        {
            Group shown = recipe.Groups["output"];
            File.WriteAllText(PathOf(page), text[..shown.Index] + outcome.Output + text[(shown.Index + shown.Length)..]);
        }
        else Assert.Equal(outcome.Output, recipe.Groups["output"].Value);
    }

    private static string PathOf(string page) => Path.Combine(Repository.Root, "docs", page);

    [GeneratedRegex("```yaml\n(?<policy>version: 1\nname: (?<name>[a-z-]+)\n.*?)```\n\n```text\n(?<output>.*?)```",
        RegexOptions.Singleline)]
    private static partial Regex Recipe();
}
