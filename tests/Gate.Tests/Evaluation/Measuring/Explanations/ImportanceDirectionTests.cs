using System.Globalization;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Measuring.Explanations;

public sealed class ImportanceDirectionTests
{
    private static readonly string Rows = "x,noise,y\n" + string.Concat(Enumerable.Range(0, 400)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{i * 37 % 101},{(i > 200 ? 1 : 0)}\n")));

    /// <summary>Shuffling what the model lives on makes it worse: a score falls, a loss rises, and both count as important.</summary>
    [Theory]
    [InlineData("roc_auc")]
    [InlineData("log_loss")]
    [InlineData("zero_one_loss")]
    public void What_the_model_lives_on_is_important_by_scores_and_by_losses(string metric)
    {
        using TestRun run = new($$"""
            version: 1
            name: importance
            task: binary_classification
            data: { source: d.csv, label: y, split: { test: 0.5 } }
            model: { train: { algorithm: logistic_regression } }
            explain: { metric: {{metric}} }
            conditions: [{ metric: accuracy, level: inform }]
            """, ("d.csv", Rows));
        ImportanceFact first = run.Execute().Importance!.Features[0];
        Assert.Equal("x", first.Feature);
        Assert.True(first.Mean > 0.1, $"{first.Mean}");
    }
}
