using System.Globalization;
using Gate.Data.Randomness;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Dependence;

/// <summary>Conditions on how the score moves with a column, in whole runs.</summary>
public sealed class DependenceConditionsTests
{
    private static string Rows()
    {
        var random = new SplitMix64(9);
        return "up,down,hill,kind,y\n" + string.Concat(Enumerable.Range(0, 800).Select(_ =>
        {
            (double up, double down, double hill, int kind) = (random.NextDouble(), random.NextDouble(), random.NextDouble(),
                random.NextInt(2));
            double score = 2 * up - 2 * down + (Math.Abs(hill - 0.5) < 0.25 ? 1.5 : 0) + kind - 1;
            return string.Create(CultureInfo.InvariantCulture, $"{up:F4},{down:F4},{hill:F4},k{kind},{(score + random.NextDouble()
                > 0.7 ? 1 : 0)}\n");
        }));
    }

    private static TestRun Run(string condition, string more = "", string model = "algorithm: logistic_regression",
        string task = "binary_classification") => new($$"""
            version: 1
            name: dependence
            task: {{task}}
            data: { source: d.csv, label: y, split: { test: 0.5 } }
            model: { train: { {{model}} } }
            {{more}}
            conditions:
            {{condition}}
            """, ("d.csv", Rows()));

    [Theory]
    [InlineData("features: up, max: 0.05", "algorithm: logistic_regression", Verdict.Pass, 0)]
    [InlineData("features: down, max: 0.05", "algorithm: logistic_regression", Verdict.Fail, 1)]
    [InlineData("features: down, max: 0.05, parameters: { direction: -1 }", "algorithm: logistic_regression", Verdict.Pass, 0)]
    [InlineData("features: [up, down], max: 0.05", "algorithm: logistic_regression", Verdict.Fail, 1)]
    [InlineData("features: hill, max: 0.05", "algorithm: decision_tree, max_depth: 6", Verdict.Fail, null)]
    public void A_column_that_the_score_must_rise_with_is_judged_by_the_rows_that_say_otherwise(string keys, string model, Verdict verdict,
        int? share)
    {
        using TestRun run = Run($"- {{ metric: monotonicity_violation, {keys} }}", model: model);
        Finding finding = run.Finding();
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(("share", 400L), (finding.Unit, finding.Rows));
        if (share is { } all) Assert.Equal(all, finding.Estimate);
        else Assert.InRange(finding.Estimate!.Value, 0.3, 1);
    }

    [Fact]
    public void It_says_of_how_many_rows()
    {
        using TestRun run = Run("- { metric: monotonicity_violation, features: down, max: 0.05 }");
        Assert.StartsWith("the score falls somewhere as down rises for 100% of rows", run.Finding().Brief, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("features: kind, max: 0.05", "'kind' holds no numbers")]
    [InlineData("features: upp, max: 0.05", "'upp' is no column that the model reads; did you mean 'up'?")]
    [InlineData("features: up, max: 0.05, parameters: { direction: 0 }", "direction 0 is none")]
    public void What_cannot_be_asked_is_undefined(string keys, string reason)
    {
        using TestRun run = Run($"- {{ metric: monotonicity_violation, {keys} }}");
        Assert.Contains(reason, run.Finding().Undefined!, StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, run.Finding().Verdict);
    }

    [Fact]
    public void Of_predictions_nothing_can_be_asked()
    {
        using TestRun run = new("""
            version: 1
            name: dependence
            task: binary_classification
            data: { source: d.csv, label: y, features: { include: [up, down] } }
            model: { predictions: { score: up } }
            conditions: [{ metric: monotonicity_violation, features: up, max: 0.05 }]
            """, ("d.csv", Rows()));
        Assert.Equal("there are predictions and no model that could be asked", run.Finding().Undefined);
    }

    [Fact]
    public void More_rows_than_a_thousand_are_thinned_unless_the_policy_says_how_many()
    {
        string[] lines = Rows().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string csv = string.Join('\n', lines.Take(1).Concat(Enumerable.Repeat(lines.Skip(1), 3).SelectMany(row => row))) + "\n";
        GateResult Of(string explain)
        {
            using TestRun run = new($$"""
                version: 1
                name: dependence
                task: binary_classification
                data: { source: d.csv, label: y, split: { test: 0.5 }, shared_rows: allow }
                model: { train: { algorithm: logistic_regression } }
                explain: { method: shap{{explain}} }
                conditions: [{ metric: monotonicity_violation, features: up, max: 0.05 }]
                """, ("d.csv", csv));
            return run.Execute();
        }
        Assert.Equal((1000L, 1000L), (Of("").Dependence!.Rows, Of("").Findings[0].Rows));
        Assert.Equal(700L, Of(", max_rows: 700").Dependence!.Rows);
        Assert.Equal(1200L, Of(", max_rows: 5000").Dependence!.Rows);
    }

    [Fact]
    public void The_result_has_curves_of_the_columns_that_add_most_and_of_rows_only_quantiles()
    {
        using TestRun run = Run("- { metric: accuracy, min: 0.3 }", "explain: { method: shap }", "algorithm: decision_tree, max_depth: 5");
        DependenceFacts facts = run.Execute().Dependence!;
        Assert.Equal(("score", 400L), (facts.Output, facts.Rows));
        Assert.Equal(run.Execute().Attribution!.Features.Take(3).Select(one => one.Feature),
            facts.Columns.Take(3).Select(one => one.Feature));
        foreach (DependenceFact fact in facts.Columns)
        {
            Assert.Equal(fact.Labels.Count, fact.Mean.Count);
            for (int i = 0; i < fact.Mean.Count; i++) Assert.True(fact.Low[i] <= fact.High[i]);
            Assert.Equal(fact.Numbers is null, fact.Accumulated is null);
            Assert.Equal(fact.Edges?.Count, fact.Accumulated?.Count);
        }
        Assert.True(facts.Pairs.Zip(facts.Pairs.Skip(1)).All(pair => pair.First.SquaredH >= pair.Second.SquaredH));
        Assert.Equal((facts.Pairs[0].First, facts.Pairs[0].Second), (facts.Map!.Down, facts.Map.Across));
        Assert.Equal(facts.Map.DownValues.Count, facts.Map.Means.Count);
        using TestRun plain = Run("- { metric: accuracy, min: 0.3 }");
        Assert.Null(plain.Execute().Dependence);
    }
}
