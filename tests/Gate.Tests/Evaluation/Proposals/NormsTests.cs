using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class NormsTests
{
    private static Proposal Draft(TaskType task, params string[] sensitive) => new()
    {
        Name = "d",
        Source = "d.csv",
        Task = task,
        TaskReason = "",
        Label = "y",
        Sensitive = [.. sensitive.Select(name => new ProposedSensitive(name, null, $"{name}_band", ""))],
        Exclude = [],
    };

    private static NumericColumn Numbers(params double[] values) => new("y", values);

    private static CategoryColumn Classes(params int[] codes) =>
        new("y", codes, [.. Enumerable.Range(0, codes.Max() + 1).Select(i => $"c{i}")]);

    [Fact]
    public void Of_two_classes() => Assert.Equal(
    [
        new("roc_auc", null, null, "min", 0.6, "0.1 above the dummy, which has 0.5"),
        new("balanced_accuracy", null, null, "min", 0.6, "0.1 above the dummy, which always says one class and has 0.5"),
        new("selection_rate", "sex_band", "ratio", "min", 0.8, "Four-fifths rule, 29 CFR 1607.4(D)", IsNorm: true),
        new("equalized_odds_difference", "sex_band", null, "max", 0.1, "no law says how much; 0.1 is often taken"),
    ], Norms.Of(Draft(TaskType.BinaryClassification, "sex"), Classes(0, 1)));

    [Fact]
    public void The_ratio_of_a_harm_is_no_norm() => Assert.Equal(
        new ProposedCondition("selection_rate", "sex_band", "difference", "max", 0.1,
            "the ratio of a harm is no four-fifths rule; no law says how much; 0.1 is often taken"),
        Norms.Of(Draft(TaskType.BinaryClassification, "sex") with { PositiveIsHarm = true }, Classes(0, 1))[2]);

    [Fact]
    public void Of_three_classes() => Assert.Equal(
    [
        new("balanced_accuracy", null, null, "min", 0.433, "0.1 above the dummy, which always says one class and has 0.333"),
        new("accuracy", null, null, "min", 0.55, "0.05 above the dummy, which always says the commonest class and has 0.5"),
        new("accuracy", "sex_band", "difference", "max", 0.1, "no law says how much; 0.1 is often taken"),
    ], Norms.Of(Draft(TaskType.MulticlassClassification, "sex"), Classes(0, 1, 2, 0)));

    [Fact]
    public void Of_numbers() => Assert.Equal(
    [
        new("r2", null, null, "min", 0.1, "0.1 above the dummy, which always says the mean and has 0"),
        new("mean_absolute_error", null, null, "max", 1.08, "a tenth below the dummy, which always says the median and has 1.2"),
        new("mean_absolute_error", "sex_band", "ratio", "min", 0.8, "four fifths, borrowed from the rule on selections"),
    ], Norms.Of(Draft(TaskType.Regression, "sex"), Numbers(4, 1, 3, double.NaN, 2, 5, double.PositiveInfinity)));

    /// <summary>An area under the curve needs scores; a model that is trained has them.</summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Predictions_without_scores_have_no_area(bool hasScore, bool area)
    {
        Proposal draft = Draft(TaskType.BinaryClassification) with
            { Output = new() { Prediction = "p", Score = hasScore ? [new("", "s")] : [] } };
        Assert.Equal(area, Norms.Of(draft, Classes(0, 1)).Any(condition => condition.Metric == "roc_auc"));
    }

    [Fact]
    public void Missing_labels_count_in_no_share() => Assert.Equal(0.717,
        Norms.Of(Draft(TaskType.MulticlassClassification), Classes(0, 0, 1, -1, -1, -1))[1].Bound);

    /// <summary>Above 90 % half of what is left is asked for: 0.95 and not 1.</summary>
    [Theory]
    [InlineData(89, 0.94, "0.05 above")]
    [InlineData(95, 0.975, "0.025 above")]
    public void The_margin_over_a_common_class_is_half_of_what_is_left_at_most(int largest, double bound, string reason)
    {
        ProposedCondition accuracy = Norms.Of(Draft(TaskType.MulticlassClassification),
            Classes([.. Enumerable.Range(0, 100).Select(i => i < largest ? 0 : 1)]))[1];
        Assert.Equal(bound, accuracy.Bound);
        Assert.StartsWith(reason, accuracy.Reason, StringComparison.Ordinal);
    }

    /// <summary>Of three values the mean distance from the middle one is two thirds of the step.</summary>
    [Theory]
    [InlineData(0.0012345, 0.000741, "0.000823")]
    [InlineData(123456.7, 74074, "82304")]
    [InlineData(9.99, 5.99, "6.66")]
    public void Bounds_have_three_digits(double step, double bound, string dummy)
    {
        ProposedCondition error = Norms.Of(Draft(TaskType.Regression), Numbers(-step, 0, step))[1];
        Assert.Equal(bound, error.Bound);
        Assert.EndsWith($" has {dummy}", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_hardly_varies_has_a_bound_of_nothing() =>
        Assert.Equal(0, Norms.Of(Draft(TaskType.Regression), Numbers(7, 7))[1].Bound);
}
