using System.Text;
using Gate.Policy;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Tests.Policy.Reading;

/// <summary>Parameters, classes, tasks and ranges of a condition's metric.</summary>
public class MetricRulesTests
{
    private static readonly string Multiclass = Policies.BeforeConditions
        .Replace("binary_", "multiclass_", StringComparison.Ordinal).Replace("score: old", "prediction: old", StringComparison.Ordinal);

    [Theory]
    [InlineData("{ metric: fbeta, parameters: { bta: 2 }, min: 0.5 }",
        "11:36 conditions[0].parameters.bta: unknown parameter 'bta'; did you mean 'beta'?")]
    [InlineData("{ metric: accuracy, parameters: { beta: 2 }, min: 0.5 }",
        "11:39 conditions[0].parameters.beta: unknown parameter 'beta'; 'accuracy' has no parameters")]
    [InlineData("{ metric: fbeta, parameters: { beta: two }, min: 0.5 }",
        "11:42 conditions[0].parameters.beta: expected a number, found the text 'two'")]
    [InlineData("{ metric: fbeta, parameters: { bins: 0 }, min: 0.5 }",
        "11:42 conditions[0].parameters.bins: expected a whole number from 1 to 100, found the number 0")]
    [InlineData("{ metric: fbeta, parameters: {}, min: 0.5 }",
        "11:34 conditions[0].parameters: expected at least 1 entries, one for each parameter; found 0")]
    [InlineData("{ metric: fbeta, parameters: { \"\": 1 }, min: 0.5 }",
        "11:36 conditions[0].parameters: the name of a parameter is empty")]
    [InlineData("{ metric: recall, class: a, min: 0.5 }", "11:23 conditions[0].class: has a meaning for multiclass_classification only, "
        + "and the task is binary_classification")]
    public void A_mistake_is_reported_where_it_stands(string condition, string expected) =>
        Assert.Equal(expected, Policies.Problem(Policies.WithCondition(condition)));

    [Theory]
    [InlineData("{ metric: recall, min: 0.5 }", "11:7 conditions[0].class: is missing; 'recall' is a metric of two classes, so name the "
        + "class that is held against all others")]
    [InlineData("{ metric: recall, by: sex, compare: each, max_regression: 0.5 }", "11:7 conditions[0].class: is missing; 'recall' is a "
        + "metric of two classes, so name the class that is held against all others")]
    [InlineData("{ metric: accuracy, class: a, min: 0.5 }",
        "11:25 conditions[0].class: 'accuracy' is not asked of single classes; remove 'class'")]
    [InlineData("{ metric: roc_auc, min: 0.5 }",
        "11:15 conditions[0].metric: 'roc_auc' does not serve multiclass_classification; there are: accuracy, "
        + "brier_score_loss")]
    [InlineData("{ metric: recall, class: \"a\\nb\", min: 0.5 }",
        "11:30 conditions[0].class: expected a class of the label on one line, without control characters")]
    [InlineData("{ metric: recall, class: \"\", min: 0.5 }",
        "11:30 conditions[0].class: expected a class of the label, found an empty text")]
    public void Of_several_classes_a_metric_of_two_is_asked_of_one(string condition, string expected) =>
        Assert.Contains(expected, Policies.Problems(Policies.WithCondition(condition, Multiclass)));

    [Theory]
    [InlineData("{ metric: recall, class: a, min: 0.5 }", "a")]
    [InlineData("{ metric: recall, class: a, by: sex, compare: each, max_regression: 0.5 }", "a")]
    [InlineData("{ metric: recall, by: sex, compare: ratio, min: 0.5 }", null)]
    [InlineData("{ metric: accuracy, by: sex, compare: each, max_regression: 0.5 }", null)]
    [InlineData("{ metric: accuracy, min: 0.5 }", null)]
    public void Where_it_is_clear_the_class_is_as_written(string condition, string? name) =>
        Assert.Equal(name, Policies.Condition(condition, Multiclass).Class);

    [Theory]
    [InlineData("{ metric: dpl, by: sex, min: -1, max: 1, vacuous: allowed }")]
    [InlineData("{ metric: r2, max: 1, min: -5, vacuous: allowed }", "regression")]
    [InlineData("{ metric: r2, by: sex, compare: ratio, min: 3, max: 4 }", "regression")]
    [InlineData("{ metric: mae, max: 1e9, max_regression: 1e9 }", "regression")]
    [InlineData("{ metric: accuracy, min: 0.5, max: 0.5 }")]
    [InlineData("{ metric: accuracy, max_regression: 1, vacuous: allowed }")]
    [InlineData("{ metric: accuracy, by: sex, compare: difference, min: 0, max: 1, vacuous: allowed }")]
    [InlineData("{ metric: accuracy, by: sex, compare: ratio, min: 0, max: 1, vacuous: allowed }")]
    public void A_bound_may_be_at_the_end_of_what_the_number_can_be(string condition, string task = "binary_classification") =>
        Assert.Equal(0, Policies.Condition(condition, Before(task)).Index);

