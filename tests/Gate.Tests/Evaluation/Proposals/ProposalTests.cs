using System.Globalization;
using Gate.Data;
using Gate.Evaluation.Proposals;
using Gate.Evaluation.Results;
using Gate.Tests.Reporting;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>The first policy for data of each task, whole; each passes on its own data.</summary>
public sealed class ProposalTests
{
    private static string Propose(string csv, string? label = null)
    {
        using TestRun run = new("", ("my.data.csv", csv));
        string yaml = PolicyProposer.ProposeAsync(Path.Combine(run.Folder.Path, "my.data.csv"), run.Folder.Path, label,
            new(2026, 1, 1), "0", run, CancellationToken.None).GetAwaiter().GetResult();
        Assert.True(run.Run(yaml).Verdict is Verdict.Pass or Verdict.Warn);
        return yaml;
    }

    private static string Csv(string head, int rows, Func<int, FormattableString> row) =>
        head + "\n" + string.Concat(Enumerable.Range(0, rows).Select(i => row(i).ToString(CultureInfo.InvariantCulture) + "\n"));

    [Fact]
    public void Of_two_classes() => Expectation.Matches("two-classes.yml", Propose(
        Csv("id,age,sex,race,amount,x,default", 400, i =>
            $"{i},{20 + (i * 7 % 50)},{(i % 3 == 0 ? "F" : "M")},only,{i * 37 % 101},{i * 13 % 29},{Defaulted(i)}")));

    private static string Defaulted(int i) => i % 37 == 5 ? "" : i * 37 % 101 > 55 + (i % 5) ? "yes" : "no";

    [Fact]
    public void Of_classes_without_a_favour_in_a_column_of_the_split() => Expectation.Matches("split.yml", Propose(
        Csv("part,gender,amount,size class", 300, i =>
            $"{(i % 3 == 0 ? "test" : "train")},{i % 2},{i * 37 % 307},{(i * 37 % 307 > 150 + (i % 7) ? "big" : "a \"small\" one")}"),
        "size class"));

    [Fact]
    public void Of_three_classes() => Expectation.Matches("three-classes.yml", Propose(
        Csv("amount,kind", 200, i => $"{i * 37 % 101},{(i * 37 % 101) switch { < 30 => "low", < 70 => "middle", _ => "high" }}"), "kind"));

    [Fact]
    public void Of_numbers() => Expectation.Matches("numbers.yml", Propose(
        Csv("age,size,price", 200, i => $"{18 + (i % 4)},{i * 37 % 101},{(i * 37 % 101 * 1000.0) + (i % 9)}")));

    private static string Error(string csv, string? label = null) => Assert.Throws<DataException>(() => Propose(csv, label)).Message;

    [Fact]
    public void Data_for_which_nothing_can_be_proposed_says_why()
    {
        Assert.Equal("no column is called 'yy'; did you mean 'y'?", Error("x,y\n1,1\n2,0\n", "yy"));
        Assert.Equal("the label 'y' has one class only; name another column with --label (x, y)", Error("x,y\n1,1\n2,1\n"));
    }

    [Theory]
    [InlineData("yes,no", "outcome", "\"yes\"")]
    [InlineData("True,False", "outcome", "\"true\"")]
    [InlineData("1,0", "outcome", "\"1\"")]
    [InlineData("1,0", "fraud", "\"0\"")]
    [InlineData("good,bad", "outcome", "good")]
    [InlineData("b,a", "fraud", "b")]
    public void The_favourable_class_is_guessed_from_values_and_name(string classes, string label, string positive)
    {
        string[] two = classes.Split(',');
        Assert.Contains($"\n  positive: {positive}  # a guess", Propose(
            Csv($"x,{label}", 120, i => $"{i * 37 % 101},{two[i * 37 % 101 > 40 + (i % 9) ? 0 : 1]}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void A_protected_attribute_of_many_texts_is_not_proposed(int different, bool proposed) => Assert.Equal(proposed,
        Propose(Csv("nationality,x,y", 840, i => $"n{i % different},{i * 37 % 101},{(i * 37 % 101 > 40 + (i % 9) ? 1 : 0)}"))
            .Contains("\n    - nationality\n", StringComparison.Ordinal));
}
