using System.Globalization;
using Gate.Data.Randomness;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring;

/// <summary>Models of several classes explained class by class.</summary>
public sealed class SeveralClasses
{
    private static readonly string[] classes = ["high", "low", "middle"];

    private static string Rows()
    {
        var random = new SplitMix64(4);
        return "x,z,k,g,y\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
        {
            (int x, int z, int k) = (random.NextInt(60) + (i % 3 == 0 ? 20 : 0), random.NextInt(40), random.NextInt(2));
            int score = x + 15 * k + random.NextInt(15);
            return string.Create(CultureInfo.InvariantCulture,
                $"{x},{z},k{k},{(i % 3 == 0 ? "a" : "b")},{(score > 65 ? "high" : score > 35 ? "middle" : "low")}\n");
        }));
    }

    private static TestRun Run(string conditions, string more = "explain: { method: shap }",
        string model = "algorithm: logistic_regression", string report = "title: t") => new($$"""
            version: 1
            name: classes
            task: multiclass_classification
            data: { source: d.csv, label: y, sensitive: [g], split: { test: 0.5 } }
            model: { train: { {{model}} } }
            report: { {{report}} }
            {{more}}
            conditions:
            {{conditions}}
            """, ("d.csv", Rows()));

    private const string Any = "- { metric: accuracy, min: 0.1 }";

    [Fact]
    public void Gaps_are_shared_out_for_each_class()
    {
        using TestRun run = Run(Any);
        AttributionFacts facts = run.Execute().Attribution!;
        Assert.Equal(classes, facts.Gaps.Select(gaps => gaps.Class));
        for (int k = 0; k < 3; k++)
        {
            GapFact gap = Assert.Single(facts.Gaps[k].Groups);
            Assert.Equal(gap.Gap, gap.Columns.Sum(column => column.Difference), 1e-9);
            // The mean over all rows is that of both groups by their rows.
            double all = facts.BaseValues[k] + facts.Features.Sum(feature => feature.Means[k]);
            Assert.Equal(all, facts.Gaps[k].Mean + gap.Gap * gap.Rows / facts.Rows, 1e-9);
        }
        Assert.True(facts.Gaps[0].Groups[0].Gap > 0.2 && facts.Gaps[1].Groups[0].Gap < -0.2);
        Assert.Equal(classes, facts.Swarms.Select(one => one.Class));
        Assert.Null(facts.Swarm);
        Assert.All(facts.Swarms, one => Assert.Equal(facts.Rows, one.Swarm.Columns[0].Counts.Sum()));
    }

    [Fact]
    public void A_condition_names_a_class_or_takes_the_worst()
    {
        Finding[] Of(string conditions)
        {
            using TestRun run = Run(conditions);
            return [.. run.Execute().Findings];
        }
        Finding[] named = Of(string.Join('\n', classes.Select(name =>
            $"- {{ metric: attribution_gap, by: g, features: x, class: {name}, max: 0.5 }}")));
        Finding worst = Of("- { metric: attribution_gap, by: g, features: x, max: 0.5 }")[0];
        Assert.Equal(named.Max(finding => finding.Estimate), worst.Estimate);
        Assert.Equal(named.Max(finding => finding.Interval!.High), worst.Interval!.High);
        // The lower end pays for the choice among three.
        Assert.True(worst.Interval.Low < named.MaxBy(finding => finding.Estimate)!.Interval!.Low);
        string name = named.MaxBy(finding => finding.Estimate)!.Class!;
        Assert.StartsWith($"attribution_gap of x by g (of {name}, the worst of 3 classes) is", worst.Sentence, StringComparison.Ordinal);
        Assert.StartsWith($"attribution_gap of x by g for {classes[0]} is", named[0].Sentence, StringComparison.Ordinal);
        Assert.Equal("attribution_gap-of-high-of-x-by-g", named[0].Id);
        Assert.Equal(Verdict.Fail, worst.Verdict);
    }

    [Theory]
    [InlineData("surrogate_fidelity", "min: 0.1", false)]
    [InlineData("linear_surrogate_fidelity", "min: 0.1", false)]
    [InlineData("surrogate_fidelity", "by: g, compare: group_min, min: 0.1", false)]
    [InlineData("surrogate_fidelity", "by: g, compare: difference, max: 0.9", true)]
    [InlineData("monotonicity_violation", "features: z, max: 0.9", true)]
    public void Surrogates_and_monotonicity_are_asked_of_a_class_or_of_the_worst(string metric, string keys, bool isLargest)
    {
        using TestRun run = Run(string.Join('\n', classes.Select(name => $"- {{ metric: {metric}, class: {name}, {keys} }}")
            .Append($"- {{ metric: {metric}, {keys} }}")), more: "");
        GateResult result = run.Execute();
        Finding[] named = [.. result.Findings.Take(3)];
        Finding worst = result.Findings[3], own = isLargest ? named.MaxBy(finding => finding.Estimate)! : named.MinBy(finding =>
            finding.Estimate)!;
        Assert.Equal(3, named.Select(finding => finding.Estimate).Distinct().Count());
        Assert.Equal(own.Estimate, worst.Estimate);
        Assert.Contains($"(of {own.Class}, the worst of 3 classes)", worst.Sentence, StringComparison.Ordinal);
        // The end on the side of the other classes pays for the choice among three.
        Assert.True(isLargest ? worst.Interval!.Low <= own.Interval!.Low : worst.Interval!.High >= own.Interval!.High);
        Assert.Equal(isLargest ? named.Max(finding => finding.Interval!.High) : named.Min(finding => finding.Interval!.Low),
            isLargest ? worst.Interval.High : worst.Interval.Low);
    }

    [Fact]
    public void The_score_of_a_class_rises_where_that_of_another_falls()
    {
        using TestRun run = Run(string.Join('\n', ((string[])["high", "low"]).Select(name =>
            $"- {{ metric: monotonicity_violation, features: x, class: {name}, max: 0.9 }}")), more: "");
        Assert.Equal([0.0, 1.0], run.Execute().Findings.Select(finding => finding.Estimate!.Value));
    }

    [Fact]
    public void The_report_has_the_tree_that_is_worst_and_the_fidelity_of_each_class()
    {
        using TestRun run = Run(Any);
        SurrogateFacts facts = run.Execute().Surrogate!;
        Assert.Equal(classes, facts.Classes.Select(one => one.Class));
        ClassSurrogateFacts worst = facts.Classes.MinBy(one => one.Fidelity)!;
        Assert.Equal((worst.Class, worst.Fidelity, worst.Interval), (facts.Class, facts.Fidelity, facts.Interval));
        Assert.All(facts.Classes, one => Assert.InRange(one.Fidelity!.Value, one.Interval!.Low, one.Interval.High));
        Assert.Equal(facts.LearnedRows, facts.Tree.Children.Sum(child => child.Rows));
    }

    [Fact]
    public void With_the_baseline_the_same_class_is_compared_and_of_none_the_worst_is_not()
    {
        const string Same = "baseline: { train: { algorithm: logistic_regression } }";
        using TestRun named = Run("- { metric: attribution_gap, by: g, features: x, class: low, max_regression: 0.5 }", Same),
            worst = Run("- { metric: attribution_gap, by: g, features: x, max_regression: 0.5 }", Same);
        Assert.Equal(0, named.Finding().Regression!.Estimate!.Value, 1e-12);
        Assert.Contains("name the class to compare with it", worst.Finding().Regression!.Undefined!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("algorithm: logistic_regression")]
    [InlineData("algorithm: decision_tree, max_depth: 4")]
    public void Scores_of_all_classes_move_so_that_they_add_up_to_1(string model)
    {
        using TestRun run = Run(Any, model: model);
        DependenceFacts facts = run.Execute().Dependence!;
        Assert.Empty(facts.Columns);
        Assert.Equal(classes, facts.Classes.Select(one => one.Class));
        for (int column = 0; column < facts.Classes[0].Columns.Count; column++)
        {
            DependenceFact[] own = [.. facts.Classes.Select(one => one.Columns[column])];
            Assert.Single(own.Select(one => one.Feature).Distinct());
            for (int point = 0; point < own[0].Mean.Count; point++)
            {
                Assert.Equal(1, own.Sum(one => one.Mean[point]), 1e-9);
                Assert.All(own, one => Assert.True(one.Low[point] <= one.High[point]));
            }
            for (int edge = 0; edge < (own[0].Accumulated?.Count ?? 0); edge++)
                Assert.Equal(0, own.Sum(one => one.Accumulated![edge]), 1e-9);
        }
        DependenceFact x = facts.Classes[0].Columns.Single(one => one.Feature == "x"),
            low = facts.Classes[1].Columns.Single(one => one.Feature == "x");
        Assert.True(x.Mean[^1] > x.Mean[0] + 0.3 && low.Mean[^1] < low.Mean[0] - 0.3);
        Assert.True(x.Accumulated![^1] > x.Accumulated[0] && low.Accumulated![^1] < low.Accumulated[0]);
        PairMapFact map = facts.Classes[0].Map!;
        Assert.True(map.Means[0][0] >= 0 && map.Means[^1][^1] <= 1);
    }

    [Theory]
    [InlineData("algorithm: logistic_regression", "softmax", "linear")]
    [InlineData("algorithm: decision_tree, max_depth: 3", "identity", "trees")]
    public void What_if_has_a_margin_and_contributions_for_each_class(string model, string link, string kind)
    {
        using TestRun run = Run(Any, model: model, report: "what_if: true");
        WhatIfFacts facts = run.Execute().WhatIf!;
        Assert.Equal((link, kind, null), (facts.Link, facts.Kind, facts.Threshold));
        Assert.Equal(classes, facts.Classes.Select(one => one.Name));
        Assert.Equal([0, 1, 2], facts.Trees.Select(tree => tree.Class).Concat(facts.Terms.Select(term => term.Class)).Distinct().Order());
        foreach (WhatIfStart start in facts.Starts)
        {
            double[] margins = [.. start.Classes.Select((one, k) => facts.Classes[k].Expected + one.Contributions.Sum())];
            double[] scores = kind == "trees" ? margins : Array.ConvertAll(margins, own => Math.Exp(own) / margins.Sum(Math.Exp));
            for (int k = 0; k < 3; k++) Assert.Equal(scores[k], start.Classes[k].Score, 1e-9);
            Assert.Equal(start.Classes[0].Score, start.Score);
        }
    }

    [Fact]
    public void A_row_has_a_waterfall_for_each_class_the_true_one_before_the_others()
    {
        using TestRun run = Run(Any, "explain: { method: shap, rows: { worst_errors: 3 } }", report: "rows: all");
        GateResult result = run.Execute();
        ExplainedRowFact wrong = result.Rows!.Rows.First(row => row.Why == "among the largest errors");
        Assert.NotEqual(wrong.Label, wrong.Said);
        // The less the true class was given, the larger the error.
        double[] given = [.. result.Rows.Rows.Where(row => row.Why == wrong.Why).Select(row => row.Classes[0].Score!.Value)];
        Assert.True(given.Length == 3 && given[0] < given[2] && given.SequenceEqual(given.Order()));
        Assert.Equal([wrong.Said, wrong.Label], new[] { wrong.Of, wrong.Classes[0].Of });
        Assert.Equal(classes, wrong.Classes.Select(one => one.Of).Append(wrong.Of).Order(StringComparer.Ordinal));
        Assert.Equal(1, wrong.Score!.Value + wrong.Classes.Sum(one => one.Score!.Value), 1e-9);
        Assert.All(wrong.Classes, one =>
            Assert.Equal(one.Total, one.Base + one.Columns.Sum(column => column.Contribution) + one.OthersAdd, 1e-9));
        double[] margins = [wrong.Total, .. wrong.Classes.Select(one => one.Total)];
        Assert.Equal(Math.Exp(margins[1]) / margins.Sum(Math.Exp), wrong.Classes[0].Score!.Value, 1e-9);
    }
}
