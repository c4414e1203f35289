using Gate.Policy.Document;

namespace Gate.Tests.Policy.Reading;

/// <summary>Bounds that let any bad model pass: each stands on line 11, and each has a twin beside it that is a real bound.</summary>
public class VacuousRulesTests
{
    private const string Meant = "; if it is meant, add 'vacuous: allowed'";

    [Theory]
    [InlineData("metric: accuracy, by: sex, compare: ratio, max: 0.8", "11:55 conditions[0].max: a ratio of accuracy is better the larger "
        + "it is, so 'max: 0.8' alone passes groups however unequal; write 'min: 0.8'")]
    [InlineData("metric: accuracy, by: sex, compare: difference, min: 0.1", "11:60 conditions[0].min: a difference of accuracy is better "
        + "the smaller it is, so 'min: 0.1' alone passes groups however unequal; write 'max: 0.1'")]
    [InlineData("metric: accuracy, max: 0.7",
        "11:30 conditions[0].max: accuracy is better the larger it is, so 'max: 0.7' alone passes models however bad; write 'min: 0.7'")]
    [InlineData("metric: recall, by: sex, compare: group_min, max: 0.7",
        "11:57 conditions[0].max: recall is better the larger it is, so 'max: 0.7' alone passes models however bad; write 'min: 0.7'")]
    [InlineData("metric: equalized_odds_difference, by: sex, min: 0.1", "11:56 conditions[0].min: equalized_odds_difference is better the "
        + "smaller it is, so 'min: 0.1' alone passes groups however unequal; write 'max: 0.1'")]
    [InlineData("metric: accuracy, max: 0.7, max_regression: 0.01",
        "11:30 conditions[0].max: accuracy is better the larger it is, so 'max: 0.7' alone passes models however bad; write 'min: 0.7'")]
    [InlineData("metric: accuracy, max: 0.7, level: warn",
        "11:30 conditions[0].max: accuracy is better the larger it is, so 'max: 0.7' alone passes models however bad; write 'min: 0.7'")]
    public void A_bound_on_the_better_side_alone_is_a_slip(string condition, string expected) => Refused(condition, expected);

    [Theory]
    [InlineData("metric: accuracy, by: sex, compare: group_max, min: 0.7", "11:59 conditions[0].min: group_max is the largest value of a "
        + "group, so 'min: 0.7' says nothing of the other groups; write 'compare: group_min'")]
    [InlineData("metric: selection_rate, by: sex, compare: group_max, min: 0.1, max: 0.5", "11:65 conditions[0].min: group_max is the "
        + "largest value of a group, so 'min: 0.1' says nothing of the other groups; write 'compare: group_min'")]
    [InlineData("metric: selection_rate, by: sex, compare: group_min, max: 0.5", "11:65 conditions[0].max: group_min is the smallest value "
        + "of a group, so 'max: 0.5' says nothing of the other groups; write 'compare: group_max'")]
    public void A_bound_that_only_one_group_has_to_keep_is_a_slip(string condition, string expected) => Refused(condition, expected);

    [Theory]
    [InlineData("metric: accuracy, min: 0", "11:30 conditions[0].min: 0 can never fail: accuracy is never below that; write the least "
        + "value that you would accept, or remove 'min'")]
    [InlineData("metric: brier_score_loss, max: 1", "11:38 conditions[0].max: 1 can never fail: brier_score_loss is never above that; "
        + "write the largest value that you would accept, or remove 'max'")]
    [InlineData("metric: selection_rate, max: 1.0", "11:36 conditions[0].max: 1 can never fail: selection_rate is never above that; write "
        + "the largest value that you would accept, or remove 'max'")]
    [InlineData("metric: accuracy, by: sex, compare: ratio, min: 0", "11:55 conditions[0].min: 0 can never fail: a ratio of accuracy is "
        + "never below that; write the least value that you would accept, or remove 'min'")]
    [InlineData("metric: accuracy, by: sex, compare: difference, max: 1", "11:60 conditions[0].max: 1 can never fail: a difference of "
        + "accuracy is never above that; write the largest value that you would accept, or remove 'max'")]
    [InlineData("metric: dpl, by: sex, min: -1, max: 0.1", "11:34 conditions[0].min: -1 can never fail: dpl is never below that; write the "
        + "least value that you would accept, or remove 'min'")]
    [InlineData("metric: accuracy, min: 0, max: 0.9", "11:30 conditions[0].min: 0 can never fail: accuracy is never below that; write the "
        + "least value that you would accept, or remove 'min'")]
    [InlineData("metric: accuracy, max_regression: 1", "11:41 conditions[0].max_regression: 1 can never fail: accuracy lies between 0 and "
        + "1; write how much worse than the baseline you would accept")]
    [InlineData("metric: accuracy, max_relative_regression: 1", "11:50 conditions[0].max_relative_regression: 1 can never fail: accuracy "
        + "is never below 0, and so never worse than the baseline by more than all of it; write the share that you would accept, such as "
        + "0.05")]
    public void A_bound_at_the_end_of_what_there_can_be_never_fails(string condition, string expected) => Refused(condition, expected);

