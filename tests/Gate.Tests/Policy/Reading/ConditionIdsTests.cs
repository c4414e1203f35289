namespace Gate.Tests.Policy.Reading;

/// <summary>The ids of conditions that give themselves none.</summary>
public class ConditionIdsTests
{
    [Theory]
    [InlineData("{ metric: accuracy, min: 0.5 }", "accuracy")]
    [InlineData("{ id: mine, metric: accuracy, min: 0.5 }", "mine")]
    [InlineData("{ metric: accuracy_score, min: 0.5 }", "accuracy_score")]
    [InlineData("{ metric: accuracy, by: sex, compare: ratio, min: 0.5 }", "accuracy_ratio-by-sex")]
    [InlineData("{ metric: accuracy, by: [sex, age_band], compare: each, max_regression: 0.5 }", "accuracy_each-by-sex-age_band")]
    [InlineData("{ metric: accuracy, by: null, class: null, where: null, min: 0.5 }", "accuracy")]
    [InlineData("{ metric: accuracy, where: \"a > 1\", min: 0.5 }", "accuracy-in-slice")]
    [InlineData("{ metric: dpl, by: sex, where: \"a > 1\", max: 0.5 }", "dpl-by-sex-in-slice")]
    public void They_are_made_from_metric_comparison_columns_and_slice(string condition, string id) =>
        Assert.Equal(id, Policies.Condition(condition).Id);

    [Fact]
    public void Classes_are_named_in_them_as_they_are_written()
    {
        string multiclass = Policies.BeforeConditions.Replace("binary_", "multiclass_", StringComparison.Ordinal)
            .Replace("score: old", "prediction: old", StringComparison.Ordinal);
        Assert.Equal("recall-of-2", Policies.Condition("{ metric: recall, class: 2, min: 0.5 }", multiclass).Id);
        Assert.Equal("recall_ratio-of-a-by-sex",
            Policies.Condition("{ metric: recall, class: a, by: sex, compare: ratio, min: 0.5 }", multiclass).Id);
    }

    [Fact]
    public void Equal_ones_are_numbered_past_all_that_are_taken()
    {
        string yaml = Policies.BeforeConditions + """
            conditions:
              - { metric: accuracy, min: 0.1 }
              - { metric: accuracy, min: 0.2 }
              - { metric: roc_auc, min: 0.3 }
              - { metric: accuracy, min: 0.4 }
              - { id: accuracy-3, metric: accuracy, min: 0.5 }
              - { id: roc_auc, metric: accuracy, min: 0.6 }
              - { metric: accuracy, min: 0.7 }
            """;
        Assert.Equal(["accuracy", "accuracy-2", "roc_auc-2", "accuracy-4", "accuracy-3", "roc_auc", "accuracy-5"],
            Policies.Read(yaml).Conditions.Select(condition => condition.Id));
    }

    [Fact]
    public void What_is_no_condition_yet_can_be_named_to_be_set()
    {
        // The second is no condition, and the third names no metric: both have ids for overrides all the same.
        string yaml = Policies.BeforeConditions + "conditions:\n  - { metric: accuracy, min: 0.5 }\n  - none\n  - { min: 0.5 }\n"
            + "  - { metric: [a], compare: [b], by: { c: d }, class: [e], where: 1, min: 0.5 }";
        Assert.Equal(["accuracy", "roc_auc", "recall", "fbeta"], Policies.Read(yaml,
            ("conditions.condition", "{ metric: roc_auc, min: 0.1 }"), ("conditions.condition.metric", "recall"),
            ("conditions[3]", "{ metric: fbeta, min: 0.1 }")).Conditions.Select(c => c.Id));
        Assert.Contains(Policies.Problems(yaml, ("conditions.x.min", "1")), problem => problem.Contains(
            "there is no condition with the id 'x'; there are: accuracy, condition, condition-2, condition-3", StringComparison.Ordinal));
    }

    [Fact]
    public void An_id_that_is_no_text_or_empty_is_none()
    {
        Assert.Equal(["11:11 conditions[0].id: expected text (an id), found the number 7; put it in quotes"],
            Policies.Problems(Policies.WithCondition("{ id: 7, metric: accuracy, min: 0.5 }")));
        Assert.Equal(["11:11 conditions[0].id: expected text (an id), found an empty text"],
            Policies.Problems(Policies.WithCondition("{ id: \"\", metric: accuracy, min: 0.5 }")));
    }

    [Fact]
    public void Of_ids_that_are_wrong_the_repetition_is_not_reported_too() => Assert.Equal(
        ["11:11 conditions[0].id: expected text (an id) on one line, without control characters",
            "12:11 conditions[1].id: expected text (an id) on one line, without control characters"], Policies.Problems(
            Policies.BeforeConditions + string.Concat(Enumerable.Repeat("  - { id: \"a\\nb\", metric: accuracy, min: 0.5 }\n", 2))
                .Insert(0, "conditions:\n")));

    [Fact]
    public void Each_repetition_of_an_id_is_reported_against_the_first()
    {
        string yaml = Policies.BeforeConditions + "conditions:\n  - { id: a, metric: accuracy, min: 0.5 }\n"
            + "  - { id: a, metric: accuracy, min: 0.5 }\n  - { id: a, metric: accuracy, min: 0.5 }\n";
        Assert.Equal(["12:11 conditions[1].id: the id 'a' on line 12 is taken by the condition on line 11; ids are unique",
            "13:11 conditions[2].id: the id 'a' on line 13 is taken by the condition on line 11; ids are unique"], Policies.Problems(yaml));
    }
}
