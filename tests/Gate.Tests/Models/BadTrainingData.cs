using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Models;

/// <summary>What cannot be learned from is refused by every learner that could be asked, with what is wrong, where, and what to
/// do.</summary>
public class BadTrainingData
{
    private static readonly NumericColumn X = TestData.Numbers("x", 1, 2, 3, 4);

    public static TheoryData<string> Learners => [.. LightGbm.TheLibrary.Learners];

    /// <summary>The same fault for a learner of classes or of numbers.</summary>
    private static string Refusal(string learner, Func<TrainingData, TrainingData> spoil)
    {
        TrainingData data = TestData.IsOfNumbers(learner) ? TestData.Regression([1, 2, 3, 5], X) : TestData.Binary([0, 1, 0, 1], X);
        return Assert.Throws<ModelException>(() => TestData.Learner(learner).Fit(spoil(data))).Message;
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void No_rows(string learner) => Assert.Equal($"no rows to train {learner} on; check the data's filter and split",
        Refusal(learner, data => data with { Features = data.Features.Take([]), Labels = data.Labels is null ? null : [],
            Targets = data.Targets is null ? null : [] }));

    /// <summary>Each text is a way to part the rows, or a column of its own.</summary>
    [Theory]
    [InlineData("decision_tree")]
    [InlineData("logistic_regression")]
    public void Too_many_texts_of_a_column(string learner)
    {
        int[] codes = [.. Enumerable.Range(0, 10_001)];
        var texts = new CategoryColumn("id", codes, [.. codes.Select(code => $"{code:00000}")]);
        TrainingData data = TestData.Binary([.. codes.Select(code => code % 2)], texts);
        Assert.Equal("the feature 'id' has 10001 different texts; a model learns from at most 10000 of a column, and so many are "
            + "identifiers or free text: leave it out with data.features.exclude",
            Assert.Throws<ModelException>(() => TestData.Learner(learner).Fit(data)).Message);
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void A_weight_that_is_none(string learner)
    {
        Assert.Contains("row 3", Refusal(learner, data => data with { Weights = [1, 1, -1, 1] }), StringComparison.Ordinal);
        Assert.Contains("row 2", Refusal(learner, data => data with { Weights = [1, double.NaN, 1, 1] }), StringComparison.Ordinal);
        Assert.Contains("row 1", Refusal(learner, data => data with { Weights = [double.PositiveInfinity, 1, 1, 1] }),
            StringComparison.Ordinal);
        Assert.Contains("all sample weights", Refusal(learner, data => data with { Weights = [0, 0, 0, 0] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logistic_regression")]
    [InlineData("decision_tree")]
    [InlineData("dummy")]
    public void One_class(string learner)
    {
        Assert.Contains("one class only ('yes')", Refusal(learner, data => data with { Labels = [1, 1, 1, 1] }), StringComparison.Ordinal);
        Assert.Contains("one class only ('no')", Refusal(learner, data => data with { Weights = [1, 0, 1, 0] }), StringComparison.Ordinal);
        Assert.Contains("row 2", Refusal(learner, data => data with { Labels = [0, 2, 1, 1] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linear_regression")]
    [InlineData("elastic_net")]
    [InlineData("poisson_regression")]
    [InlineData("decision_tree")]
    [InlineData("dummy")]
    public void A_target_that_is_not_finite(string learner)
    {
        TrainingData data = TestData.Regression([1, 2, double.NaN, 3], X);
        ModelException refusal = Assert.Throws<ModelException>(() => TestData.Learner(learner).Fit(data));
        Assert.Contains("row 3", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logistic_regression")]
    [InlineData("linear_regression")]
    [InlineData("elastic_net")]
    [InlineData("poisson_regression")]
    [InlineData("decision_tree")]
    public void No_usable_feature(string learner)
    {
        var useless = new Table([TestData.Numbers("k", 7, 7, 7, 7), TestData.Numbers("m", double.NaN, double.NaN, double.NaN, double.NaN),
            TestData.Texts("t", "a", "a", "a", "a")]);
        Assert.Equal("no usable feature to learn from: k (constant), m (all missing), t (constant); include columns that vary between rows",
            Refusal(learner, data => data with { Features = useless }));
        Assert.Contains("there is none", Refusal(learner, data => data with { Features = new Table([]) }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logistic_regression")]
    [InlineData("linear_regression")]
    [InlineData("elastic_net")]
    [InlineData("poisson_regression")]
    [InlineData("decision_tree")]
    public void An_infinite_number(string learner) =>
        Assert.Equal("feature 'x' is infinite in row 2; correct the value or leave it empty (missing)",
        Refusal(learner, data => data with { Features = new Table([TestData.Numbers("x", 1, double.NegativeInfinity, 3, 4)]) }));

    [Fact]
    public void Too_many_categories_for_a_linear_model()
    {
        string[] ids = [.. Enumerable.Range(0, 2001).Select(i => $"id{i}")];
        TrainingData data = TestData.Regression([.. Enumerable.Range(0, 2001).Select(i => (double)i)], TestData.Texts("id", ids));
        string refusal = Assert.Throws<ModelException>(() => TestData.Learner("linear_regression").Fit(data)).Message;
        Assert.Contains("at most 2000 columns", refusal, StringComparison.Ordinal);
        Assert.Contains("'id' alone has 2001 categories", refusal, StringComparison.Ordinal);
        Assert.NotEmpty(TestData.Learner("decision_tree", ("max_depth", 2)).Fit(data).Facts);
    }

    [Fact]
    public void A_learner_for_another_task()
    {
        Assert.Contains("linear_regression does not serve binary_classification", Assert.Throws<ModelException>(
            () => TestData.Learner("linear_regression").Fit(TestData.Binary([0, 1, 0, 1], X))).Message, StringComparison.Ordinal);
        Assert.Contains("for a regression use squared_error", Assert.Throws<ModelException>(
            () => TestData.Learner("decision_tree", ("criterion", "gini")).Fit(TestData.Regression([1, 2, 3, 4], X))).Message,
                StringComparison.Ordinal);
        Assert.Contains("for a regression use mean", Assert.Throws<ModelException>(
            () => TestData.Learner("dummy", ("strategy", "prior")).Fit(TestData.Regression([1, 2, 3, 4], X))).Message,
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("max_depht", 3.0, "decision_tree has no parameter 'max_depht'; did you mean 'max_depth'?")]
    [InlineData("max_depth", 0.0, "decision_tree: max_depth is 0; expected a whole number of 1 or more, or null")]
    [InlineData("max_depth", 2.5, "decision_tree: max_depth is 2.5; expected a whole number of 1 or more, or null")]
    [InlineData("criterion", "ginni", "decision_tree: criterion is ginni; expected one of gini, entropy, log_loss, squared_error, or null")]
    [InlineData("min_samples_leaf", null, "decision_tree: min_samples_leaf is null; expected a whole number of 1 or more")]
    [InlineData("ccp_alpha", double.NaN, "decision_tree: ccp_alpha is NaN; expected a number of 0 or more")]
    public void A_parameter_that_does_not_exist_or_fit(string name, object? value, string message) =>
        Assert.Equal(message, Assert.Throws<ModelException>(() => TestData.Learner("decision_tree", (name, value))).Message);
}
