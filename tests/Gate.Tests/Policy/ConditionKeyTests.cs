using Gate.Policy.Document;

namespace Gate.Tests.Policy;

/// <summary>Slices, parameters, classes, reference groups, regressions and families. Conditions stand from line 11 on.</summary>
public class ConditionKeyTests
{
    private const string Head = Policies.BeforeConditions;

    private static ConditionSpec Condition(string condition, string head = Head) =>
        Assert.Single(Policies.Read(head + "conditions:\n  - " + condition).Conditions);

    private static string Multiclass => Head.Replace("binary_", "multiclass_", StringComparison.Ordinal)
        .Replace("score: old", "prediction: old", StringComparison.Ordinal);

    [Fact]
    public void All_of_them_are_read()
    {
        ConditionSpec c =
            Condition("{ metric: accuracy, where: \"age < 30\", by: [sex, age_band], control: branch, levels: weighted, compare: ratio, "
            + "method: to_reference, reference: [F, young], min: 0.8, max_regression: 0.1, max_relative_regression: 0.05 }");
        Assert.Equal(("age < 30", LevelsSpec.Weighted, MethodSpec.ToReference), (c.Where, c.Levels, c.Method!.Value));
        Assert.Equal(ReferenceKindSpec.Named, c.Reference!.Kind);
        Assert.Equal(["F", "young"], c.Reference.Values);
        Assert.Equal((0.1, 0.05), (c.MaxRegression!.Value, c.MaxRelativeRegression!.Value));
        Assert.Equal(2, Condition("{ metric: fbeta, parameters: { beta: 2 }, min: 0.5 }").Parameters["beta"]);
        Assert.Equal("1.0", Condition("{ metric: recall, class: 1.0, min: 0.5 }", Multiclass).Class);
        Assert.Equal(CompareSpec.Each, Condition("{ metric: accuracy, by: sex, compare: each, max_regression: 0.1 }").Compare);
    }

    [Theory]
    [InlineData("largest", ReferenceKindSpec.Largest, "")]
    [InlineData("best", ReferenceKindSpec.Best, "")]
    [InlineData("worst", ReferenceKindSpec.Worst, "")]
    [InlineData("named", ReferenceKindSpec.Named, "named")]
    [InlineData("\"1\"", ReferenceKindSpec.Named, "1")]
    [InlineData("[best]", ReferenceKindSpec.Named, "best")]
    [InlineData("{ group: largest }", ReferenceKindSpec.Named, "largest")]
    public void A_reference_is_a_word_or_a_group(string written, ReferenceKindSpec kind, string group)
    {
        ReferenceSpec reference =
            Condition($"{{ metric: accuracy, by: sex, compare: ratio, method: to_reference, reference: {written}, min: 0.5 }}").Reference!;
        Assert.Equal((kind, group), (reference.Kind, string.Join(",", reference.Values)));
    }

