namespace Gate.Tests.Policy;

/// <summary>Conditions and waivers that cannot be: each stands from line 11 on, with a baseline on the line before the list.</summary>
public class ConditionProblemTests
{
    private const string Head = Policies.BeforeConditions;

    [Theory]
    [InlineData("conditions: []", "10:13 conditions: expected at least 1 entry, each a map")]
    [InlineData("conditions:", "10:12 conditions: expected a list, each a map, found nothing (null)")]
    [InlineData("conditions: { metric: accuracy }", "10:13 conditions: expected a list, each a map, found a map")]
    [InlineData("", "1:1 conditions: is missing; expected a list, each a map")]
    public void A_policy_without_conditions_is_an_error(string conditions, string expected) =>
        Assert.Equal(expected, Policies.Problem(Head + conditions));

    [Theory]
    [InlineData("- accuracy", "11:5 conditions[0]: expected a map, found the text 'accuracy'")]
    [InlineData("- min: 1", "11:5 conditions[0].metric: is missing; expected the name of a metric")]
    [InlineData("- { metric: accuracy_scores, min: 0.5 }",
        "11:15 conditions[0].metric: unknown metric 'accuracy_scores'; did you mean 'accuracy_score'?")]
    [InlineData("- { metric: roc_acu, min: 0.5 }", "11:15 conditions[0].metric: unknown metric 'roc_acu'; did you mean 'roc_auc'?")]
    [InlineData("- { metric: accuracy }", "11:7 conditions[0]: has no bound; add min, max or max_regression, or 'level: inform' to only "
        + "report it")]
    [InlineData("- { metric: accuracy, level: warn }",
        "11:7 conditions[0]: has no bound; add min, max or max_regression, or 'level: inform' to only report it")]
    [InlineData("- { metric: accuracy, min: 0.5, level: strict }",
        "11:42 conditions[0].level: unknown level 'strict'; there are: enforce, warn, inform")]
    [InlineData("- { metric: accuracy, min: high }", "11:30 conditions[0].min: expected a number, found the text 'high'")]
    [InlineData("- { metric: accuracy, min: \"0.7\" }", "11:30 conditions[0].min: expected a number, found the text '0.7'; leave out the "
        + "quotes: 0.7")]
    [InlineData("- { metric: accuracy, min: \"0,7\" }", "11:30 conditions[0].min: expected a number, found the text '0,7'; numbers have a "
        + "decimal point and no comma: 0.7")]
    [InlineData("- metric: accuracy\n    min: 0,7", "12:10 conditions[0].min: expected a number, found the text '0,7'; numbers have a "
        + "decimal point and no comma: 0.7")]
    [InlineData("- { metric: accuracy, min: 80% }", "11:30 conditions[0].min: expected a number, found the text '80%'; a share is written "
        + "as a number: 0.8")]
    [InlineData("- { metric: accuracy, min: 0,7 }", "11:30 conditions[0].min: expected a number, found 0,7; numbers have a decimal point "
        + "and no comma: 0.7")]
    [InlineData("- { metric: accuracy, min: }", "11:30 conditions[0].min: expected a number, found nothing (null)")]
    [InlineData("- { metric: accuracy, min: -.inf }",
        "11:30 conditions[0].min: expected a number, found -.inf, which is not a finite number")]
    [InlineData("- { metric: accuracy, max: .NaN }",
        "11:30 conditions[0].max: expected a number, found .NaN, which is not a finite number")]
    [InlineData("- { metric: accuracy, min: 1e999 }",
        "11:30 conditions[0].min: expected a number, found 1e999, which is not a finite number")]
    [InlineData("- { metric: accuracy, min: 0.9, max: 0.8 }", "11:40 conditions[0].max: max 0.8 lies below min 0.9, so nothing can pass")]
    [InlineData("- { metric: accuracy, min: 80 }", "11:30 conditions[0].min: 80 always fails: accuracy is never above 1")]
    [InlineData("- { metric: accuracy, min: -0.1 }", "11:30 conditions[0].min: -0.1 can never fail: accuracy is never below 0")]
    [InlineData("- { metric: accuracy, max: 1.5 }", "11:30 conditions[0].max: 1.5 can never fail: accuracy is never above 1")]
    [InlineData("- { metric: accuracy, max: -1 }", "11:30 conditions[0].max: -1 always fails: accuracy is never below 0")]
    [InlineData("- { metric: accuracy, by: sex, compare: difference, max: 10 }",
        "11:60 conditions[0].max: 10 can never fail: a difference of accuracy is never above 1")]
    [InlineData("- { metric: accuracy, by: sex, compare: ratio, min: 1.25 }",
        "11:55 conditions[0].min: 1.25 always fails: a ratio of accuracy is never above 1")]
    [InlineData("- { metric: accuracy, max_regression: 2 }",
        "11:41 conditions[0].max_regression: 2 can never fail: accuracy lies between 0 and 1")]
    [InlineData("- { metric: accuracy, max_regression: -0.1 }",
        "11:41 conditions[0].max_regression: expected a number, at least 0, found the number -0.1")]
    [InlineData("- { metric: selection_rate, max_regression: 0.1 }",
        "11:31 conditions[0].max_regression: needs a metric where larger or smaller is better, and 'selection_rate' has no better side")]
    [InlineData("- { metric: accuracy, by: sex, min: 0.5 }",
        "11:25 conditions[0].compare: is missing; say how groups are compared: difference, ratio, group_min, group_max or each")]
    [InlineData("- { metric: accuracy, compare: ratio, min: 0.5 }", "11:25 conditions[0].compare: 'compare' has no meaning without 'by'")]
    [InlineData("- { metric: accuracy, control: sex, min: 0.5 }", "11:25 conditions[0].control: 'control' has no meaning without 'by'")]
    [InlineData("- { metric: accuracy, method: to_overall, min: 0.5 }", "11:25 conditions[0].method: 'method' has no meaning without 'by'")]
    [InlineData("- { metric: accuracy, by: sex, compare: group_min, method: to_overall, min: 0.5 }",
        "11:54 conditions[0].method: has no meaning for group_min, which compares nothing")]
    [InlineData("- { metric: accuracy, by: sex, compare: smallest, min: 0.5 }",
        "11:43 conditions[0].compare: unknown comparison 'smallest'; there are: difference, ratio, group_min, group_max, each")]
    [InlineData("- { metric: equalized_odds_difference, max: 0.1 }",
        "11:7 conditions[0].by: is missing; 'equalized_odds_difference' exists between groups only, so name the sensitive column")]
    [InlineData("- { metric: equalized_odds_difference, by: sex, compare: ratio, max: 0.1 }",
        "11:51 conditions[0].compare: 'equalized_odds_difference' says in its name how groups are compared; remove 'compare'")]
    [InlineData("- { metric: accuracy, by: [sxe], compare: ratio, min: 0.5 }",
        "11:30 conditions[0].by[0]: 'sxe' is no sensitive column; did you mean 'sex'?")]
    [InlineData("- { metric: accuracy, by: age, compare: ratio, min: 0.5 }",
        "11:29 conditions[0].by: 'age' is no sensitive column; data declares it under the name 'age_band'")]
    [InlineData("- { metric: accuracy, by: [sex, sex], compare: ratio, min: 0.5 }", "11:35 conditions[0].by[1]: 'sex' is named twice")]
    [InlineData("- { metric: accuracy, by: sex, control: sex, compare: ratio, min: 0.5 }",
        "11:43 conditions[0].control: 'sex' is named twice; a column is compared or controlled, not both")]
    [InlineData("- { metric: accuracy, by: [], compare: ratio, min: 0.5 }",
        "11:29 conditions[0].by: expected at least 1 entry, each text (the name of a sensitive column)")]
    [InlineData("- { metric: accuracy, min: 0.5, on_undefined: inconclusive }",
        "11:49 conditions[0].on_undefined: unknown effect 'inconclusive'; there are: fail, warn, pass")]
    [InlineData("- { metric: accuracy, min: 0.5, on_inconclusive: Fail }",
        "11:52 conditions[0].on_inconclusive: unknown effect 'Fail'; did you mean 'fail'?")]
    [InlineData("- { metric: accuracy, min: 0.5, confidence: 1 }",
        "11:47 conditions[0].confidence: expected a number above 0.5 and below 1, found the number 1")]
    [InlineData("- { metric: accuracy, min: 0.5, feature: [a] }",
        "11:35 conditions[0].feature: unknown key 'feature'; did you mean 'features'?|")]
    public void A_mistake_is_reported_where_it_stands(string condition, string expected)
    {
        string problem = Policies.Problem(Head + "conditions:\n  " + condition);
        // Behind the bar: what the message must also say; long lists of words are not repeated here.
        foreach (string part in expected.Split('|')) Assert.Contains(part, problem, StringComparison.Ordinal);
        if (!expected.Contains('|', StringComparison.Ordinal)) Assert.Equal(expected, problem);
    }

