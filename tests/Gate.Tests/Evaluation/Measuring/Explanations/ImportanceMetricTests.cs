using System.Globalization;
using Gate.Evaluation.Measuring.Explanations;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Explanations;

/// <summary>By which metric importance is measured, and where it is not measured at all.</summary>
public sealed class ImportanceMetricTests
{
    private static readonly string rows = "x,noise,y,k,one,h\n" + string.Concat(Enumerable.Range(0, 120).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"{i},{i * 37 % 101},{((i * 37 % 101 > 50) ^ (i % 5 == 0) ? 1 : 0)},{"abc"[i * 37 % 101 / 34]},{(i % 2 == 0 ? i / 2 % 2 : 1)},")
        + (i % 2 == 0 ? "train\n" : "test\n")));

    private static TestRun Run(string task, string label, string explain = "",
        string train = "algorithm: decision_tree", string more = "") => new($$"""
        version: 1
        name: importance
        task: {{task}}
        data: { source: d.csv, label: {{label}}, features: { include: [x, noise] }, split: { column: h }, shared_rows: allow }
        model: { train: { {{train}} } {{more}} }
        {{explain}}
        conditions: [{ metric: count, level: inform, evidence: { min_count: 1 } }]
        """, ("d.csv", rows));

    [Theory]
    [InlineData("binary_classification", "y", "roc_auc")]
    [InlineData("binary_classification", "one", "accuracy")]
    [InlineData("multiclass_classification", "k", "accuracy")]
    [InlineData("regression", "y", "r2")]
    public void Each_task_has_its_metric_and_one_class_alone_no_area(string task, string label, string metric)
    {
        using TestRun run = Run(task, label, train: task == "regression" ? "algorithm: linear_regression" : "algorithm: decision_tree");
        ImportanceFacts facts = run.Execute().Importance!;
        Assert.Equal(("permutation", metric, 5, 60L), (facts.Method, facts.Metric, facts.Repeats, facts.Rows));
        Assert.Contains("measuring feature importance", run.Stages);
    }

    [Fact]
    public void A_metric_that_is_undefined_on_these_rows_is_refused_with_a_remedy()
    {
        using TestRun run = Run("binary_classification", "one", "explain: { metric: roc_auc }");
        string message = Assert.Throws<ModelException>(() => run.Execute()).Message;
        Assert.StartsWith("feature importance by roc_auc is undefined: ", message, StringComparison.Ordinal);
        Assert.EndsWith("; name another metric in explain.metric, or switch it off with explain: false", message, StringComparison.Ordinal);
    }

    /// <summary>At a threshold that nothing reaches every row is negative, whatever is shuffled; scores do not ask for it.</summary>
    [Fact]
    public void Classes_are_those_of_the_policys_threshold()
    {
        double Largest(string metric, string threshold)
        {
            using TestRun run = Run("binary_classification", "y", $"explain: {{ metric: {metric} }}",
                "algorithm: decision_tree, max_depth: 1", $", threshold: {threshold}");
            return run.Execute().Importance!.Features.Max(feature => feature.Mean);
        }
        Assert.True(Largest("accuracy", "0.5") > 0.1);
        Assert.Equal(0, Largest("accuracy", "1"));
        Assert.Equal(Largest("roc_auc", "0.5"), Largest("roc_auc", "1"));
    }

    [Fact]
    public void Nothing_is_measured_where_it_is_switched_off_or_there_is_no_model()
    {
        using TestRun off = Run("binary_classification", "y", "explain: false"), said = Applicants.Run(["{ metric: accuracy, min: 0.1 }"]);
        Assert.Null(off.Execute().Importance);
        Assert.Null(said.Execute().Importance);
        Assert.DoesNotContain("measuring feature importance", off.Stages.Concat(said.Stages));
    }

    [Fact]
    public void No_condition_asks_for_it()
    {
        Assert.Empty(new ImportanceSource().Words);
        var error = Assert.Throws<NotSupportedException>(() => new ImportanceSource().Measure(
            new ConditionSpec { Id = "c", Metric = "importance" }, null!));
        Assert.Equal("no condition asks for 'importance'", error.Message);
    }
}