    [Theory]
    [InlineData("{ metric: fbeta, parameters: { bta: 2 }, min: 0.5 }", "unknown parameter 'bta'; did you mean 'beta'?")]
    [InlineData("{ metric: accuracy, parameters: { beta: 2 }, min: 0.5 }", "unknown parameter 'beta'; 'accuracy' has no parameters")]
    [InlineData("{ metric: fbeta, parameters: { beta: -1 }, min: 0.5 }", "parameters.beta: expected a number, at least 0")]
    [InlineData("{ metric: fbeta, parameters: { bins: 2.5 }, min: 0.5 }", "parameters.bins: expected a whole number from 1 to 100")]
    [InlineData("{ metric: fbeta, parameters: { beta: two }, min: 0.5 }", "parameters.beta: expected a number, found the text 'two'")]
    [InlineData("{ metric: recall, class: a, min: 0.5 }", "class: has a meaning for multiclass_classification only")]
    [InlineData("{ metric: accuracy, where: \" \", min: 0.5 }", "where: expected text (an SQL condition), found an empty text")]
    [InlineData("{ metric: accuracy, by: sex, compare: ratio, reference: F, min: 0.5 }",
        "reference: has a meaning for 'method: to_reference' only")]
    [InlineData("{ metric: accuracy, by: [sex, age_band], compare: ratio, method: to_reference, reference: F, min: 0.5 }",
        "expected 2 values, found 1")]
    [InlineData("{ metric: accuracy, by: sex, compare: ratio, levels: weighted, min: 0.5 }", "'levels' has no meaning without 'control'")]
    [InlineData("{ metric: dpl, by: sex, method: to_overall, max: 0.5 }",
        "'dpl' does not compare by to_overall; it takes to_reference or to_rest")]
    [InlineData("{ metric: between_group_entropy, by: sex, max: 0.5 }", "control: is missing")]
    [InlineData("{ metric: between_group_entropy, by: sex, control: x, method: to_rest, max: 0.5 }", "one number of all groups together")]
    [InlineData("{ metric: accuracy, by: sex, compare: each, min: 0.5, max_regression: 0.1 }",
        "use group_min for a bound on every group's value")]
    [InlineData("{ metric: accuracy, by: sex, compare: each, level: inform }", "add max_regression or max_relative_regression")]
    [InlineData("{ metric: selection_rate, max_relative_regression: 0.1 }", "'selection_rate' has no better side")]
    [InlineData("{ metric: accuracy, max_relative_regression: -0.1 }", "expected a number, at least 0")]
    [InlineData("{ metric: accuracy, min: 0.5, family: fair }", "there is no family 'fair'; declare it")]
    [InlineData("{ metric: accuracy, level: inform, family: fair }", "family: has no meaning for a condition without a bound")]
    public void A_mistake_is_told(string condition, string expected) =>
        Assert.Contains(Policies.Problems(Head + "conditions:\n  - " + condition),
            problem => problem.StartsWith("11:", StringComparison.Ordinal) && problem.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void A_metric_of_two_classes_needs_a_class_only_where_no_groups_are_compared()
    {
        Assert.Contains("so name the class", Policies.Problem(Multiclass + "conditions:\n  - { metric: recall, min: 0.5 }"),
            StringComparison.Ordinal);
        Assert.Contains("so name the class",
            Policies.Problem(Multiclass + "conditions:\n  - { metric: recall, by: sex, compare: each, max_regression: 0.5 }"),
            StringComparison.Ordinal);
        Assert.Contains("is not asked of single classes",
            Policies.Problem(Multiclass + "conditions:\n  - { metric: accuracy, class: a, min: 0.5 }"), StringComparison.Ordinal);
        Assert.Null(Condition("{ metric: recall, by: sex, compare: ratio, min: 0.5 }", Multiclass).Class);
    }

    [Fact]
    public void Families_are_read_with_their_method()
    {
        const string conditions = "conditions:\n  - { metric: accuracy, min: 0.5, family: a }\n  - { metric: roc_auc, min: 0.5, family: "
            + "b }";
        PolicyDocument policy = Policies.Read(Head + "families: { a: { method: benjamini_hochberg }, b: {} }\n" + conditions);
        Assert.Equal([("a", FamilyMethod.BenjaminiHochberg), ("b", FamilyMethod.Holm)],
            policy.Families.Select(family => (family.Name, family.Method)));
        Assert.Contains(Policies.Problems(Head + "families: { bb: {}, b: {} }\n" + conditions),
            problem => problem.EndsWith("conditions[0].family: there is no family 'a'; there are: bb, b", StringComparison.Ordinal));
        Assert.Equal("10:20 families.c: has no condition; name it as 'family' in those that belong to it, or remove it",
            Assert.Single(Policies.Problems(Head + "families: { a: {}, c: {}, b: {} }\n" + conditions)));
        string two = conditions.Replace("family: b", "family: a, confidence: 0.9", StringComparison.Ordinal);
        Assert.Contains("share one confidence", Policies.Problem(Head + "families: { a: {} }\n" + two), StringComparison.Ordinal);
    }

    [Fact]
    public void Made_ids_tell_slices_and_classes_apart()
    {
        string yaml = Multiclass + """
            conditions:
              - { metric: accuracy, min: 0.5 }
              - { metric: accuracy, where: "a > 1", min: 0.5 }
              - { metric: accuracy, where: "a > 2", min: 0.5 }
              - { metric: recall, class: setosa, by: sex, compare: group_min, min: 0.5 }
            """;
        Assert.Equal(["accuracy", "accuracy-in-slice", "accuracy-in-slice-2", "recall_group_min-of-setosa-by-sex"],
            Policies.Read(yaml).Conditions.Select(c => c.Id));
    }
}
