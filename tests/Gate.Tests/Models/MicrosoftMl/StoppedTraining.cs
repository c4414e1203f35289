using Gate.Data;
using Gate.Models;
using Gate.Models.MicrosoftMl;
using Gate.Models.MicrosoftMl.Lifting;
using Gate.Models.MicrosoftMl.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using Rows = Gate.Tests.Models.LightGbm.TrainingRows;

namespace Gate.Tests.Models.MicrosoftMl;

/// <summary>Training that is asked to stop: trees do so between two splits.</summary>
public sealed class StoppedTraining
{
    [Theory]
    [InlineData("fast_tree")]
    [InlineData("fast_forest")]
    public void A_run_that_is_stopped_stops_between_two_splits(string learner)
    {
        using var source = new CancellationTokenSource();
        TrainingData data = Rows.Binary(20_000);
        // By a thread of its own: the pool's may all be taken by other tests.
        var stop = new Thread(() =>
        {
            Thread.Sleep(100);
            source.Cancel();
        });
        stop.Start();
        Assert.ThrowsAny<OperationCanceledException>(
            () => TestData.Learner(learner, ("number_of_trees", 100_000)).Fit(data, source.Token));
        stop.Join();
    }

    [Fact]
    public void A_stop_is_not_lost_on_a_trainer_that_has_not_begun()
    {
        using var source = new CancellationTokenSource();
        Grown Grow(Problem problem)
        {
            var trainer = problem.Context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
            {
                FeatureColumnName = TrainingNames.Features, LabelColumnName = TrainingNames.Label, NumberOfTrees = 2,
            });
            source.Cancel();
            problem.Fit(trainer);
            return new(0, []);
        }
        TrainingData data = Rows.Of(TaskType.Regression, 0, 200);
        Assert.ThrowsAny<OperationCanceledException>(
            () => new Fitting(FastTreeLearner.Info, isAdditive: false, isShare: false, Grow).Fit(data, source.Token));
    }
}
