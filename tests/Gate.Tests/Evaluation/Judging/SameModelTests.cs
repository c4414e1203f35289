using System.Globalization;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Judging;

/// <summary>A difference that is certain is decided without an interval, and the sentence says why it is certain.</summary>
public sealed class SameModelTests
{
    private static readonly string Rows = "x,y,p,q\n" + string.Concat(Enumerable.Range(0, 200).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{i * 37 % 211},{i * 37 % 211 / 106},{i % 2},{i % 2}\n")));

    private static Finding Of(string model, string baseline, string condition)
    {
        using TestRun run = new($$"""
            version: 1
            task: binary_classification
            data: { source: d.csv, label: y, features: { include: [x] }, split: { test: 0.4 } }
            model: { {{model}} }
            baseline: { {{baseline}} }
            explain: false
            conditions: [{ {{condition}} }]
            """, ("d.csv", Rows));
        return run.Finding();
    }

    [Theory]
    [InlineData("accuracy")]
    [InlineData("log_loss")]
    [InlineData("f1")]
    public void One_model_twice_keeps_the_strictest_bound(string metric)
    {
        Finding finding = Of("train: { algorithm: decision_tree }", "train: { algorithm: decision_tree }",
            $"metric: {metric}, max_regression: 0");
        Assert.Equal((Outcome.Satisfied, Verdict.Pass), (finding.Outcome, finding.Verdict));
        Assert.Contains("it may be at most 0 worse and it does: it is the baseline's own model", finding.Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Other_models_that_agree_on_all_rows_do_not()
    {
        Finding finding = Of("predictions: { prediction: p }", "predictions: { prediction: q }", "metric: accuracy, max_regression: 0");
        Assert.Equal(Outcome.Inconclusive, finding.Outcome);
        Assert.Contains("and the interval lies on both sides of it", finding.Sentence, StringComparison.Ordinal);
    }
}