    [Fact]
    public void Two_conditions_with_one_id_are_reported_with_both_lines() =>
        Assert.Equal(
            "12:11 conditions[1].id: the id 'a' on line 12 is taken by the condition on line 11; ids are unique",
            Policies.Problem(Head + "conditions:\n  - { id: a, metric: accuracy, min: 0.5 }\n  - { id: a, metric: accuracy, min: 0.6 }"));

    [Fact]
    public void Made_ids_avoid_each_other_and_given_ones()
    {
        string yaml = Head + """
            conditions:
              - { metric: accuracy, min: 0.5 }
              - { metric: accuracy, min: 0.9 }
              - { id: accuracy-2, metric: accuracy, min: 0.6 }
              - { metric: accuracy, by: [sex, age_band], compare: group_min, min: 0.6 }
            """;
        Assert.Equal(["accuracy", "accuracy-3", "accuracy-2", "accuracy_group_min-by-sex-age_band"],
            Policies.Read(yaml).Conditions.Select(c => c.Id));
    }

    [Fact]
    public void A_regression_without_a_baseline_is_reported() =>
        Assert.Equal(
            "11:25 conditions[0].max_regression: needs a 'baseline' model to compare with, and the policy has none",
            Policies.Problem(Head.Replace("baseline: { predictions: { score: old } }", "baseline: null", StringComparison.Ordinal)
                + "conditions:\n  - { metric: accuracy, max_regression: 0.1 }"));

