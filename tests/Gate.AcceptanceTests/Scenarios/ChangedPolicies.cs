using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Who may change the rules: two policies compared, and a pull request judged by the policy that it would replace.</summary>
public sealed class ChangedPolicies
{
    private static string Loose(string policy) => policy.Replace("min: 0.5\n", "min: 0.1\n", StringComparison.Ordinal);

    private static string Strict(string policy) => policy.Replace("min: 0.5\n", "min: 0.999\n", StringComparison.Ordinal);

    [Fact]
    public void A_comparison_says_what_a_change_loosens_with_both_lines()
    {
        using Workspace work = SmallData.Workspace().With("new.yml", Loose(SmallData.Policy));
        GateOutcome outcome = work.Gate("policy", "diff", "gate.yml", "new.yml", "--set", "model.threshold=0.4");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches(@"\nlooser +conditions\.accuracy\.min +0\.5 \(line 14\) +0\.1 \(line 14\) +a lower bound\n", outcome.Output);
        Assert.Matches(@"\nundecidable +model\.threshold +- +0\.4 \(--set model\.threshold=0\.4\) +it is the candidate", outcome.Output);
        Assert.EndsWith("\n1 looser, 1 undecidable.\n", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("never", 0, 0)]
    [InlineData("looser", 1, 0)]
    [InlineData("undecidable", 1, 2)]
    public void A_comparison_fails_where_that_is_asked_for(string failOn, int looser, int undecidable)
    {
        using Workspace work = SmallData.Workspace().With("loose.yml", Loose(SmallData.Policy)).With("open.yml",
            SmallData.Policy.Replace("seed: 1", "seed: 2", StringComparison.Ordinal));
        Assert.Equal(looser, work.Gate("policy", "diff", "gate.yml", "loose.yml", "--fail-on", failOn).ExitCode);
        Assert.Equal(undecidable, work.Gate("policy", "diff", "gate.yml", "open.yml", "--fail-on", failOn).ExitCode);
        // Another candidate is what is judged, and not how.
        Assert.Equal(0, work.Gate("policy", "diff", "gate.yml", "gate.yml", "--set", "model.threshold=0.4", "--fail-on", failOn).ExitCode);
    }

    [Fact]
    public void A_comparison_is_printed_as_JSON()
    {
        using Workspace work = SmallData.Workspace().With("new.yml", Loose(SmallData.Policy));
        using JsonDocument changes = JsonDocument.Parse(work.Gate("policy", "diff", "gate.yml", "new.yml", "--json").Output);
        JsonElement change = Assert.Single(changes.RootElement.EnumerateArray());
        Assert.Equal("looser", change.GetProperty("effect").GetString());
        Assert.Equal(14, change.GetProperty("after").GetProperty("line").GetInt32());
    }

    [Fact]
    public void A_pull_request_that_loosens_its_policy_is_judged_by_the_one_that_holds()
    {
        using Workspace work = SmallData.Workspace(policy: Loose(SmallData.Policy)).With("base.yml", Strict(SmallData.Policy));
        Assert.Equal(0, work.Gate("run").ExitCode);
        GateOutcome outcome = work.Gate("run", "--base-policy", "base.yml");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("The proposed policy is looser in one place: conditions.accuracy.min.", outcome.Output, StringComparison.Ordinal);
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"]));
        JsonElement change = result.RootElement.GetProperty("policy_change");
        Assert.Equal("pass", change.GetProperty("says").GetProperty("verdict").GetString());
        Assert.Contains("it would say pass.", File.ReadAllText(work["gate-output/report.html"]), StringComparison.Ordinal);
        Assert.Contains("| looser | <code>conditions.accuracy.min</code> | 0.999 (line 14) | 0.1 (line 14) | a lower bound |",
            File.ReadAllText(work["gate-output/summary.md"]), StringComparison.Ordinal);
        Assert.Equal(0, work.Gate("report", "gate-output").ExitCode);
    }

    [Theory]
    [InlineData("", 0, "warn")]
    [InlineData("policy: { loosening: forbid }", 1, "fail")]
    [InlineData("policy: { loosening: allow }", 0, "pass")]
    public void What_a_loosening_does_is_said_by_the_policy_that_holds(string key, int exit, string verdict)
    {
        string proposed = Loose(SmallData.Policy) + "\npolicy: { loosening: allow }\n";
        using Workspace work = SmallData.Workspace(policy: proposed).With("base.yml", $"{SmallData.Policy}\n{key}\n");
        GateOutcome outcome = work.Gate("run", "--base-policy", "base.yml", "--quiet");
        Assert.Equal(exit, outcome.ExitCode);
        Assert.StartsWith($"Verdict: {verdict}. ", outcome.Output, StringComparison.Ordinal);
        string junit = File.ReadAllText(work["gate-output/junit.xml"]);
        Assert.Contains(verdict == "fail" ? "failures=\"1\"" : "failures=\"0\"", junit, StringComparison.Ordinal);
        Assert.Contains("name=\"proposed policy\"", junit, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_candidate_is_judged_by_the_policy_that_holds_and_loosens_nothing()
    {
        string holds = $"{SmallData.Policy}\npolicy: {{ loosening: forbid }}\n";
        string proposed = holds.Replace("train: { algorithm: logistic_regression }", "train: { algorithm: decision_tree, max_depth: 2 }",
            StringComparison.Ordinal);
        using Workspace work = SmallData.Workspace(policy: proposed).With("base.yml", holds);
        GateOutcome outcome = work.Gate("run", "--base-policy", "base.yml");
        Assert.Equal(0, outcome.ExitCode);
        using JsonDocument result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"]));
        Assert.Equal("decision_tree", result.RootElement.GetProperty("model").GetProperty("kind").GetString());
    }

    [Fact]
    public void A_candidate_that_does_not_fit_the_rules_names_the_file_that_it_comes_from()
    {
        string proposed = SmallData.Policy.Replace("train: { algorithm: logistic_regression }", "train: { algorithm: linear_regression }",
            StringComparison.Ordinal).Replace("binary_classification", "regression", StringComparison.Ordinal)
            .Replace("  positive: \"yes\"\n", "", StringComparison.Ordinal).Replace("metric: accuracy\n    min: 0.5",
                "metric: mean_absolute_error\n    max: 9", StringComparison.Ordinal)
            .Replace("stratify: [approved] ", "", StringComparison.Ordinal).Replace("metric: selection_rate", "metric: mean_prediction",
                StringComparison.Ordinal);
        using Workspace work = SmallData.Workspace(policy: proposed).With("base.yml", SmallData.Policy);
        GateOutcome outcome = work.Gate("run", "--base-policy", "base.yml");
        Assert.Equal(64, outcome.ExitCode);
        Assert.StartsWith("gate: gate.yml:10:23: model.train.algorithm: ", outcome.Error, StringComparison.Ordinal);
    }
}
