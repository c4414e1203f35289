using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Attributions;

/// <summary>Why groups differ: the gap between their mean outputs, shared out among the columns.</summary>
public sealed class AttributionGapTests
{
    /// <summary>x is higher in group a and decides y; z is noise; s separates two halves of the rows.</summary>
    private static readonly string Rows = "x,z,g,s,w,y\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
        string.Create(CultureInfo.InvariantCulture,
            $"{i * 37 % 100 + (i % 3 == 0 ? 30 : 0)},{i * 61 % 97},{(i % 3 == 0 ? "a" : "b")},{(i % 2 == 0 ? "u" : "v")},"
            + $"{1 + i % 4},{(i * 37 % 100 + (i % 3 == 0 ? 30 : 0) + i * 13 % 20 > 75 ? 1 : 0)}\n")));

    private static TestRun Run(string conditions, string more = "", string data = "", string model = "algorithm: logistic_regression") =>
        new($$"""
            version: 1
            name: gaps
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [g, s], features: { exclude: [w] }, split: { test: 0.5 } {{data}} }
            model: { train: { {{model}} } }
            {{more}}
            conditions:
            {{conditions}}
            """, ("d.csv", Rows));

    [Theory]
    [InlineData("x", "max: 50", Verdict.Pass)]
    [InlineData("x", "max: 0.5", Verdict.Fail)]
    [InlineData("z", "max: 0.5", Verdict.Pass)]
    [InlineData("[x, z]", "max: 0.5", Verdict.Fail)]
    [InlineData("s", "max: 0.001", Verdict.Pass)]
    public void A_gap_is_judged_with_its_interval(string columns, string bound, Verdict verdict)
    {
        using TestRun run = Run($"- {{ metric: attribution_gap, by: g, features: {columns}, {bound} }}");
        Finding finding = run.Finding();
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(("margin", columns == "s" ? null : "mean_attribution"), (finding.Unit, finding.GroupMetric));
        if (columns == "x") Assert.InRange(finding.Estimate!.Value, finding.Interval!.Low, finding.Interval.High);
    }

    [Fact]
    public void It_says_which_group_is_put_below_which_and_by_how_much()
    {
        using TestRun run = Run("- { metric: attribution_gap, by: g, features: x, max: 0.5 }");
        Finding finding = run.Finding();
        Assert.StartsWith("x puts g = b below g = a by", finding.Brief, StringComparison.Ordinal);
        Assert.StartsWith("attribution_gap of x by g is", finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("Lowest mean_attribution: g = b", finding.Sentence, StringComparison.Ordinal);
        Assert.Equal("attribution_gap-of-x-by-g", finding.Id);
        // The groups are those of the condition: their means differ by the estimate.
        Assert.Equal(finding.Estimate!.Value, finding.Groups[0].Estimate!.Value - finding.Groups[1].Estimate!.Value, 1e-12);
    }

    /// <summary>The contributions add up to the gap of the model's own outputs.</summary>
    [Fact]
    public void Contributions_add_up_to_the_gap_of_mean_outputs()
    {
        using TestRun run = Run("- { metric: accuracy, min: 0.5 }", "explain: { method: shap }");
        AttributionFacts facts = run.Execute().Attribution!;
        Assert.Equal(["g", "s"], facts.Gaps.Select(gaps => gaps.By));
        GapFacts gaps = facts.Gaps[0];
        GapFact gap = Assert.Single(gaps.Groups);
        Assert.Equal(("b", "a", 300L), (gaps.Reference, gap.Group, gaps.Rows + gap.Rows));
        Assert.Equal(gap.Gap, gap.Columns.Sum(column => column.Difference), 1e-9);
        Assert.Equal("x", gap.Columns[0].Feature);
        Assert.True(gap.Gap > 0.5);
        Assert.InRange(gap.Gap, gap.Interval!.Low, gap.Interval.High);
        Assert.InRange(gap.Columns[0].Difference, gap.Columns[0].Interval!.Low, gap.Columns[0].Interval!.High);
        // The same from the means of each group, as the other table has them.
        for (int i = 0; i < facts.Features.Count; i++)
            Assert.Equal(facts.Groups[0].Means[i] - facts.Groups[1].Means[i],
                gap.Columns.Single(column => column.Feature == facts.Features[i].Feature).Difference, 1e-9);
        Assert.Equal(facts.BaseValues[0] + facts.Groups[1].Means.Sum(), gaps.Mean, 1e-9);
    }

    [Fact]
    public void Weights_and_slices_count()
    {
        using TestRun plain = Run("- { metric: attribution_gap, by: g, features: x, max: 5 }"),
            weighted = Run("- { metric: attribution_gap, by: g, features: x, max: 5 }", data: ", weight: w"),
            sliced = Run("- { metric: attribution_gap, by: g, features: x, max: 5, where: \"s = 'u'\" }");
        Finding all = plain.Finding(), half = sliced.Finding();
        Assert.NotEqual(all.Estimate, weighted.Finding().Estimate);
        Assert.NotEqual(all.Estimate, half.Estimate);
        Assert.InRange(half.Rows, 100, 200);
        using TestRun empty = Run("- { metric: attribution_gap, by: g, features: x, max: 5, where: \"s = 'w'\" }");
        Assert.Contains("no explained row is in the slice", empty.Finding().Undefined, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_are_compared_within_levels_and_with_a_reference_as_by_any_metric()
    {
        using TestRun control = Run("- { metric: attribution_gap, by: g, control: s, features: x, max: 0.5 }"),
            reference = Run("- { metric: attribution_gap, by: g, method: to_reference, reference: a, features: x, max: 0.5 }"),
            floor = Run("- { metric: attribution_gap, by: g, features: x, max: 0.5, evidence: { min_count: 150 } }");
        Assert.Equal((4, Verdict.Fail), (control.Finding().Groups.Count, control.Finding().Verdict));
        Assert.Equal(("to_reference", "a", Verdict.Fail),
            (reference.Finding().Method, reference.Finding().Reference, reference.Finding().Verdict));
        Assert.Contains("only one group takes part", floor.Finding().Undefined!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("algorithm: logistic_regression", Verdict.Pass)]
    [InlineData("algorithm: dummy", Verdict.Fail)]
    public void Against_the_baseline_the_same_rows_are_compared(string baseline, Verdict verdict)
    {
        using TestRun run = Run("- { metric: attribution_gap, by: g, features: x, max_regression: 0.5 }",
            $"baseline: {{ train: {{ {baseline} }} }}");
        Finding finding = run.Finding();
        Assert.Equal(verdict, finding.Verdict);
        if (verdict == Verdict.Pass) Assert.Equal(0, finding.Regression!.Estimate!.Value, 1e-12);
    }

    [Fact]
    public void A_baseline_whose_output_is_another_is_not_compared()
    {
        using TestRun run = Run("- { metric: attribution_gap, by: g, features: x, max_regression: 0.5 }",
            "baseline: { predictions: { prediction: w, source: p.csv } }");
        run.Folder.Write("p.csv", "w\n" + string.Concat(Enumerable.Repeat("1\n", 600)));
        Assert.Contains("the baseline is predictions", run.Finding().Regression!.Undefined!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- { metric: attribution_gap, features: x, max: 0.5 }", "exists between groups only")]
    [InlineData("- { metric: attribution_gap, by: g, max: 0.5 }", "is asked of columns: 'features: [column]'")]
    [InlineData("- { metric: attribution_gap, by: g, features: x, min: 0.5 }", "is better the smaller it is")]
    [InlineData("- { metric: attribution_gap, by: g, features: x, compare: ratio, max: 0.5 }", "says in its name how groups are compared")]
    public void What_has_no_meaning_is_refused(string condition, string problem)
    {
        using TestRun run = Run(condition);
        Assert.Contains(problem, Assert.Throws<PolicyException>(() => run.Inputs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_nobody_has_is_undefined()
    {
        using TestRun run = Run("- { metric: attribution_gap, by: g, features: xx, max: 0.5 }");
        Assert.Contains("has a column 'xx'", run.Finding().Undefined, StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, run.Finding().Verdict);
    }

    /// <summary>With the decision as output the gap is that of the selection rates, and with the probability that of the mean
    /// scores.</summary>
    [Theory]
    [InlineData("algorithm: logistic_regression", "linear_interventional")]
    [InlineData("algorithm: decision_tree, max_depth: 4", "tree_interventional")]
    public void The_gap_of_the_selection_rate_is_shared_out_exactly(string model, string method)
    {
        using TestRun decision = Run("- { metric: accuracy, min: 0.2 }", "explain: { method: shap, output: decision, background: 30 }",
            model: model), score = Run("- { metric: accuracy, min: 0.2 }",
            "explain: { method: shap, output: probability, background: 30 }", model: model);
        foreach ((TestRun run, string metric, string output) in ((TestRun, string, string)[])
            [(decision, "selection_rate", "decision"), (score, "mean_score", "probability")])
        {
            GateResult result = run.Execute();
            AttributionFacts facts = result.Attribution!;
            Assert.Equal((method, output, 300L), (facts.Method, facts.Output, facts.Rows));
            Assert.InRange(facts.AdditivityError, 0, 1e-9);
            double Of(string group) => result.Frames[0].Groups.Single(one => one.Label == group).Metrics
                .Single(one => one.Metric == metric).Estimate!.Value;
            GapFact gap = facts.Gaps[0].Groups[0];
            Assert.Equal(Of("a") - Of("b"), gap.Gap, 1e-9);
            Assert.Equal(gap.Gap, gap.Columns.Sum(column => column.Difference), 1e-9);
            Assert.Equal(Of("b"), facts.Gaps[0].Mean, 1e-9);
        }
    }

    [Fact]
    public void A_gap_of_decisions_is_a_share()
    {
        using TestRun run = Run("- { metric: attribution_gap, by: g, features: x, max: 0.9 }",
            "explain: { method: shap, output: decision, background: 30 }");
        Assert.Equal(("share", Verdict.Pass), (run.Finding().Unit, run.Finding().Verdict));
    }

    [Theory]
    [InlineData("explain: { output: decision }", "has no meaning for 'method: permutation'")]
    [InlineData("explain: { method: shap, output: decisions }", "decision")]
    public void An_output_is_one_of_shap(string explain, string problem)
    {
        using TestRun run = Run("- { metric: accuracy, min: 0.2 }", explain);
        Assert.Contains(problem, Assert.Throws<PolicyException>(() => run.Inputs).Message, StringComparison.Ordinal);
    }
}
