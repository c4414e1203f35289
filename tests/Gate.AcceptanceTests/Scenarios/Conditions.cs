using System.Globalization;
using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Slices, classes, baselines, families and plans, from the policy to the result.</summary>
public sealed class Conditions
{
    private const int Usage = 64;

    private static string Policy(string conditions, string more = "") =>
        SmallData.Policy[..SmallData.Policy.IndexOf("conditions", StringComparison.Ordinal)] + more + "conditions:\n" + conditions;

    /// <summary>Predictions beside the data: what the candidate says and what the champion said.</summary>
    private static Workspace Predicted(string conditions, Func<int, (int Candidate, int Champion, int Label)> row, int rows = 600,
        string more = "")
    {
        string csv = "id,sex,y,new,old\n"
            + string.Concat(Enumerable.Range(0, rows)
            .Select(i => string.Create(CultureInfo.InvariantCulture,
            $"{i},{(i % 2 == 0 ? "f" : "m")},{row(i).Label},{row(i).Candidate},{row(i).Champion}\n")));
        return new Workspace().With("d.csv", csv).With("gate.yml", $$"""
            version: 1
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [sex] }
            model: { predictions: { prediction: new } }
            baseline: { predictions: { prediction: old } }
            {{more}}
            conditions:
            {{conditions}}
            """);
    }

