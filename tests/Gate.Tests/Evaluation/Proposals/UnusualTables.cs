using Gate.Data;
using Gate.Evaluation.Proposals;
using static Gate.Tests.Evaluation.Proposals.Proposed;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>What is proposed, or refused, for tables that lack something.</summary>
public sealed class UnusualTables
{
    private static string Error(string csv, string? label = null) => Assert.Throws<DataException>(() => Propose(csv, label)).Message;

    [Fact]
    public void Data_for_which_nothing_can_be_proposed_says_why()
    {
        Assert.Equal("no column is called 'yy'; did you mean 'y'?", Error("x,y\n1,1\n2,0\n", "yy"));
        Assert.Equal("the label 'y' has one class only ('1'); name another column with --label (x)", Error("x,y\n1,1\n2,1\n", "y"));
        Assert.Equal("the label 'y' has no finite number; name another column with --label (x)", Error("x,y\n1,NaN\n2,inf\n", "y"));
        Assert.Equal("the label 'y' has one class only ('1') once the rows in which it is missing or not finite are left out; name another "
            + "column with --label (x)", Error("x,y\n1,1\n2,NaN\n3,NaN\n"));
        Assert.Equal("the label 'a b' has a name of several lines, which a policy cannot write; rename the column in the file",
            Error("x,\"a\nb\"\n1,1\n2,0\n", "a\nb"));
    }

    /// <summary>NaN is a number to csv, and nothing that a model could be right about.</summary>
    [Fact]
    public void Rows_whose_label_is_not_finite_are_left_out()
    {
        string two = Propose(Csv("x,y", 300, i => $"{i * 37 % 101},{(i % 7 == 3 ? "NaN" : i * 37 % 101 > 50 ? "1" : "0")}"));
        string numbers = Propose(Csv("x,y", 300, i => $"{i * 37 % 101},{(i % 7 == 3 ? "inf" : $"{i * 13 % 97}")}"), "y");
        Assert.Contains("\ntask: binary_classification  # a guess: the label has two values\n", two, StringComparison.Ordinal);
        Assert.Contains("\ntask: regression  # a guess: the label has 97 different numbers\n", numbers, StringComparison.Ordinal);
        foreach (string yaml in (string[])[two, numbers])
            Assert.Contains("\n  where: \"\\\"y\\\" IS NOT NULL AND isfinite(\\\"y\\\")\"  # ", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_never_takes_the_name_of_a_column() => Assert.Contains("\n    - { column: age, bins: [30, 42, 55], as: age_band_2 }",
        Propose(Csv("age,age_band,x,approved", 400, i =>
            $"{18 + (i * 7 % 50)},{(i % 3 == 0 ? "young" : "old")},{i * 37 % 101},{Approved(i)}")), StringComparison.Ordinal);

    [Fact]
    public void A_policy_that_could_judge_nothing_only_reports_and_says_so()
    {
        ProposedPolicy proposed = Whole(Csv("a,b,price", 19, i => $"{i * 37 % 101},{i * 7 % 29},{(i * 37 % 101 * 3.5) + (i % 5)}"));
        Assert.Contains("\nreport_only: true  # nothing is judged, whatever a model does: no metric is defined on these data. Once one is, "
            + "as with more rows, remove this line and its 'level: inform'\n", proposed.Yaml, StringComparison.Ordinal);
        Assert.All(proposed.FirstRun.Today, standing => Assert.False(standing.IsJudged));
        Assert.DoesNotContain("report_only", Propose(Csv("age,size,price", 200, i => $"{18 + (i % 4)},{i * 37 % 101},{i * 13 % 97}")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_for_its_values_says_which()
    {
        string Score(int i) => i == 5 ? "" : $"0.{i % 9}";
        string yaml = Propose(Csv("age,x,approved,p_yes,pred", 300, i =>
            $"{Math.Max(0, i - 290)},{i * 37 % 101},{Approved(i)},{Score(i)},{(i % 2 == 0 ? "A" : "B")}"));
        Assert.Contains("\n      - p_yes  # a guess: its name says that a model gave it, but some of its values are missing\n", yaml,
            StringComparison.Ordinal);
        Assert.Contains("\n      - age  # a guess: it is named like a protected attribute, but its quartiles cut it into no groups\n", yaml,
            StringComparison.Ordinal);
        Assert.Contains("\n      - pred  # a guess: its name says that a model gave it, but its values are not those of the label\n", yaml,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_stops_the_first_run_is_told_and_the_policy_is_there()
    {
        ProposedPolicy proposed = Whole(Csv("x,approved", 60, i => $"{(i == 7 ? "inf" : i % 9)},{(i % 2 == 0 ? "yes" : "no")}"));
        Assert.Contains("'x'", proposed.FirstRun.Stopped, StringComparison.Ordinal);
        Assert.Empty(proposed.FirstRun.Today);
        Assert.Contains("  - metric: roc_auc\n    min: 0.6  # a guess", proposed.Yaml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void A_protected_attribute_of_many_texts_is_not_compared(int different, bool compared)
    {
        string yaml = Propose(Csv("nationality,x,y", 840, i => $"n{i % different},{i * 37 % 101},{(i * 37 % 101 > 40 + (i % 9) ? 1 : 0)}"));
        Assert.Equal(compared, yaml.Contains("\n    - nationality  # a guess", StringComparison.Ordinal));
        Assert.Equal(!compared, yaml.Contains("\n      - nationality  # a guess", StringComparison.Ordinal));
    }
}
