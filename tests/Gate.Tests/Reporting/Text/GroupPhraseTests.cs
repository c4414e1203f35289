using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Tests.Reporting.Text;

/// <summary>What is said of the groups, the control levels and the family behind a finding.</summary>
public class GroupPhraseTests
{
    private static readonly Finding BySex = Samples.SampleResults.Minimal().Findings[0] with
    {
        By = ["sex"], DecidedBy = "female", Groups = [Group("male"), Group("female")],
    };

    [Fact]
    public void The_deciding_group_is_named_with_every_column() => Assert.Equal("sex = female, age = young",
        Phrases.DecidedBy(BySex with { By = ["sex", "age"], DecidedBy = "female × young",
            Groups = [Group("female × young") with { Key = ["female", "young"] }] }));

    [Theory]
    [InlineData("nobody")]
    [InlineData(null)]
    public void What_is_no_group_keeps_its_words(string? decidedBy) =>
        Assert.Equal(decidedBy, Phrases.DecidedBy(BySex with { DecidedBy = decidedBy }));

    [Fact]
    public void A_group_whose_key_does_not_fit_the_columns_keeps_its_label() =>
        Assert.Equal("female", Phrases.DecidedBy(BySex with { Groups = [Group("female") with { Key = ["female", "young"] }] }));

    [Fact]
    public void A_group_decides_only_in_the_level_that_decided()
    {
        Finding finding = BySex with { DecidedBy = "female (school = no)" };
        Assert.True(Phrases.Decides(finding, Group("female") with { ControlLevel = "school = no" }));
        Assert.False(Phrases.Decides(finding, Group("female") with { ControlLevel = "school = yes" }));
        Assert.False(Phrases.Decides(finding, Group("female")));
        Assert.False(Phrases.Decides(BySex, Group("female") with { ControlLevel = "school = no" }));
    }

    [Fact]
    public void A_group_that_is_not_judged_decides_nothing()
    {
        GroupFact small = Group("female") with { Excluded = "3 rows, the floor is 30", Undefined = "no positives" };
        Assert.False(Phrases.Decides(BySex, small));
        Assert.Equal("not judged: 3 rows, the floor is 30", Phrases.Remark(BySex, small));
        Assert.Equal("undefined: no positives", Phrases.Remark(BySex, small with { Excluded = null }));
    }

    [Fact]
    public void A_remark_says_whether_the_group_decided_and_what_it_lost()
    {
        RegressionFact lost = new(0.9, 0.05, null, null);
        Assert.Null(Phrases.Remark(BySex, Group("male")));
        Assert.Equal("decided the finding", Phrases.Remark(BySex, Group("female")));
        Assert.Equal("baseline 0.9000; worse by 0.0500", Phrases.Remark(BySex, Group("male") with { Regression = lost }));
        Assert.Equal("decided the finding; baseline 0.9000; worse by 0.0500",
            Phrases.Remark(BySex, Group("female") with { Regression = lost }));
    }

    [Theory]
    [InlineData("worst", "school = no", "the worst, school = no, decides; their weighted mean is 0.1000")]
    [InlineData("worst", null, "the worst decides; their weighted mean is 0.1000")]
    [InlineData("weighted", "school = no", "their weighted mean decides; the worst, school = no, has 0.3000 (0.2000 to 0.4000)")]
    [InlineData("weighted", null, "their weighted mean decides; the worst has 0.3000 (0.2000 to 0.4000)")]
    public void Both_ways_to_join_levels_are_said(string decides, string? worst, string words) => Assert.Equal(words, Phrases.Levels(
        BySex with { Levels = new(decides, new(0.3, null, new(0.2, 0.4, 0.95, "wilson")), worst, new(0.1, null, null)) }));

    [Fact]
    public void An_undefined_way_to_join_levels_gives_its_reason() =>
        Assert.Equal("the worst decides; their weighted mean is undefined (no positives)", Phrases.Levels(
            BySex with { Levels = new("worst", new(0.3, null, null), null, new(null, "no positives", null)) }));

    [Fact]
    public void Without_levels_nothing_is_said_of_them() => Assert.Null(Phrases.Levels(BySex));

    [Fact]
    public void A_family_says_its_method_its_size_and_both_p_values()
    {
        FamilyFact family = new("fair", "holm", 1204, 0.0123, 0.0246, null);
        Assert.Null(Phrases.Family(null));
        Assert.Equal("fair (Holm, 1,204 tested): p 0.0123, corrected 0.0246", Phrases.Family(family));
        Assert.Equal("fair (Benjamini–Hochberg, 2 tested): p below 0.0001, corrected 0.5",
            Phrases.Family(family with { Method = "benjamini_hochberg", Size = 2, PValue = 0.00001, AdjustedP = 0.5 }));
        Assert.Equal("fair (Holm, 1,204 tested): not tested, it has no interval",
            Phrases.Family(family with { PValue = null, AdjustedP = null, NotTested = "it has no interval" }));
    }

    private static GroupFact Group(string label) => new() { Label = label, Key = [label], Count = 50 };
}
