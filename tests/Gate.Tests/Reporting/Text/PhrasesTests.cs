using Gate.Evaluation.Results;
using Gate.Reporting.Markdown;
using Gate.Reporting.Text;
using static Gate.Tests.Reporting.Samples.SampleResults;

namespace Gate.Tests.Reporting.Text;

public class PhrasesTests
{
    [Theory]
    [InlineData("four-fifths", "selection_rate, ratio by afam")]
    [InlineData("odds", "equalized_odds_difference by afam × sex")]
    [InlineData("parity-within-school", "selection_rate, difference by afam within hschool")]
    public void A_condition_in_words(string id, string words) => Assert.Equal(words, Phrases.Condition(Named(id)));

    [Fact]
    public void A_named_disparity_does_not_say_twice_how_it_compares() =>
        Assert.Equal("equalized_odds_difference by afam × sex", Phrases.Condition(Named("odds") with { Compare = "difference" }));

    [Theory]
    [InlineData("four-fifths", "afam = yes")]
    [InlineData("parity-within-school", "afam = yes, where hschool = no")]
    public void The_deciding_group_is_named_with_its_column(string id, string group) => Assert.Equal(group, Phrases.DecidedBy(Named(id)));

    [Fact]
    public void Under_control_only_the_deciding_level_is_marked()
    {
        Finding finding = Named("parity-within-school");
        Assert.Equal(["not judged: 24 rows, the floor is 30", "decided the finding", null, null],
            finding.Groups.Select(group => Phrases.Remark(finding, group)));
        Assert.Single(MarkdownSummary.Render(Mortgage() with { Findings = [finding] }).Split('\n'),
            line => line.Contains("decided the finding", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_file_has_no_size()
    {
        Assert.Equal("–", Phrases.Bytes(null));
        Assert.Equal("0 bytes", Phrases.Bytes(0));
    }

    private static Finding Named(string id) => Mortgage().Findings.Single(finding => finding.Id == id);
}
