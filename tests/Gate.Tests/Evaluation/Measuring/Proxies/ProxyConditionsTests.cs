using System.Globalization;
using Gate.Data.Randomness;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Proxies;

/// <summary>Conditions on how well columns tell a sensitive column, in whole runs.</summary>
public sealed class ProxyConditionsTests
{
    /// <summary>zip tells the group g mostly, noise not at all; race has three groups of which zip tells the third.</summary>
    private static readonly SplitMix64 Random = new(5);

    private static readonly string Rows = "zip,noise,g,race,y\n" + string.Concat(Enumerable.Range(0, 480).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{(i % 4 == 0 ? "n" : "s")}{(i % 20 == 0 ? "x" : "")},{Random.NextInt(97)},"
            + $"{((i % 4 == 0) != (i % 12 == 1) ? "a" : "b")},{(i % 4 == 0 ? "r3" : i % 2 == 0 ? "r1" : "r2")},"
            + $"{(i * 31 % 10 < 4 ? 1 : 0)}\n")));

    private static TestRun Run(string condition, string more = "", string model = "train: { algorithm: logistic_regression }") => new($$"""
        version: 1
        name: proxies
        task: binary_classification
        data: { source: d.csv, label: y, sensitive: [g, race], split: { test: 0.5, seed: 3 } }
        model: { {{model}} }
        {{more}}
        conditions:
        {{condition}}
        """, ("d.csv", Rows));

    [Theory]
    [InlineData("features: zip, max: 0.6", Verdict.Fail)]
    [InlineData("max: 0.6", Verdict.Fail)]
    [InlineData("features: noise, max: 0.75", Verdict.Pass)]
    [InlineData("features: [noise, zip], max: 0.6", Verdict.Fail)]
    [InlineData("features: zip, min: 0.6, vacuous: allowed", Verdict.Pass)]
    public void What_columns_tell_is_judged_with_its_interval(string keys, Verdict verdict)
    {
        using TestRun run = Run($"- {{ metric: proxy_auc, by: g, {keys} }}");
        Finding finding = run.Finding();
        Assert.Equal(verdict, finding.Verdict);
        Assert.InRange(finding.Estimate!.Value, finding.Interval!.Low, finding.Interval.High);
        Assert.Equal(("share", "group_max", 240L), (finding.Unit, finding.Compare, finding.Rows));
    }

    [Fact]
    public void The_group_that_is_told_best_decides_and_the_lower_end_pays_for_the_choice()
    {
        using TestRun run = Run("- { metric: proxy_auc, by: race, features: zip, max: 0.6 }");
        Finding finding = run.Finding();
        Assert.Equal("r3", finding.DecidedBy);
        Assert.Equal(finding.Groups.Max(group => group.Estimate), finding.Estimate);
        GroupFact best = finding.Groups.Single(group => group.Label == "r3");
        Assert.True(finding.Interval!.Low <= best.Interval!.Low);
        Assert.Equal(finding.Groups.Max(group => group.Interval!.High), finding.Interval.High);
        Assert.StartsWith("zip tells race = r3 from the others with an AUC of", finding.Brief, StringComparison.Ordinal);
        Assert.Contains("Told best: race = r3", finding.Sentence, StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, finding.Verdict);
    }

    [Fact]
    public void Of_two_groups_telling_one_is_telling_the_other()
    {
        using TestRun run = Run("- { metric: proxy_auc, by: g, features: zip, max: 0.6 }");
        Finding finding = run.Finding();
        Assert.Equal(finding.Groups[0].Estimate!.Value, finding.Groups[1].Estimate!.Value, 1e-12);
        Assert.Equal(finding.Groups[0].Interval!.Low, finding.Interval!.Low, 1e-12);
    }

    [Fact]
    public void Groups_below_the_floor_take_no_part()
    {
        using TestRun some = Run("- { metric: proxy_auc, by: race, features: zip, max: 0.6, evidence: { min_count: 70 } }"),
            none = Run("- { metric: proxy_auc, by: g, features: zip, max: 0.6, evidence: { min_count: 200 } }");
        Finding finding = some.Finding();
        Assert.Contains("the floor is 70", finding.Groups.Single(group => group.Label == "r3").Excluded!, StringComparison.Ordinal);
        Assert.NotEqual("r3", finding.DecidedBy);
        Assert.Contains("r3 (", finding.Sentence, StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, none.Finding().Verdict);
        Assert.Contains("no group has enough rows", none.Finding().Undefined!, StringComparison.Ordinal);
        using TestRun passed = Run("- { metric: proxy_auc, by: g, max: 0.6, on_undefined: pass, evidence: { min_count: 200 } }");
        Assert.Contains("it is the policy's own evidence floor that makes", Assert.Throws<PolicyException>(() => passed.Execute()).Message,
            StringComparison.Ordinal);
    }

    /// <summary>Where few rows outweigh all others of their group, the group is worth few rows.</summary>
    [Fact]
    public void With_weights_a_group_is_worth_as_many_rows_as_weigh_alike()
    {
        string[] lines = Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string weighted = lines[0] + ",w\n" + string.Concat(lines.Skip(1).Select((line, i) =>
            $"{line},{(line.Contains(",r3,", StringComparison.Ordinal) && i > 40 ? "0.001" : "1")}\n"));
        using TestRun run = new("""
            version: 1
            name: proxies
            task: binary_classification
            data: { source: d.csv, label: y, weight: w, sensitive: [race], split: { test: 0.5, seed: 3 } }
            model: { train: { algorithm: logistic_regression } }
            conditions: [{ metric: proxy_auc, by: race, features: zip, max: 0.6 }]
            """, ("d.csv", weighted));
        Assert.Contains("make them worth", run.Finding().Groups.Single(group => group.Label == "r3").Excluded!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_the_model_does_not_read_is_undefined_with_the_nearest_name()
    {
        using TestRun run = Run("- { metric: proxy_auc, by: g, features: zipp, max: 0.6 }");
        Assert.Contains("'zipp' is no column that the model reads; did you mean 'zip'?", run.Finding().Undefined!,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_has_each_column_and_all_together_where_the_policy_explains_by_shap()
    {
        using TestRun run = Run("- { metric: accuracy, min: 0.2 }", "explain: { method: shap }"),
            plain = Run("- { metric: accuracy, min: 0.2 }");
        IReadOnlyList<ProxyFacts> facts = run.Execute().Proxies;
        Assert.Empty(plain.Execute().Proxies);
        Assert.Equal(["g", "race"], facts.Select(one => one.By));
        Assert.Equal(["zip", "noise"], facts[0].Columns.Select(column => column.Feature));
        Assert.All(facts, one => Assert.True(one.Together.Auc > 0.7));
        Assert.Equal((240L, 5, "r3", false), (facts[1].Rows, facts[1].Folds, facts[1].Columns[0].Group, facts[1].Columns[0].IsItself));
    }

    [Fact]
    public void A_sensitive_column_among_the_features_tells_itself_and_says_so()
    {
        using TestRun run = new("""
            version: 1
            name: proxies
            task: binary_classification
            data:
              { source: d.csv, label: y, sensitive: [{ column: g, as: sex }, race], split: { test: 0.5, seed: 3 },
                features: { include: [zip, noise, g] } }
            model: { train: { algorithm: logistic_regression } }
            explain: { method: shap }
            conditions: [{ metric: accuracy, min: 0.2 }]
            """, ("d.csv", Rows));
        ProxyFacts[] facts = [.. run.Execute().Proxies];
        Assert.Equal([("sex", "g", true), ("race", "zip", false)],
            facts.Select(one => (one.By, one.Columns[0].Feature!, one.Columns[0].IsItself)));
        Assert.Equal(1, facts[0].Columns[0].Auc);
        Assert.All(facts[1].Columns, column => Assert.False(column.IsItself));
        Assert.All(facts, one => Assert.False(one.Together.IsItself));
    }

    [Fact]
    public void Without_a_group_that_has_enough_rows_nothing_is_said()
    {
        using TestRun run = Run("- { metric: accuracy, min: 0.2 }", "explain: { method: shap }\nevidence: { min_count: 200 }");
        Assert.Equal([], run.Execute().Proxies.Select(one => one.By));
    }

    [Fact]
    public void Predictions_are_looked_at_by_the_features_of_the_policy()
    {
        using TestRun run = new("""
            version: 1
            name: proxies
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [g], features: { include: [zip, noise] } }
            model: { predictions: { prediction: y2 } }
            conditions: [{ metric: proxy_auc, by: g, features: zip, max: 0.6 }]
            """, ("d.csv", Rows.Replace("\n", ",1\n", StringComparison.Ordinal).Replace("race,y,1", "race,y,y2",
                StringComparison.Ordinal)));
        Assert.Equal(Verdict.Fail, run.Finding().Verdict);
        Assert.True(run.Finding().Estimate > 0.7);
    }

    [Theory]
    [InlineData("- { metric: proxy_auc, max: 0.6 }", "exists between groups only")]
    [InlineData("- { metric: proxy_auc, by: g, min: 0.6 }", "is better the smaller it is")]
    [InlineData("- { metric: proxy_auc, by: g, max: 0.6, where: noise > 3 }", "looks at the groups of all measured rows; remove 'where'")]
    [InlineData("- { metric: proxy_auc, by: g, max: 0.6, control: race }", "remove 'control'")]
    [InlineData("- { metric: proxy_auc, by: g, max: 0.6, compare: ratio }", "says in its name how groups are compared")]
    public void What_has_no_meaning_is_refused(string condition, string problem)
    {
        using TestRun run = Run(condition);
        Assert.Contains(problem, Assert.Throws<PolicyException>(() => run.Inputs).Message, StringComparison.Ordinal);
    }
}
