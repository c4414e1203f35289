using Gate.Data;
using Gate.Models;
using Gate.Models.LightGbm.Training;
using Gate.Models.Serialization;

namespace Gate.Tests.Models.LightGbm.Training;

/// <summary>Training that ends when a part of the training rows says so.</summary>
public sealed class EarlyStopping
{
    private static TrainingData Noise()
    {
        // A weak signal: after some iterations trees follow single rows.
        var random = new Random(3);
        TrainingData data = TrainingRows.Binary(1200);
        return data with { Labels = Array.ConvertAll(data.Labels!, label => random.Next(3) == 0 ? 1 - label : label) };
    }

    private static (IModel Model, List<TrainingProgress> Told) Fit(TrainingData data, params (string, object?)[] parameters)
    {
        var told = new List<TrainingProgress>();
        IModel model = TestData.Learner("lightgbm", [("learning_rate", 0.3), ("num_iterations", 200), .. parameters])
            .Fit(data with { Progress = told.Add });
        return (model, told);
    }

    [LightGbmTheory]
    [InlineData("auc", 1)]
    [InlineData("binary_logloss", -1)]
    [InlineData(null, -1)]
    public void Keeps_the_iterations_up_to_the_best_value_of_the_metric(string? metric, int sign)
    {
        (IModel model, List<TrainingProgress> told) = Fit(Noise(), ("early_stopping_round", 7), ("metric", metric));
        Assert.All(told, progress => Assert.Equal((metric ?? "binary_logloss", 200), (progress.Metric, progress.Rounds)));
        int best = told.MaxBy(progress => sign * progress.Value)!.Round;
        Assert.InRange(best, 2, 190);
        Assert.Equal(best + 7, told.Count);
        Assert.Equal(best, ((ITreeModel)model).Trees.Count);
        Assert.StartsWith("120 of the training rows, ", model.Facts.Single(fact => fact.Key == "validation part").Value,
            StringComparison.Ordinal);
    }

    [LightGbmFact]
    public void Does_not_stop_and_keeps_no_rows_back_unless_it_is_asked_for()
    {
        (IModel model, List<TrainingProgress> told) = Fit(Noise());
        Assert.Equal((200, 200), (told.Count, ((ITreeModel)model).Trees.Count));
        Assert.All(told, progress => Assert.Null(progress.Metric));
        Assert.DoesNotContain(model.Facts, fact => fact.Key == "validation part");
    }

    [LightGbmFact]
    public void A_least_improvement_ends_it_sooner()
    {
        int rounds = Fit(Noise(), ("early_stopping_round", 3)).Told.Count;
        Assert.True(Fit(Noise(), ("early_stopping_round", 3), ("early_stopping_min_delta", 0.02)).Told.Count < rounds);
    }

    [LightGbmFact]
    public void The_part_is_drawn_by_the_seed_and_has_the_classes_shares()
    {
        TrainingTarget target = Target([.. Enumerable.Range(0, 1000).Select(row => row % 10 == 0 ? 1f : 0)]);
        RowSplit parts = ValidationPart.Of(target, 0.2, seed: 4);
        Assert.Equal(200, parts.Test.Length);
        Assert.Equal(20, parts.Test.Count(row => target.Labels[row] == 1));
        Assert.Equal(Enumerable.Range(0, 1000), parts.Train.Concat(parts.Test).Order());
        Assert.Equal(parts.Test, ValidationPart.Of(target, 0.2, seed: 4).Test);
        Assert.NotEqual(parts.Test, ValidationPart.Of(target, 0.2, seed: 5).Test);
    }

    private static TrainingTarget Target(float[] labels) => new(labels, null, null, [0, 1]);

    [LightGbmFact]
    public void Rows_that_are_kept_back_teach_nothing()
    {
        TrainingData data = TrainingRows.Of(TaskType.Regression, 0, 600);
        RowSplit parts = ValidationPart.Of(new([.. data.Targets!.Select(value => (float)value)], null, null, []), 0.25, seed: 0);
        string Digest(int changed)
        {
            double[] targets = [.. data.Targets!];
            targets[changed] += 100;
            return ((IDigestedModel)TestData.Learner("lightgbm", ("early_stopping_round", 5), ("validation_fraction", 0.25),
                ("num_iterations", 1)).Fit(data with { Targets = targets })).Digest;
        }
        Assert.Equal(Digest(parts.Test[0]), Digest(parts.Test[^1]));
        Assert.NotEqual(Digest(parts.Test[0]), Digest(parts.Train[0]));
    }

    [LightGbmFact]
    public void Can_be_stopped_between_two_iterations()
    {
        using var stop = new CancellationTokenSource();
        int rounds = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => TestData.Learner("lightgbm").Fit(TrainingRows.Binary(300) with
        {
            Progress = _ =>
            {
                if (++rounds == 3) stop.Cancel();
            },
        }, stop.Token));
        Assert.Equal(3, rounds);
    }
}
