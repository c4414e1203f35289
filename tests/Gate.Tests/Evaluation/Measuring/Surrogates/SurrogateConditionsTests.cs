using System.Globalization;
using Gate.Data.Randomness;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Surrogates;

/// <summary>Conditions on how well a small tree says what the candidate says, in whole runs.</summary>
public sealed class SurrogateConditionsTests
{
    /// <summary>In group a one step of x decides, in group b a product of x and z that no small tree follows.</summary>
    private static string Rows()
    {
        var random = new SplitMix64(4);
        return "x,z,g,y\n" + string.Concat(Enumerable.Range(0, 1200).Select(i =>
        {
            (double x, double z) = (random.NextDouble(), random.NextDouble());
            bool a = i % 2 == 0;
            double score = a ? (x > 0.5 ? 4 : -4) : 30 * (x - 0.5) * (z - 0.5);
            return string.Create(CultureInfo.InvariantCulture,
                $"{x:F4},{z:F4},{(a ? "a" : "b")},{(score + 2 * random.NextDouble() - 1 > 0 ? 1 : 0)}\n");
        }));
    }

    private static TestRun Run(string condition, string model = "algorithm: decision_tree, max_depth: 2", string more = "") => new($$"""
        version: 1
        name: surrogates
        task: binary_classification
        data: { source: d.csv, label: y, sensitive: [g], features: { include: [x, z, g] }, split: { test: 0.5, seed: 2 } }
        model: { train: { {{model}} } }
        {{more}}
        conditions:
        {{condition}}
        """, ("d.csv", Rows()));

    /// <summary>A tree of two questions is followed by one of four, but for its smallest leaves, and not by one question.</summary>
    [Fact]
    public void A_small_tree_is_followed_and_one_question_is_not_enough()
    {
        using TestRun four = Run("- { metric: surrogate_fidelity, min: 0.9 }"),
            one = Run("- { metric: surrogate_fidelity, min: 0.99, parameters: { max_depth: 1 } }");
        Assert.InRange(four.Finding().Estimate!.Value, 0.95, 1);
        Assert.Equal((Verdict.Pass, 600L), (four.Finding().Verdict, four.Finding().Rows));
        Assert.Equal(Verdict.Fail, one.Finding().Verdict);
        Assert.InRange(one.Finding().Estimate!.Value, one.Finding().Interval!.Low, one.Finding().Interval!.High);
        Assert.Contains("surrogate_fidelity (max_depth 1)", one.Finding().Sentence, StringComparison.Ordinal);
    }

    /// <summary>The report has the fidelity of a linear surrogate, and that of LightGBM, which is native code, where a condition
    /// asks.</summary>
    [Fact]
    public void The_report_has_the_fidelity_of_other_kinds_overall_and_by_group()
    {
        using TestRun plain = Run("- { metric: surrogate_fidelity, min: 0.9 }"),
            asked = Run("- { metric: lightgbm_surrogate_fidelity, min: 0.9 }");
        OtherSurrogateFacts linear = Assert.Single(plain.Execute().Surrogate!.Others);
        Assert.Equal(("linear_surrogate_fidelity", "a linear model"), (linear.Metric, linear.What));
        Assert.InRange(linear.Fidelity!.Value, linear.Interval!.Low, linear.Interval.High);
        Assert.Equal([("g", "a"), ("g", "b")], linear.Groups.Select(group => (group.By, group.Group)));
        Assert.Equal(600, linear.Groups.Sum(group => group.Rows));
        GateResult result = asked.Execute();
        Assert.Equal(["linear_surrogate_fidelity", "lightgbm_surrogate_fidelity"], result.Surrogate!.Others.Select(one => one.Metric));
        Assert.Equal(result.Findings[0].Estimate, result.Surrogate.Others[1].Fidelity);
        Assert.True(result.Surrogate.Others[1].Fidelity > result.Surrogate.Others[0].Fidelity);
    }

