namespace Gate.Tests.Policy.Reading;

/// <summary>Families of conditions, and waivers, against the conditions that there are.</summary>
public class FamilyRulesTests
{
    [Theory]
    [InlineData("families: { a: {} }", "family: b", "11:44 conditions[0].family: there is no family 'b'; there are: a",
        "10:13 families.a: has no condition; name it as 'family' in those that belong to it, or remove it")]
    [InlineData("families: {}", "family: b", "10:11 families: expected at least 1 entries, one for each family; found 0",
        "11:44 conditions[0].family: there is no family 'b'; declare it: 'families: { b: { method: holm } }'")]
    [InlineData("families: { a: {} }", "family: a, level: inform")]
    public void A_condition_and_a_family_need_each_other(string families, string family, params string[] expected)
    {
        string yaml = $"{Policies.BeforeConditions}{families}\nconditions: [{{ metric: accuracy, min: 0.5, {family} }}, "
            + "{ metric: roc_auc, min: 0.5 }]";
        if (expected.Length == 0) Assert.Equal("a", Policies.Read(yaml).Conditions[0].Family);
        else Assert.Equal(expected.Order(), Policies.Problems(yaml).Order());
    }

    [Fact]
    public void Of_conditions_that_could_not_be_read_no_family_is_missed() => Assert.Equal(
        ["12:5 conditions[0]: expected a map, found the text 'accuracy'"],
        Policies.Problems(Policies.BeforeConditions + "families: { a: {} }\nconditions:\n  - accuracy\n"));

    [Fact]
    public void One_confidence_holds_in_a_family_and_another_may_in_another()
    {
        const string families = "families: { a: {}, b: {} }\nconditions:\n  - { metric: accuracy, min: 0.5, family: a, confidence: 0.9 }\n"
            + "  - { metric: roc_auc, min: 0.5, family: b }\n";
        Assert.Equal(2, Policies.Read(Policies.BeforeConditions + families).Conditions.Count);
        Assert.Equal(3, Policies.Read(Policies.BeforeConditions + families
            + "  - { metric: recall, min: 0.5, family: a, confidence: 0.9 }\n").Conditions.Count);
        Assert.Equal("14:33 conditions[2].family: the conditions of a family share one confidence, and that of 'accuracy' is 0.9 while "
            + "this one's is 0.95", Policies.Problem(Policies.BeforeConditions + families
            + "  - { metric: recall, min: 0.5, family: a }\n"));
    }

    [Fact]
    public void A_family_that_is_not_described_has_the_default_method() => Assert.Equal("Holm", Policies.Read(
        Policies.BeforeConditions + "families: { a: { method: holm } }\nconditions: [{ metric: accuracy, min: 0.5, family: a }]")
        .Families.Single().Method.ToString());

    [Fact]
    public void A_waiver_names_a_condition_by_the_id_that_is_made_for_it()
    {
        const string waiver = "\nwaivers: [{ condition: accuracy_ratio-by-sex, owner: a, reason: b, expires: 2027-01-31 }]";
        string yaml = Policies.WithCondition("{ metric: accuracy, by: sex, compare: ratio, min: 0.5 }") + waiver;
        Assert.Equal("accuracy_ratio-by-sex", Assert.Single(Policies.Read(yaml).Waivers).Condition);
        Assert.Null(Assert.Single(Policies.Read(yaml).Waivers).Issue);
        Assert.Equal(["1:1 conditions: is missing; expected a list, each a map"], Policies.Problems(Policies.BeforeConditions + waiver));
    }
}
