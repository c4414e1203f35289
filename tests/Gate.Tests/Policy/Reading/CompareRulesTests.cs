using Gate.Policy.Document;

namespace Gate.Tests.Policy.Reading;

/// <summary>How comparison, method, reference and metric fit together.</summary>
public class CompareRulesTests
{
    [Theory]
    [InlineData("{ metric: dpl, by: sex, method: to_rest, max: 0.5 }")]
    [InlineData("{ metric: dpl, by: sex, reference: F, max: 0.5 }")]
    [InlineData("{ metric: dpl, by: sex, method: to_reference, reference: F, max: 0.5 }")]
    [InlineData("{ metric: accuracy, by: sex, compare: ratio, method: to_overall, min: 0.5 }")]
    [InlineData("{ metric: accuracy, by: [sex, age_band], compare: ratio, method: to_reference, reference: best, min: 0.5 }")]
    [InlineData("{ metric: accuracy, by: [sex, age_band], compare: ratio, method: to_reference, reference: [F, old], min: 0.5 }")]
    [InlineData("{ metric: between_group_entropy, by: sex, control: x, max: 0.5 }")]
    [InlineData("{ metric: accuracy, by: sex, control: x, compare: each, max_regression: 0.1 }")]
    [InlineData("{ metric: accuracy, by: sex, compare: each, max_relative_regression: 0.1 }")]
    [InlineData("{ metric: accuracy, by: sex, compare: group_min, min: 0.9 }")]
    public void What_fits_together_is_read(string condition) => Assert.Equal(0, Policies.Condition(condition).Index);

    [Theory]
    [InlineData("{ metric: accuracy, by: sex, compare: group_min, method: to_rest, min: 0.5 }",
        "11:54 conditions[0].method: has no meaning for group_min, which compares nothing")]
    [InlineData("{ metric: accuracy, by: sex, compare: each, method: to_rest, max_regression: 0.5 }",
        "11:49 conditions[0].method: has no meaning for each, which compares nothing")]
    [InlineData("{ metric: between_group_entropy, by: sex, control: x, method: to_rest, max: 0.5 }",
        "11:59 conditions[0].method: has no meaning for 'between_group_entropy', one number of all groups together")]
    [InlineData("{ metric: dpl, by: sex, method: between_groups, max: 0.5 }",
        "11:37 conditions[0].method: 'dpl' does not compare by between_groups; it takes to_reference or to_rest")]
    [InlineData("{ metric: between_group_entropy, by: sex, max: 0.5 }",
        "11:7 conditions[0].control: is missing; 'between_group_entropy' exists within the levels of other columns only, so name them")]
    public void A_method_that_a_metric_does_not_know_is_refused(string condition, string expected) =>
        Assert.Equal(expected, Policies.Problem(Policies.WithCondition(condition)));

    [Theory]
    [InlineData("{ metric: accuracy, by: sex, compare: ratio, reference: F, min: 0.5 }",
        "11:50 conditions[0].reference: has a meaning for 'method: to_reference' only; add it")]
    [InlineData("{ metric: accuracy, by: sex, compare: ratio, method: to_rest, reference: F, min: 0.5 }",
        "11:67 conditions[0].reference: has a meaning for 'method: to_reference' only; add it")]
    [InlineData("{ metric: dpl, by: sex, method: to_rest, reference: F, max: 0.5 }",
        "11:46 conditions[0].reference: has a meaning for 'method: to_reference' only; add it")]
    [InlineData("{ metric: between_group_entropy, by: sex, control: x, reference: F, max: 0.5 }",
        "11:59 conditions[0].reference: has a meaning for 'method: to_reference' only")]
    [InlineData("{ metric: accuracy, by: [sex, age_band], compare: ratio, method: to_reference, reference: F, min: 0.5 }",
        "11:95 conditions[0].reference: a group has one value in each of sex and age_band; expected 2 values, found 1")]
    [InlineData("{ metric: accuracy, by: sex, compare: ratio, method: to_reference, reference: [F, old], min: 0.5 }",
        "11:83 conditions[0].reference: a group has one value in each of sex; expected 1 values, found 2")]
    public void A_reference_needs_its_method_and_a_value_for_every_column(string condition, string expected) =>
        Assert.Equal(expected, Policies.Problem(Policies.WithCondition(condition)));

    [Fact]
    public void A_group_may_be_written_as_a_map_of_its_values()
    {
        ReferenceSpec reference = Policies.Condition("{ metric: accuracy, by: [sex, age_band], compare: ratio, method: to_reference, "
            + "reference: { group: [best, old] }, min: 0.5 }").Reference!;
        Assert.Equal(ReferenceKindSpec.Named, reference.Kind);
        Assert.Equal(["best", "old"], reference.Values);
        Assert.Null(Policies.Condition("{ metric: accuracy, by: sex, compare: ratio, reference: null, min: 0.5 }").Reference);
    }

    [Theory]
    [InlineData("min: 0.5", "11:49 conditions[0].min: has no meaning for each, which compares with the baseline; use group_min for a "
        + "bound on every group's value")]
    [InlineData("max: 0.5", "11:49 conditions[0].max: has no meaning for each, which compares with the baseline; use group_max for a "
        + "bound on every group's value")]
    [InlineData("control: x, levels: worst", "11:61 conditions[0].levels: has no meaning for each, in which every group of every level "
        + "stands for itself")]
    public void Each_group_for_itself_takes_neither_range_nor_levels(string keys, string expected) => Assert.Equal(expected,
        Policies.Problem(Policies.WithCondition($"{{ metric: accuracy, by: sex, compare: each, {keys}, max_regression: 0.1 }}")));

    [Fact]
    public void Each_group_for_itself_needs_a_bound_on_its_loss() => Assert.Equal(
        "11:34 conditions[0].compare: each compares with the baseline; add max_regression or max_relative_regression",
        Policies.Problem(Policies.WithCondition("{ metric: accuracy, by: sex, compare: each, level: inform }\n"
            + "  - { metric: accuracy, min: 0.5 }")));
}