    [Theory]
    [InlineData("{ metric: dpl, by: sex, max: -1.5 }", "11:34 conditions[0].max: -1.5 always fails: dpl is never below -1")]
    [InlineData("{ metric: dpl, by: sex, min: -1.5 }", "11:34 conditions[0].min: -1.5 can never fail: dpl is never below -1")]
    [InlineData("{ metric: accuracy, by: sex, compare: difference, min: -0.1 }",
        "11:60 conditions[0].min: -0.1 can never fail: a difference of accuracy is never below 0")]
    [InlineData("{ metric: accuracy, by: sex, compare: ratio, max: -0.1 }",
        "11:55 conditions[0].max: -0.1 always fails: a ratio of accuracy is never below 0")]
    [InlineData("{ metric: accuracy, by: sex, compare: group_min, max: 1.1 }",
        "11:59 conditions[0].max: 1.1 can never fail: accuracy is never above 1")]
    [InlineData("{ metric: r2, min: 1.1 }", "11:24 conditions[0].min: 1.1 always fails: r2 is never above 1", "regression")]
    [InlineData("{ metric: accuracy, by: sex, compare: ratio, max_regression: 1.5 }",
        "11:66 conditions[0].max_regression: 1.5 can never fail: a ratio of accuracy lies between 0 and 1")]
    public void A_bound_beyond_it_is_refused(string condition, string expected, string task = "binary_classification") =>
        Assert.Equal(expected, Policies.Problem(Policies.WithCondition(condition, Before(task))));

    [Theory]
    [InlineData("{ metric: selection_rate, max_relative_regression: 0.1 }", "11:31 conditions[0].max_relative_regression: needs a metric "
        + "where larger or smaller is better, and 'selection_rate' has no better side")]
    [InlineData("{ metric: selection_rate, by: sex, compare: group_min, max_regression: 0.1 }", "11:60 conditions[0].max_regression: "
        + "needs a metric where larger or smaller is better, and 'selection_rate' has no better side")]
    public void A_loss_needs_a_better_side(string condition, string expected) =>
        Assert.Equal(expected, Policies.Problem(Policies.WithCondition(condition)));

    [Theory]
    [InlineData("difference")]
    [InlineData("ratio")]
    public void A_comparison_has_one(string compare) => Assert.Equal(0.1,
        Policies.Condition($"{{ metric: selection_rate, by: sex, compare: {compare}, max_regression: 0.1 }}").MaxRegression);

    [Fact]
    public void A_metric_that_does_not_serve_the_task_is_told_once_and_nothing_else_of_it() => Assert.Equal(
        "11:15 conditions[0].metric: 'accuracy' does not serve regression; there are: mean_absolute_error, r2",
        Policies.Problem(Policies.WithCondition("{ metric: accuracy, by: sex, compare: ratio, reference: F, min: 80 }",
            Before("regression"))));

    [Theory]
    [InlineData("by: sex, compare: ratio, min: 0.5", "11:22 conditions[0].by: 'bytes' is a number of the model and not of rows; remove "
        + "'by'", "11:31 conditions[0].compare: 'bytes' is a number of the model and not of rows; remove 'compare'")]
    [InlineData("where: a > 1, max: 100", "11:22 conditions[0].where: 'bytes' is a number of the model and not of rows; remove 'where'")]
    [InlineData("max: 100")]
    public void A_number_of_the_model_has_neither_groups_nor_slices(string keys, params string[] expected)
    {
        PolicyVocabulary small = FakeVocabulary.Small;
        var vocabulary = new PolicyVocabulary([.. small.Metrics, new MetricWord("bytes", [], "The size of the model.",
            [PolicyTask.BinaryClassification], false, false, 0, double.PositiveInfinity) { IsOfRows = false }],
            small.Algorithms, small.Forms);
        byte[] yaml = Encoding.UTF8.GetBytes(Policies.WithCondition($"{{ metric: bytes, {keys} }}"));
        if (expected.Length == 0) Assert.Equal(100, PolicyReader.Read(yaml, "gate.yml", vocabulary, []).Conditions[0].Max);
        else Assert.Equal(expected, Assert.Throws<PolicyException>(() => PolicyReader.Read(yaml, "gate.yml", vocabulary, [])).Problems
            .Select(problem => $"{problem.At.Line}:{problem.At.Column} {problem.Message}"));
    }

    private static string Before(string task) => task == "regression"
        ? Policies.BeforeConditions.Replace("binary_classification", task, StringComparison.Ordinal)
            .Replace("score: old", "prediction: old", StringComparison.Ordinal)
        : Policies.BeforeConditions;
}
