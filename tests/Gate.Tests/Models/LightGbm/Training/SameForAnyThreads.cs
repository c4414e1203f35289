using System.Text;
using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Models.LightGbm.Training;

/// <summary>Byte for byte the same model with one, two and four threads; enough rows that several work.</summary>
public sealed class SameForAnyThreads
{
    [LightGbmTheory]
    [InlineData(false, "binary")]
    [InlineData(true, "binary")]
    [InlineData(true, "multiclass")]
    [InlineData(true, "regression")]
    [InlineData(true, "regression_l1")]
    public void The_model_and_its_text(bool weighted, string objective)
    {
        TaskType task = objective switch
        {
            "binary" => TaskType.BinaryClassification,
            "multiclass" => TaskType.MulticlassClassification,
            _ => TaskType.Regression,
        };
        const int Rows = 100_000;
        var random = new Random(8);
        TrainingData data = TrainingRows.Of(task, task == TaskType.MulticlassClassification ? 3 : 2, Rows) with
        {
            Weights = weighted ? [.. Enumerable.Range(0, Rows).Select(_ => 0.1 + random.NextDouble())] : null,
        };
        ILearner learner = TestData.Learner("lightgbm", ("objective", objective), ("num_iterations", 12), ("bagging_freq", 2),
            ("bagging_fraction", 0.7), ("feature_fraction", 0.7), ("seed", 11), ("early_stopping_round", 5));
        string Text(int threads) => Encoding.UTF8.GetString(((IOwnFormat)learner.Fit(data with { Threads = threads })).OwnBytes.Span);
        string one = Text(1);
        Assert.Contains("[num_threads: 0]", one, StringComparison.Ordinal);
        Assert.Equal(one, Text(2));
        Assert.Equal(one, Text(4));
    }
}
