using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Models.LightGbm.Parameters;

/// <summary>Parameters that do not go together, or not with the data: the message, and which parameter it is about.</summary>
public sealed class RefusedParameters
{
    private static ParameterException Refusal(TrainingData data, params (string, object?)[] parameters) =>
        Assert.Throws<ParameterException>(() => TestData.Learner("lightgbm", parameters).Fit(data));

    private static readonly TrainingData binary = TrainingRows.Binary(60);

    [LightGbmFact]
    public void LightGBMs_own_message_without_the_place_in_its_source()
    {
        ParameterException refusal = Refusal(binary, ("learning_rate", 0.0), ("num_leaves", 7));
        Assert.Equal(("learning_rate", "LightGBM: Check failed: (learning_rate) > (0.0)"), (refusal.Parameter, refusal.Message));
        refusal = Refusal(binary, ("data_sample_strategy", "goss"), ("bagging_freq", 1), ("bagging_fraction", 0.5));
        Assert.Equal((null, "LightGBM: Cannot use bagging in GOSS"), (refusal.Parameter, refusal.Message));
        refusal = Refusal(binary, ("is_unbalance", true), ("scale_pos_weight", 2.0));
        Assert.Equal("scale_pos_weight", refusal.Parameter);
    }

    [LightGbmTheory]
    [InlineData("poisson", TaskType.BinaryClassification)]
    [InlineData("binary", TaskType.Regression)]
    [InlineData("binary", TaskType.MulticlassClassification)]
    [InlineData("multiclass", TaskType.BinaryClassification)]
    public void An_objective_of_another_task(string objective, TaskType task) =>
        Assert.Equal("objective", Refusal(TrainingRows.Of(task, 2, 60), ("objective", objective)).Parameter);

    [LightGbmTheory]
    [InlineData("rmse", TaskType.BinaryClassification)]
    [InlineData("auc", TaskType.Regression)]
    [InlineData("auc", TaskType.MulticlassClassification)]
    public void A_metric_of_another_task(string metric, TaskType task) =>
        Assert.Equal("metric", Refusal(TrainingRows.Of(task, 2, 60), ("metric", metric)).Parameter);

    [LightGbmFact]
    public void What_does_not_go_together()
    {
        Assert.Equal("early_stopping_round", Refusal(binary, ("boosting", "dart"), ("early_stopping_round", 3)).Parameter);
        Assert.Equal("boosting", Refusal(binary, ("boosting", "rf")).Parameter);
        Assert.Equal("boosting", Refusal(binary, ("boosting", "rf"), ("bagging_fraction", 0.5)).Parameter);
        Assert.Equal("validation_fraction", Refusal(binary, ("early_stopping_round", 3), ("validation_fraction", 1.0)).Parameter);
        Assert.Equal("class_weight", Refusal(TrainingRows.Of(TaskType.Regression, 0, 60), ("class_weight", "balanced")).Parameter);
    }

    [LightGbmFact]
    public void Constraints_and_weights_of_what_there_is_not()
    {
        Dictionary<string, double> Of(string name, double value) => new() { [name] = value };
        Assert.Equal("monotone_constraints", Refusal(binary, ("monotone_constraints", Of("town", 1))).Parameter);
        Assert.Equal("monotone_constraints", Refusal(binary, ("monotone_constraints", Of("a", 0.5))).Parameter);
        Assert.Equal("monotone_constraints", Refusal(binary, ("monotone_constraints", Of("absent", 1))).Parameter);
        Assert.Equal("class_weight", Refusal(binary, ("class_weight", Of("absent", 1))).Parameter);
        IReadOnlyList<IReadOnlyList<string>> lists = [["a"], ["absent"]];
        Assert.Equal("interaction_constraints", Refusal(binary, ("interaction_constraints", lists)).Parameter);
    }

    [LightGbmFact]
    public void Names_that_mean_one_parameter()
    {
        Assert.Equal("lightgbm: num_iterations and n_estimators are one parameter; give it once",
            Assert.Throws<ModelException>(() => TestData.Learner("lightgbm", ("n_estimators", 3), ("num_iterations", 4))).Message);
        Assert.Equal(3, ((ITreeModel)TestData.Learner("lightgbm", ("n_estimators", 3)).Fit(binary)).Trees.Count);
    }

    [LightGbmTheory]
    [InlineData("poisson", -1.0, "0 and numbers above it")]
    [InlineData("gamma", 0.0, "numbers above 0")]
    [InlineData("tweedie", -0.5, "0 and numbers above it")]
    [InlineData("regression", 1e300, "single precision")]
    public void Labels_that_an_objective_does_not_take_are_faults_of_the_data(string objective, double label, string expected)
    {
        TrainingData data = TrainingRows.Of(TaskType.Regression, 0, 60);
        data = data with { Targets = [.. data.Targets![..59], label] };
        string message = Assert.Throws<ModelException>(() => TestData.Learner("lightgbm", ("objective", objective)).Fit(data)).Message;
        Assert.Contains("in training row 60", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }
}