    [Fact]
    public void A_comparison_has_a_better_side_even_where_its_metric_has_none()
    {
        ConditionReadable("{ metric: selection_rate, by: sex, compare: ratio, max_regression: 0.1 }");
        ConditionReadable("{ metric: equalized_odds_difference, by: sex, max_regression: 0.1 }");
    }

    [Fact]
    public void Bounds_at_the_ends_of_the_range_are_allowed()
    {
        ConditionReadable("{ metric: accuracy, min: 1, max_regression: 0 }");
        ConditionReadable("{ metric: accuracy, by: sex, compare: difference, max: 0 }");
    }

    [Fact]
    public void Columns_without_declared_sensitive_ones_are_told_how_to_declare() =>
        Assert.Equal(
            "10:29 conditions[0].by: 'sex' is no sensitive column; declare it: 'sensitive: [sex]' in data",
            Policies.Problem(string.Join('\n', Head.Split('\n').Where(line => !line.Contains("sensitive", StringComparison.Ordinal)))
                + "conditions:\n  - { metric: accuracy, by: sex, compare: ratio, min: 0.5 }"));

    [Theory]
    [InlineData("- { condition: acuracy, owner: a, reason: b, expires: 2027-01-31 }",
        "13:18 waivers[0].condition: there is no condition with the id 'acuracy'; did you mean 'accuracy'?")]
    [InlineData("- { condition: accuracy, reason: b, expires: 2027-01-31 }",
        "13:7 waivers[0].owner: is missing; expected text (a person or team)")]
    [InlineData("- { condition: accuracy, owner: a, expires: 2027-01-31 }", "13:7 waivers[0].reason: is missing; expected text (a reason)")]
    [InlineData("- { condition: accuracy, owner: a, reason: b }", "13:7 waivers[0].expires: is missing; expected a day such as 2027-01-31")]
    [InlineData("- { condition: accuracy, owner: a, reason: b, expires: 2027-02-30 }",
        "13:58 waivers[0].expires: expected a day such as 2027-01-31, found the text '2027-02-30'")]
    [InlineData("- { condition: accuracy, owner: a, reason: b, expires: 31.1.2027 }",
        "13:58 waivers[0].expires: expected a day such as 2027-01-31, found the text '31.1.2027'")]
    [InlineData("- { condition: accuracy, owner: \"\", reason: b, expires: 2027-01-31 }",
        "13:35 waivers[0].owner: expected text (a person or team), found an empty text")]
    public void A_waiver_must_be_complete(string waiver, string expected) =>
        Assert.Equal(expected, Policies.Problem(Head + "conditions:\n  - { metric: accuracy, min: 0.5 }\nwaivers:\n  " + waiver));

    private static void ConditionReadable(string condition) =>
        Assert.Single(Policies.Read(Head + "conditions:\n  - " + condition).Conditions);
}
