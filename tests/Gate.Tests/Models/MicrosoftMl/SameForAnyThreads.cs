using Gate.Data;
using Gate.Models;
using Gate.Models.Serialization;
using Rows = Gate.Tests.Models.LightGbm.TrainingRows;

namespace Gate.Tests.Models.MicrosoftMl;

/// <summary>Byte for byte the same model with one, two and four threads; enough rows that several work.</summary>
public sealed class SameForAnyThreads
{
    [Theory]
    [InlineData("fast_tree", TaskType.BinaryClassification, true)]
    [InlineData("fast_tree", TaskType.MulticlassClassification, false)]
    [InlineData("fast_tree", TaskType.Regression, true)]
    [InlineData("fast_forest", TaskType.BinaryClassification, true)]
    [InlineData("fast_forest", TaskType.Regression, false)]
    [InlineData("gam", TaskType.BinaryClassification, false)]
    [InlineData("gam", TaskType.Regression, false)]
    public void The_digest(string name, TaskType task, bool weighted)
    {
        // So many that several threads work: nine slots, above Fitting's limit of small tables.
        const int Count = 30_000;
        var random = new Random(8);
        TrainingData data = Rows.Of(task, task == TaskType.MulticlassClassification ? 3 : 2, Count) with
        {
            Weights = weighted ? [.. Enumerable.Range(0, Count).Select(_ => 0.1 + random.NextDouble())] : null,
        };
        ILearner learner = name == "gam" ? TestData.Learner("gam", ("number_of_iterations", 20))
            : TestData.Learner(name, ("number_of_trees", 6), ("bagging_example_fraction", 0.7), ("feature_fraction", 0.7), ("seed", 11));
        string Digest(int threads) => ((IDigestedModel)learner.Fit(data with { Threads = threads })).Digest;
        string one = Digest(1);
        Assert.Equal(one, Digest(2));
        Assert.Equal(one, Digest(4));
    }

    [Fact]
    public void Another_seed_draws_other_rows_and_features()
    {
        TrainingData data = Rows.Binary(500);
        string Digest(int seed) => ((IDigestedModel)TestData.Learner("fast_forest", ("seed", seed)).Fit(data)).Digest;
        Assert.Equal(Digest(4), Digest(4));
        Assert.NotEqual(Digest(4), Digest(5));
    }
}