    [Theory]
    [InlineData("metric: accuracy, by: sex, compare: ratio, min: 0.8")]
    [InlineData("metric: accuracy, by: sex, compare: ratio, min: 0.8, max: 0.99")]
    [InlineData("metric: accuracy, by: sex, compare: difference, min: 0.01, max: 0.1")]
    [InlineData("metric: accuracy, min: 0.7, max: 0.99")]
    [InlineData("metric: accuracy, min: 1")]
    [InlineData("metric: equalized_odds_difference, by: sex, max: 0")]
    [InlineData("metric: selection_rate, min: 0.1")]
    [InlineData("metric: selection_rate, max: 0.1")]
    [InlineData("metric: selection_rate, by: sex, compare: group_max, max: 0.5")]
    [InlineData("metric: recall, by: sex, compare: group_min, min: 0.5")]
    [InlineData("metric: accuracy, max_regression: 0.99, max_relative_regression: 0.99")]
    [InlineData("metric: equalized_odds_difference, by: sex, max_relative_regression: 2")]
    [InlineData("metric: accuracy, max: 0.7, level: inform")]
    public void A_bound_that_can_fail_is_none(string condition) => Policies.Read(Written(condition, "report_only"));

    [Fact]
    public void The_policy_can_say_that_it_is_meant()
    {
        Assert.Equal(VacuousSpec.Allowed, Policies.Condition("{ metric: accuracy, max: 0.7, vacuous: allowed }").Vacuous);
        Assert.Equal(VacuousSpec.Refused, Policies.Condition("{ metric: accuracy, min: 0.7 }").Vacuous);
        Policies.Condition("{ metric: accuracy, by: sex, compare: group_max, min: 0, vacuous: allowed }");
        Policies.Condition("{ metric: accuracy, max_regression: 1, max_relative_regression: 1, vacuous: allowed }");
    }

    [Fact]
    public void What_can_never_fail_of_two_classes_can_of_more()
    {
        string many = Policies.WithCondition("{ metric: brier_score_loss, max: 1 }")
            .Replace("binary_classification", "multiclass_classification", StringComparison.Ordinal);
        Assert.DoesNotContain("never fail", string.Join(' ', Policies.Problems(many)), StringComparison.Ordinal);
        Assert.Equal("11:38 conditions[0].max: 1.5 can never fail: brier_score_loss is never above 1",
            Policies.Problem(Policies.WithCondition("{ metric: brier_score_loss, max: 1.5 }")));
    }

    [Fact]
    public void What_can_never_be_is_an_error_whatever_the_policy_says() =>
        Assert.Equal("11:30 conditions[0].max: 80 can never fail: accuracy is never above 1",
            Policies.Problem(Policies.WithCondition("{ metric: accuracy, max: 80, vacuous: allowed }")));

    [Fact]
    public void A_policy_that_only_reports_says_so()
    {
        const string Reported = "{ metric: accuracy, level: inform }";
        Assert.Equal("10:1 conditions: all of them only report, so this gate passes whatever the model does; give one of them a bound and "
            + "no 'level: inform', or write 'report_only: true' at the top if that is meant",
            Policies.Problem(Policies.WithCondition(Reported)));
        Assert.True(Policies.Read(Policies.WithCondition(Reported, "report_only: true\n" + Policies.BeforeConditions)).ReportOnly);
        Assert.False(Policies.Read(Policies.Minimal).ReportOnly);
    }

    [Fact]
    public void A_policy_that_judges_does_not_say_that_it_only_reports() =>
        Assert.Equal("1:14 report_only: 'accuracy' (line 12) is judged; give every condition 'level: inform', or remove 'report_only'",
            Policies.Problem("report_only: true\n" + Policies.WithCondition("{ metric: accuracy, min: 0.7 }")));

    private static void Refused(string condition, string expected) =>
        Assert.Equal(expected + Meant, Policies.Problem(Written(condition)));

    private static string Written(string condition, string more = "") =>
        (condition.Contains("inform", StringComparison.Ordinal) && more.Length > 0 ? $"{more}: true\n" : "")
            + Policies.WithCondition($"{{ {condition} }}");
}
