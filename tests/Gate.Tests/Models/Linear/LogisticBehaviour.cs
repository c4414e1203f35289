using Gate.Data;
using Gate.Models;
using Gate.Models.Linear;

namespace Gate.Tests.Models.Linear;

public class LogisticBehaviour
{
    private static readonly int[] Labels = [0, 0, 1, 0, 1, 1, 0, 1];
    private static readonly NumericColumn Size = TestData.Numbers("size", 1, 2, 3, 4, 5, 6, 2.5, 3.5);
    private static readonly CategoryColumn Colour = TestData.Texts("colour", "red", "blue", "red", null, "green", "blue", "green", "red");

    private static LinearModel Fit(TrainingData data, params (string, object?)[] parameters) =>
        (LinearModel)TestData.Learner("logistic_regression", parameters).Fit(data);

    [Fact]
    public void The_gradient_vanishes_at_the_result()
    {
        TrainingData data = TestData.Binary(Labels, Size, Colour);
        LinearModel model = Fit(data, ("standardize", false), ("C", 2.0));
        double[] p = model.Score(data.Features);
        double intercept = 0, size = model.Coefficients.Raw[0];
        for (int i = 0; i < p.Length; i++)
        {
            intercept += 2 * (p[i] - Labels[i]);
            size += 2 * (p[i] - Labels[i]) * Size.Values[i];
        }
        Assert.InRange(Math.Abs(intercept), 0, 1e-8);
        Assert.InRange(Math.Abs(size), 0, 1e-8);
    }

    [Fact]
    public void A_weight_of_two_is_the_row_twice()
    {
        double[] weights = [1, 2, 1, 1, 2, 1, 0, 1];
        int[] rows = [0, 1, 1, 2, 3, 4, 4, 5, 7];
        TrainingData data = TestData.Binary(Labels, Size, Colour);
        LinearModel weighted = Fit(data with { Weights = weights });
        LinearModel repeated = Fit(TestData.Binary([.. rows.Select(row => Labels[row])], Size.Take(rows), Colour.Take(rows)));
        double[] expected = repeated.Score(data.Features), actual = weighted.Score(data.Features);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 9);
    }

    [Fact]
    public void A_missing_number_scores_as_the_mean_and_a_missing_category_as_its_own_level()
    {
        LinearModel model = Fit(TestData.Binary(Labels, Size, Colour));
        Assert.Equal(["size", "colour=blue", "colour=green", "colour=red", "colour=(missing)"], model.Encoding.ColumnNames());
        var rows = new Table([TestData.Numbers("size", double.NaN, Size.Values.Average()), TestData.Texts("colour", "red", "red")]);
        double[] scores = model.Score(rows);
        Assert.Equal(scores[1], scores[0], 14);
    }

    [Fact]
    public void An_unseen_category_adds_nothing()
    {
        LinearModel model = Fit(TestData.Binary(Labels, Size, Colour));
        double[] score = model.Score(new Table([TestData.Numbers("size", 3), TestData.Texts("colour", "violet")]));
        double z = model.Coefficients.Intercepts[0] + 3 * model.Coefficients.Raw[0];
        Assert.Equal(1 / (1 + Math.Exp(-z)), score[0], 12);
    }

    [Fact]
    public void Separated_classes_without_penalty_end_and_stay_finite()
    {
        LinearModel model = Fit(TestData.Binary([0, 0, 1, 1], TestData.Numbers("x", 1, 2, 3, 4)), ("penalty", "none"));
        double[] scores = model.Score(new Table([TestData.Numbers("x", 1, 4)]));
        Assert.InRange(scores[0], 0, 1e-6);
        Assert.InRange(scores[1], 1 - 1e-6, 1);
    }

    [Fact]
    public void A_column_twice_without_penalty_is_not_singular_to_us()
    {
        LinearModel once = Fit(TestData.Binary(Labels, Size), ("penalty", "none"));
        LinearModel twice = Fit(TestData.Binary(Labels, Size, Size.Rename("again")), ("penalty", "none"));
        double[] expected = once.Score(new Table([Size])), actual = twice.Score(new Table([Size, Size.Rename("again")]));
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 7);
    }

    [Fact]
    public void Too_few_iterations_are_said_so()
    {
        LinearModel model = Fit(TestData.Binary(Labels, Size), ("max_iter", 1));
        Assert.StartsWith("no;", model.Facts.Single(fact => fact.Key == "converged").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_rows_scores_zero()
    {
        var data = new TrainingData(TaskType.MulticlassClassification, new Table([Size]), ["a", "b", "c", "d"], [0, 0, 2, 0, 2, 2, 3, 3],
            null, null);
        LinearModel model = Fit(data);
        double[] scores = model.Score(data.Features);
        for (int row = 0; row < 8; row++)
        {
            Assert.Equal(0, scores[row * 4 + 1]);
            Assert.Equal(1, scores.AsSpan(row * 4, 4).ToArray().Sum(), 12);
        }
        Assert.Contains(model.Facts, fact => fact is { Key: "classes without training rows", Value: "b" });
    }

    [Fact]
    public void Conjugate_gradients_find_the_step_that_factoring_finds()
    {
        (LinearEncoding _, Design design) = LinearEncoding.Learn(new Table([Size, Colour]), null, true, "test", 100);
        Design full = design.WithIntercept();
        double[] penalty = [1, 1, 1, 1, 1, 0];
        foreach (int classes in new[] { 2, 3 })
        {
            int[] labels = [.. Enumerable.Range(0, 8).Select(i => i * i % 5 % classes)];
            var objective = new MarginObjective(full, new ClassLoss(labels, classes), [1, 1, 2, 1, 1, 1, 3, 1], penalty, default);
            double[] at = [.. Enumerable.Range(0, objective.Parameters).Select(i => 0.1 * (i % 4))];
            objective.Evaluate(at, at, 0, objective.Margins(at), objective.NewOutputs());
            double[] gradient = objective.Gradient(at);
            double[] factored = NewtonStep.Factored(objective, gradient, default),
                conjugate = NewtonStep.ConjugateGradients(objective, gradient, 1e-12, default);
            // Steps may differ by a common shift of the free intercepts, which changes no prediction.
            double shift = classes == 2 ? 0 : factored[5] - conjugate[5];
            for (int j = 0; j < factored.Length; j++) Assert.Equal(factored[j], conjugate[j] + (j % 6 == 5 ? shift : 0), 6);
        }
    }

    [Fact]
    public void A_category_of_thousands_is_fitted_without_forming_the_hessian()
    {
        string[] ids = [.. Enumerable.Range(0, 6000).Select(i => $"id{i % 2000}")];
        int[] labels = [.. Enumerable.Range(0, 6000).Select(i => i % 2000 % 3 == 0 ? 1 : 0)];
        TrainingData data = TestData.Binary(labels, TestData.Texts("id", ids));
        LinearModel model = Fit(data);
        Assert.Equal(1, TestData.Accuracy(model.Score(data.Features), labels));
        Assert.Contains(model.Facts, fact => fact is { Key: "converged", Value: "yes" });
    }
}
