using System.Globalization;
using Gate.Data.Randomness;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Counterfactuals;

/// <summary>What would flip the decision, in whole runs.</summary>
public sealed class CounterfactualRuns
{
    private static string Rows()
    {
        var random = new SplitMix64(6);
        return "x,z,g,y\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
        {
            int x = random.NextInt(100), z = random.NextInt(100);
            return string.Create(CultureInfo.InvariantCulture, $"{x},{z},{(i % 3 == 0 ? "a" : "b")},{(x + z / 4 > 55 ? 1 : 0)}\n");
        }));
    }

    private static TestRun Run(string explain) => new($$"""
        version: 1
        name: counterfactuals
        task: binary_classification
        data: { source: d.csv, label: y, sensitive: [g], features: { include: [x, z, g] }, split: { test: 0.5, seed: 2 } }
        model: { train: { algorithm: logistic_regression } }
        {{explain}}
        conditions: [{ metric: accuracy, min: 0.2 }]
        """, ("d.csv", Rows()));

    [Fact]
    public void The_middle_of_all_rows_and_of_groups_is_changed_until_the_decision_flips()
    {
        using TestRun run = Run("explain: { method: shap }"), plain = Run("");
        Assert.Null(plain.Execute().Counterfactuals);
        CounterfactualFacts facts = run.Execute().Counterfactuals!;
        Assert.Equal(["all test rows", "g = a", "g = b"], facts.Rows.Select(row => row.Name));
        Assert.Equal(["g"], facts.Immutable);
        foreach (CounterfactualFact row in facts.Rows)
        {
            Assert.Equal("x", Assert.Single(row.Changes).Feature);
            Assert.NotEqual(row.Decision, row.NewDecision);
            Assert.Equal(row.Score >= 0.5, row.NewScore < 0.5);
            Assert.NotEqual(row.Changes[0].From, row.Changes[0].To);
        }
    }

    [Fact]
    public void What_the_policy_calls_immutable_stays()
    {
        using TestRun run = Run("explain: { method: shap, immutable: x }");
        CounterfactualFacts facts = run.Execute().Counterfactuals!;
        Assert.Equal(["x", "g"], facts.Immutable);
        Assert.All(facts.Rows, row => Assert.DoesNotContain(row.Changes, change => change.Feature != "z"));
    }

    [Fact]
    public void An_immutable_column_that_nobody_has_is_an_error_at_its_place()
    {
        using TestRun run = Run("explain: { method: shap, immutable: [xx] }");
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Contains("the immutable column 'xx' is not a column of the data", problem.Message, StringComparison.Ordinal);
        Assert.Equal(6, problem.At.Line);
    }

    /// <summary>Where a category alone decides, it is what changes; a row without it stays one without.</summary>
    [Fact]
    public void A_category_flips_the_decision_where_it_decides()
    {
        using TestRun run = new("""
            version: 1
            name: counterfactuals
            task: binary_classification
            data: { source: d.csv, label: y, features: { include: [k] }, split: { test: 0.5, seed: 2 } }
            model: { train: { algorithm: logistic_regression } }
            explain: { method: shap }
            conditions: [{ metric: accuracy, min: 0.2 }]
            """, ("d.csv", "k,y\n" + string.Concat(Enumerable.Range(0, 300).Select(i =>
                i % 3 == 0 ? "lo,0\n" : "hi,1\n"))));
        CounterfactualFact row = Assert.Single(run.Execute().Counterfactuals!.Rows);
        Assert.Equal([("k", "hi", "lo")], row.Changes.Select(change => (change.Feature, change.From, change.To)));
    }
}
