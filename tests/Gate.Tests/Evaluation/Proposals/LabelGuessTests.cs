using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class LabelGuessTests
{
    /// <summary>Columns of two values each, so that only names and places differ; <c>:n</c> after a name gives it n values.</summary>
    private static string? Taken(string names, string file = "rows.csv") => LabelGuess.Clear(LabelGuess.Candidates(
        ColumnGuesses.Of(new([.. names.Split(',').Select(Column)])), file))?.Name;

    private static NumericColumn Column(string text)
    {
        string[] parts = text.Split(':');
        int values = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 2;
        return new(parts[0], [.. Enumerable.Range(0, 60).Select(i => (double)(i * i % values))], ColumnType.Integer);
    }

    [Theory]
    [InlineData("y", "x,y,z")]
    [InlineData("target_flag", "a,target_flag,z")]
    [InlineData("isFraud", "a,isFraud,z")]
    [InlineData("Loan.Default", "a,Loan.Default,z")]
    [InlineData("defaulted", "defaulted,why,z")]
    [InlineData("churned", "a,churned,z")]
    [InlineData("attrition", "a,attrition,z")]
    [InlineData("y_true", "y_true,y_pred,z")]
    public void The_label_has_a_name_that_says_so(string label, string names) => Assert.Equal(label, Taken(names));

    [Theory]
    [InlineData("a,b,z")]
    [InlineData("a:7,b:7,z")]
    public void Place_and_values_alone_are_not_enough(string names) => Assert.Null(Taken(names));

    [Theory]
    [InlineData("isFraud,isFlaggedFraud,z")]
    [InlineData("target,label,z")]
    public void Of_two_that_are_as_likely_none_is_taken(string names) => Assert.Null(Taken(names));

    [Theory]
    [InlineData("survived,passengerClass:3")]
    [InlineData("survived,ethnicity")]
    [InlineData("survived,minority")]
    [InlineData("survived,y_score")]
    [InlineData("survived,prior_arrests,z")]
    [InlineData("survived,arrests:9,z")]
    [InlineData("survived,days_to_arrest:30,z")]
    [InlineData("survived,latitude:30")]
    public void Classes_of_something_else_protected_columns_scores_and_counts_are_no_labels(string names) =>
        Assert.Equal("survived", Taken(names));

    [Fact]
    public void A_column_that_the_file_is_called_like_is_likelier()
    {
        Assert.Equal("diabetes", Taken("a:9,b:9,diabetes", "PimaIndiansDiabetes.csv"));
        Assert.Equal("salary", Taken("rank,salary:50", "Salaries.csv"));
        Assert.Equal("kyphosis", Taken("kyphosis,b:9,c:9", "kyphosis.csv"));
        Assert.Null(Taken("kyphosis,b:9,c:9", "spines.csv"));
    }

    [Fact]
    public void A_class_that_hardly_occurs_makes_a_label_less_likely()
    {
        NumericColumn Rare(int rows) => new("status", [.. Enumerable.Range(0, 1000).Select(i => i < rows ? 1.0 : 0)], ColumnType.Integer);
        int Points(int rows) => LabelGuess.Candidates(ColumnGuesses.Of(new([Rare(rows)])), "rows.csv")[0].Points;
        Assert.Equal(2, Points(5) - Points(4));
    }

    /// <summary>The reasons for <c>approved</c>.</summary>
    private static string Reasons(string names, string file = "rows.csv") => LabelGuess.Candidates(
        ColumnGuesses.Of(new([.. names.Split(',').Select(Column)])), file).Single(candidate => candidate.Name == "approved").Reason;

    /// <summary>A reader sees the protected column, the weight and the score as well.</summary>
    [Theory]
    [InlineData("x:9,z:9,approved", "two values; the only column of two values; the last column")]
    [InlineData("sex,z:9,approved", "two values; the only column of two values that may be the label; the last column")]
    [InlineData("x:9,approved,sex:7", "two values; the only column of two values; the last column that may be the label")]
    [InlineData("x:9,approved,y_score", "two values; the only column of two values that may be the label; the last column that may be the "
        + "label")]
    [InlineData("approved,x:9,z:9", "two values; the only column of two values; the first column")]
    [InlineData("age:9,approved,x:9", "two values; the only column of two values; the first column that may be the label")]
    [InlineData("x:9,approved,z:9", "two values; the only column of two values")]
    [InlineData("b,approved,z:9", "two values")]
    public void Reasons_are_true_of_the_whole_table(string names, string reasons) =>
        Assert.Equal($"its name is that of an event; {reasons}", Reasons(names));

    [Fact]
    public void A_files_extension_is_no_name()
    {
        Assert.StartsWith("the file is called like it; its name is that of an event", Reasons("x,approved,z", "approved.csv"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("called", Reasons("x,approved,z", "rows.approved"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_no_policy_can_name_is_no_candidate() => Assert.Equal("survived", Taken("survived,target\nof it"));
}
