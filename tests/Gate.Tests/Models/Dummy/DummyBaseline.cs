using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Models.Dummy;

public class DummyBaseline
{
    private static readonly NumericColumn X = TestData.Numbers("x", 1, 2, 3, 4);

    [Fact]
    public void Predicts_the_shares_of_the_classes()
    {
        IModel model = TestData.Learner("dummy").Fit(TestData.Binary([0, 1, 0, 0], X));
        Assert.Equal([0.25, 0.25], model.Score(new Table([X]).Take([0, 1])));
    }

    [Fact]
    public void Counts_weights()
    {
        TrainingData data = new(TaskType.MulticlassClassification, new Table([X]), ["a", "b", "c"], [0, 1, 2, 1], null, [1, 2, 5, 2]);
        Assert.Equal([0.1, 0.4, 0.5], TestData.Learner("dummy").Fit(data).Score(new Table([X]).Take([0])));
        Assert.Equal([0, 0, 1], TestData.Learner("dummy", ("strategy", "most_frequent")).Fit(data).Score(new Table([X]).Take([0])));
    }

    [Fact]
    public void Predicts_the_mean_of_numbers()
    {
        TrainingData data = TestData.Regression([1, 2, 3, 10], X) with { Weights = [1, 1, 1, 3] };
        Assert.Equal([6], TestData.Learner("dummy").Fit(data).Score(new Table([X]).Take([3])));
    }

    [Fact]
    public void Uses_no_feature_and_needs_none_that_varies()
    {
        IModel model = TestData.Learner("dummy").Fit(TestData.Binary([0, 1], TestData.Numbers("k", 1, 1)));
        Assert.Equal(["k"], model.Features);
        Assert.Empty(((IUsesFeatures)model).UsedFeatures);
    }
}