    /// <summary>A linear model is followed by a linear surrogate and by no few questions; a step is not, and LightGBM follows
    /// both.</summary>
    [Fact]
    public void Surrogates_of_other_kinds_follow_what_they_can()
    {
        double Of(string metric, string model)
        {
            using TestRun run = Run($"- {{ metric: {metric}, min: 0.9 }}", model);
            Finding finding = run.Finding();
            Assert.InRange(finding.Estimate!.Value, finding.Interval!.Low, finding.Interval.High);
            Assert.StartsWith(metric, finding.Sentence, StringComparison.Ordinal);
            return finding.Estimate.Value;
        }
        const string linear = "algorithm: logistic_regression", steps = "algorithm: decision_tree, max_depth: 2";
        Assert.InRange(Of("linear_surrogate_fidelity", linear), 0.97, 1);
        Assert.InRange(Of("elastic_net_surrogate_fidelity", linear), 0.96, Of("linear_surrogate_fidelity", linear));
        Assert.True(Of("linear_surrogate_fidelity", steps) < 0.9);
        Assert.InRange(Of("surrogate_fidelity", steps), 0.95, 1);
        Assert.InRange(Of("lightgbm_surrogate_fidelity", linear), 0.95, 1);
        Assert.InRange(Of("lightgbm_surrogate_fidelity", steps), 0.95, 1);
    }

    [Fact]
    public void Each_group_can_be_asked_for()
    {
        using TestRun run = Run("- { metric: surrogate_fidelity, by: g, compare: group_min, min: 0.9, decide_on: point, "
            + "parameters: { max_depth: 2 } }", "algorithm: decision_tree, max_depth: 8");
        Finding finding = run.Finding();
        Assert.Equal(("b", Verdict.Fail, "surrogate_fidelity"), (finding.DecidedBy, finding.Verdict, finding.GroupMetric));
        Assert.True(finding.Groups.Single(group => group.Label == "a").Estimate > finding.Groups.Single(group => group.Label == "b")
            .Estimate + 0.2);
        using TestRun slice = Run("- { metric: surrogate_fidelity, min: 0.9, where: x > 0.9 }");
        Assert.InRange(slice.Finding().Rows, 30, 120);
    }

    [Fact]
    public void The_result_has_the_tree_and_its_fidelity_by_group()
    {
        using TestRun run = Run("- { metric: accuracy, min: 0.2 }", more: "explain: { method: shap }"),
            plain = Run("- { metric: accuracy, min: 0.2 }");
        Assert.Null(plain.Execute().Surrogate);
        SurrogateFacts facts = run.Execute().Surrogate!;
        Assert.Equal((4, 600L, 600L), (facts.MaxDepth, facts.LearnedRows, facts.Rows));
        Assert.InRange(facts.Fidelity!.Value, 0.95, 1);
        Assert.Equal(["a", "b"], facts.Groups.Select(group => group.Group));
        Assert.Equal(600, facts.Tree.Children.Sum(child => child.Rows));
        Assert.Contains(facts.Tree.Children[0].Text, (string[])["g ≠ b", "g ≠ a", "x ≤ " + facts.Tree.Children[0].Text[4..]]);
    }

    [Theory]
    [InlineData("algorithm: dummy", "says the same of all training rows")]
    public void What_cannot_teach_says_why(string model, string reason)
    {
        using TestRun run = Run("- { metric: surrogate_fidelity, min: 0.9 }", model);
        Assert.Contains(reason, run.Finding().Undefined!, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_have_no_model_that_could_teach()
    {
        using TestRun run = new("""
            version: 1
            name: surrogates
            task: binary_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: surrogate_fidelity, min: 0.9 }]
            """, ("d.csv", "y,p\n1,1\n0,0\n1,0\n0,1\n"));
        Assert.Contains("no model that could teach", run.Finding().Undefined!, StringComparison.Ordinal);
    }
}