    private static JsonElement[] Findings(Workspace work) =>
        [.. JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"])).RootElement.GetProperty("findings").EnumerateArray()];

    private static void Refuses(Workspace work, string[] arguments, params string[] fragments)
    {
        using (work)
        {
            GateOutcome outcome = work.Gate(arguments);
            Assert.True(outcome.ExitCode == Usage, $"exit code {outcome.ExitCode}: {outcome.Error}");
            foreach (string fragment in fragments) Assert.Contains(fragment, outcome.Error, StringComparison.Ordinal);
        }
    }

    /// <summary>Similar rows are looked for among features, which have to be thinned with the rows.</summary>
    [Theory]
    [InlineData("{ max_rows: 33 }")]
    [InlineData("{ max_rows: 33, metric: consistency }")]
    public void Consistency_goes_with_importance_of_some_of_the_rows(string explain)
    {
        using Workspace work = SmallData.Workspace(policy: Policy("  - { metric: consistency, min: 0.1 }\n", $"explain: {explain}\n"));
        GateOutcome outcome = work.Gate("run");
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Equal("satisfied", Findings(work)[0].GetProperty("outcome").GetString());
    }

    /// <summary>Of 300 women 60 % are right, of 100 men 90 %: all rows are at 67.5 %, and the men are farthest from them and from the
    /// rest, though women are worse off.</summary>
    [Theory]
    [InlineData("to_overall", "m")]
    [InlineData("to_rest", "f")]
    [InlineData("between_groups", "f")]
    public void The_group_that_is_farthest_off_decides(string method, string group)
    {
        string csv = "sex,y,new\n" + string.Concat(Enumerable.Range(0, 400)
            .Select(i => i < 300 ? $"f,{(i % 10 < 6 ? 1 : 0)},1\n" : $"m,{(i % 10 < 9 ? 1 : 0)},1\n"));
        using Workspace work = new Workspace().With("d.csv", csv).With("gate.yml", $$"""
            version: 1
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [sex] }
            model: { predictions: { prediction: new } }
            conditions:
              - { metric: accuracy, by: sex, compare: difference, method: {{method}}, max: 0.01 }
            """);
        Assert.Equal(1, work.Gate("run").ExitCode);
        Assert.Equal(group, Findings(work)[0].GetProperty("decided_by").GetString());
    }

    [Fact]
    public void A_slice_is_measured_alone_and_said_everywhere()
    {
        using Workspace work = SmallData.Workspace(policy: Policy("""
              - { metric: count, level: inform }
              - { metric: count, where: "income > 50", level: inform }
              - { metric: count, where: "income <= 50 OR income IS NULL", level: inform }
              - { metric: selection_rate, where: "income > 50", by: sex, compare: group_min, level: inform }
            """, "report_only: true\n"));
        GateOutcome outcome = work.Gate("run");
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        JsonElement[] findings = Findings(work);
        double[] counts = [.. findings.Take(3).Select(finding => finding.GetProperty("estimate").GetDouble())];
        Assert.Equal(counts[0], counts[1] + counts[2]);
        Assert.InRange(counts[1], 1, counts[0] - 1);
        Assert.Equal("income > 50", findings[1].GetProperty("where").GetString());
        Assert.Equal(counts[1], findings[3].GetProperty("groups").EnumerateArray().Sum(group => group.GetProperty("count").GetInt64()));
        foreach (string file in (string[])["summary.md", "junit.xml"])
            Assert.Contains("income &gt; 50", File.ReadAllText(work["gate-output/" + file]).Replace("\\", "", StringComparison.Ordinal),
                StringComparison.Ordinal);
        Assert.Contains("<dt>Slice</dt>", File.ReadAllText(work["gate-output/report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_slice_is_undefined_and_fails()
    {
        using Workspace work = SmallData.Workspace(policy: Policy("  - { metric: accuracy, where: \"income > 1e9\", min: 0.1 }"));
        GateOutcome outcome = work.Gate("run");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("is undefined: no measured row is in the slice", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    public void A_slice_that_is_wrong_is_marked_at_its_key(string command) =>
        Refuses(SmallData.Workspace(
            policy: Policy("  - { metric: accuracy, min: 0.1 }\n  - { metric: accuracy, where: \"incme > 3\", min: 0.1 }")), [command],
            "gate.yml:14:25: conditions[1].where: no column is called 'incme'; did you mean 'income'?");

    [Fact]
    public void A_reference_group_that_the_data_does_not_have_is_marked() =>
        Refuses(SmallData.Workspace(
            policy: Policy("  - { metric: accuracy, by: sex, compare: ratio, method: to_reference, reference: ff, min: 0.1 }")), ["run"],
            "gate.yml:13:", "conditions[0].reference: 'ff' is no group of the measured rows by sex; did you mean 'f'?");

    /// <summary>The value farthest from 0 decides: -0.4 would keep to a bound of 0.1 that 0.3 misses.</summary>
    [Theory]
    [InlineData("dppl, by: sex, max: 0.1", "conditions[0].max: 'dppl' has a sign and the value farthest from 0 decides")]
    [InlineData("te, by: sex, min: -0.1, max: 0.5", "conditions[0].max: 'te' has a sign")]
    [InlineData("di, by: sex, min: 0.8", "conditions[0].min: 'di' has a sign and the value farthest from 1 decides")]
    public void A_signed_disparity_of_several_comparisons_needs_both_bounds(string condition, string expected) =>
        Refuses(SmallData.Workspace(policy: Policy($"  - {{ metric: {condition} }}")), ["check"], "gate.yml:13:", expected);

    [Fact]
    public void Disparities_of_all_groups_take_a_reference_and_parameters()
    {
        using Workspace work = SmallData.Workspace(policy: Policy("""
              - { metric: tvd, by: sex, method: to_reference, reference: m, max: 0.99 }
              - { metric: lp, by: sex, method: to_reference, reference: m, parameters: { p: 1 }, max: 1.9 }
              - { metric: dppl, by: sex, method: to_reference, reference: m, max: 0.9 }
              - { metric: di, by: sex, min: 0.01, max: 100 }
            """));
        GateOutcome outcome = work.Gate("run");
        Assert.True(outcome.ExitCode == 0, outcome.Error + outcome.Output);
        JsonElement[] findings = Findings(work);
        // The norm of order 1 adds the distances of both classes, of which the total variation is half.
        Assert.Equal(2 * findings[0].GetProperty("estimate").GetDouble(), findings[1].GetProperty("estimate").GetDouble(), 12);
        Assert.Equal("to_reference", findings[0].GetProperty("method").GetString());
        Assert.Contains("by sex, to sex = m,", findings[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains("Farthest away: sex = f", findings[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains("against sex = m", findings[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains("Farthest apart", findings[2].GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_the_label_does_not_have_is_found_by_check_when_it_reads_the_data()
    {
        string policy = Policy("  - { metric: accuracy, min: 0.1 }").Replace("binary_", "multiclass_", StringComparison.Ordinal)
            .Replace("  positive: \"yes\"\n", "", StringComparison.Ordinal);
        using Workspace work = SmallData.Workspace(policy: policy);
        Assert.Equal(0, work.Gate("check").ExitCode);
    }

    /// <summary>All of the champion's errors are mended for men, and as many are made for women: equal over all, worse for one
    /// group.</summary>
    [Fact]
    public void Each_group_is_held_against_the_baseline()
    {
        using Workspace work = Predicted("""
              - { metric: accuracy, max_regression: 0.05 }
              - { metric: accuracy, by: sex, compare: each, max_regression: 0.05 }
              - { metric: accuracy, by: sex, compare: each, max_relative_regression: 0.05 }
            """, i => (i % 10 == 0 ? 0 : 1, i % 10 == 1 ? 0 : 1, i % 3 == 0 && i % 10 > 1 ? 0 : 1));
        GateOutcome outcome = work.Gate("run");
        Assert.Equal(1, outcome.ExitCode);
        JsonElement[] findings = Findings(work);
        Assert.Equal(["pass", "fail", "fail"], findings.Select(finding => finding.GetProperty("verdict").GetString()));
        Assert.Equal("f", findings[1].GetProperty("decided_by").GetString());
        JsonElement regression = findings[1].GetProperty("regression");
        Assert.Equal("absolute", regression.GetProperty("scale").GetString());
        Assert.Equal(0.2, regression.GetProperty("estimate").GetDouble(), 9);
        Assert.Equal(findings[1].GetProperty("estimate").GetDouble() + 0.2, regression.GetProperty("baseline").GetDouble(), 9);
        Assert.Equal([0.2, -0.2], findings[1].GetProperty("groups").EnumerateArray()
            .Select(group => Math.Round(group.GetProperty("regression").GetProperty("estimate").GetDouble(), 9)));
        JsonElement relative = findings[2].GetProperty("regression");
        Assert.Equal("relative", relative.GetProperty("scale").GetString());
        Assert.Equal(0.2 / relative.GetProperty("baseline").GetDouble(), relative.GetProperty("relative").GetProperty("estimate")
            .GetDouble(), 9);
    }

    /// <summary>A Matthews correlation of the champion that is negative, and one that is not defined: a share of it is taken of its size,
    /// and what is not defined never passes.</summary>
    [Fact]
    public void Shares_of_negative_and_undefined_baselines_are_right()
    {
        using Workspace negative = Predicted("  - { metric: matthews_corrcoef, max_relative_regression: 0.1 }",
            i => (i % 2 == 0 ? 1 : 0, i % 4 == 0 ? 1 : 0, i % 4 == 0 ? 0 : 1));
        negative.Gate("run");
        JsonElement regression = Findings(negative)[0].GetProperty("regression");
        double before = regression.GetProperty("baseline").GetDouble(), now = Findings(negative)[0].GetProperty("estimate").GetDouble();
        Assert.True(before < 0, $"the champion's is {before}");
        Assert.Equal((before - now) / -before, regression.GetProperty("relative").GetProperty("estimate").GetDouble(), 9);

        using Workspace undefined = Predicted("  - { metric: matthews_corrcoef, max_relative_regression: 0.1 }",
            i => (i % 2, 1, i % 3 == 0 ? 1 : 0));
        Assert.Equal(1, undefined.Gate("run").ExitCode);
        Assert.Equal("undefined", Findings(undefined)[0].GetProperty("outcome").GetString());
    }

    [Fact]
    public void A_family_of_many_asks_for_more_evidence_than_one()
    {
        const string condition = "  - { metric: accuracy, min: 0.87, family: all }\n";
        Func<int, (int, int, int)> row = i => (1, 1, i % 10 == 0 ? 0 : 1);
        using Workspace alone = Predicted(condition, row, 600, "families: { all: { method: holm } }");
        using Workspace among =
            Predicted(condition + string.Concat(Enumerable.Repeat("  - { metric: accuracy, min: 0.9, family: all }\n", 8)), row, 600,
            "families: { all: { method: holm } }");
        Assert.Equal(0, alone.Gate("run").ExitCode);
        GateOutcome outcome = among.Gate("run");
        Assert.Equal(2, outcome.ExitCode);
        JsonElement family = Findings(among)[0].GetProperty("family");
        Assert.Equal(("all", "holm", 9), (family.GetProperty("name").GetString(), family.GetProperty("method").GetString(),
            family.GetProperty("size").GetInt32()));
        Assert.InRange(family.GetProperty("adjusted_p").GetDouble(), 0.05, 1);
        Assert.InRange(family.GetProperty("p_value").GetDouble(), 0, 0.05);
        Assert.Contains("In the family all (Holm, 9 conditions tested)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Family", File.ReadAllText(among["gate-output/report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_says_what_can_be_decided_and_strictly_refuses_what_cannot()
    {
        const string conditions = "  - { metric: accuracy, min: 0.8 }\n  - { id: tight, metric: selection_rate, by: sex, compare: ratio, "
            + "min: 0.99 }\n  - { metric: roc_auc, min: 0.7 }\n  - { metric: f1, min: 0.5 }\n";
        using Workspace work = SmallData.Workspace(policy: Policy(conditions));
        GateOutcome outcome = work.Gate("check");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"\n  accuracy +200 rows; 0\.8\d* or more passes, 0\.[67]\d* or less fails \(80% of the time\)\n", outcome.Output);
        Assert.Contains("by sex, smallest group sex = ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("positives and ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("unknown before measuring: there is no planning formula for f1", outcome.Output, StringComparison.Ordinal);
        GateOutcome strict = work.Gate("check", "--strict");
        Assert.Equal(Usage, strict.ExitCode);
        Assert.Contains("gate.yml:14:67: conditions[1].min: this test set cannot decide the bound", strict.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("conditions[0]", strict.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["gate-output"]));
    }

    [Fact]
    public void A_group_with_few_predicted_positives_is_left_out_by_name()
    {
        using Workspace work = Predicted("  - { metric: precision, by: sex, compare: group_min, min: 0.1 }",
            i => (i % 2 == 1 || i < 8 ? 1 : 0, 1, i % 3 == 0 ? 0 : 1));
        work.Gate("run");
        JsonElement women = Findings(work)[0].GetProperty("groups").EnumerateArray()
            .Single(group => group.GetProperty("label").GetString() == "f");
        Assert.Equal("4 predicted positives, the floor is 10", women.GetProperty("excluded").GetString());
        Assert.Equal(4, women.GetProperty("predicted_positives").GetInt64());
        Assert.Contains("sex = f (4 predicted positives, the floor is 10)", Findings(work)[0].GetProperty("sentence").GetString(),
            StringComparison.Ordinal);
        Assert.Contains("4 predicted positives, the floor is 10", File.ReadAllText(work["gate-output/report.html"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_fails_leaves_no_earlier_result()
    {
        using Workspace work = SmallData.Workspace();
        Assert.Equal(0, work.Gate("run").ExitCode);
        work.With("gate-output/notes.md", "mine")
            .With("gate.yml", SmallData.Policy.Replace("loans.csv", "loan.csv", StringComparison.Ordinal));
        Assert.Equal(65, work.Gate("run").ExitCode);
        Assert.Equal(["notes.md"], Directory.GetFiles(work["gate-output"]).Select(Path.GetFileName));
    }

    [Fact]
    public void Init_with_a_label_that_does_not_exist_is_wrong_use() =>
        Refuses(SmallData.Workspace(), ["init", "loans.csv", "--label", "aproved", "-o", "first.yml"],
        "--label: no column is called 'aproved'; did you mean 'approved'?");
}
