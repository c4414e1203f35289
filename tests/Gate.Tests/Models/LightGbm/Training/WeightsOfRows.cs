using Gate.Data;
using Gate.Models;
using Gate.Models.LightGbm.Parameters;
using Gate.Models.LightGbm.Training;
using Gate.Models.Serialization;

namespace Gate.Tests.Models.LightGbm.Training;

/// <summary>Weights of rows and of classes.</summary>
public sealed class WeightsOfRows
{
    private static string Digest(TrainingData data, params (string, object?)[] parameters) =>
        ((IDigestedModel)TestData.Learner("lightgbm", [("num_iterations", 10), .. parameters]).Fit(data)).Digest;

    [LightGbmFact]
    public void A_class_weighs_what_its_rows_would_with_that_weight()
    {
        TrainingData data = TrainingRows.Binary(600);
        TrainingData weighted = data with { Weights = Array.ConvertAll(data.Labels!, label => label == 1 ? 3.0 : 1) };
        Assert.Equal(Digest(weighted), Digest(data, ("class_weight", new Dictionary<string, double> { ["class 1"] = 3 })));
        Assert.NotEqual(Digest(data), Digest(weighted));
    }

    [LightGbmFact]
    public void Balanced_classes_have_the_same_weight_in_all()
    {
        TrainingData data = TestData.Binary([0, 0, 0, 1], TestData.Numbers("x", 1, 2, 3, 4)) with { Weights = [1, 1, 2, 1] };
        BoostingOptions options = BoostingOptions.From(new Dictionary<string, object?> { ["class_weight"] = "balanced" });
        TrainingTarget target = TrainingTarget.Of(data, Objective.Of(options, data.Task), options);
        Assert.Equal([0.625f, 0.625f, 1.25f, 2.5f], target.WeightsOf([0, 1, 2, 3], isTraining: true)!);
        Assert.Equal([1, 1, 2, 1], target.WeightsOf([0, 1, 2, 3], isTraining: false)!);
    }

    [LightGbmFact]
    public void Rows_of_weight_0_count_for_nothing()
    {
        TrainingData data = TrainingRows.Binary(600);
        int[] kept = [.. Enumerable.Range(0, 600).Where(row => row % 5 != 0)];
        TrainingData without = data with { Features = data.Features.Take(kept), Labels = Array.ConvertAll(kept, row => data.Labels![row]) };
        TrainingData zeros = data with { Weights = [.. Enumerable.Range(0, 600).Select(row => row % 5 != 0 ? 1.0 : 0)] };
        ILearner learner = TestData.Learner("lightgbm");
        Assert.Equal(learner.Fit(without).Score(data.Features), learner.Fit(zeros).Score(data.Features));
    }

    [LightGbmTheory]
    [InlineData(1e300, "too large")]
    [InlineData(1e-300, "too small")]
    public void A_weight_that_single_precision_does_not_hold_is_refused(double weight, string expected)
    {
        TrainingData data = TrainingRows.Binary(60);
        data = data with { Weights = [.. Enumerable.Repeat(1.0, 59), weight] };
        Assert.Contains(expected, Assert.Throws<ModelException>(() => Digest(data)).Message, StringComparison.Ordinal);
    }
}
