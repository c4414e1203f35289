using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class LabelUnclearExceptionTests
{
    private static LabelUnclearException Of(params string[] names) => new([.. names.Select(name => new LabelCandidate(name, "", 1))]);

    [Fact]
    public void Candidates_are_listed_as_the_option_that_takes_them() => Assert.Equal("""
        which column is the label? Say it with --label; the likeliest are:
          --label kind_1.a-b    its name is often that of an outcome
          --label 'size of it'
        """.ReplaceLineEndings("\n"), new LabelUnclearException([new("kind_1.a-b", "its name is often that of an outcome", 4),
            new("size of it", "", 1)]).Message);

    /// <summary>What is printed can be pasted into a shell, whatever a column is called.</summary>
    [Theory]
    [InlineData("größe", "größe")]
    [InlineData("a$b", "'a$b'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("two\nlines", "'two lines'")]
    public void Names_are_quoted_for_a_shell(string name, string quoted) =>
        Assert.Equal($"  --label {quoted}", Of(name).Message.Split('\n')[1]);

    [Theory]
    [InlineData(8, null)]
    [InlineData(9, "  and 1 more")]
    [InlineData(11, "  and 3 more")]
    public void Of_many_candidates_eight_are_listed(int count, string? more)
    {
        LabelUnclearException asked = Of([.. Enumerable.Range(0, count).Select(i => $"c{i}")]);
        string[] lines = asked.Message.Split('\n');
        Assert.Equal(["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"], asked.Candidates.Select(candidate => candidate.Name));
        Assert.Equal(more is null ? 9 : 10, lines.Length);
        Assert.Equal(more ?? "  --label c7", lines[^1]);
    }

    [Fact]
    public void Where_there_is_none_it_says_why_and_what_to_do()
    {
        LabelUnclearException none = Of();
        Assert.Empty(none.Candidates);
        Assert.Equal("no column looks like a label: each has another part (a protected attribute, an identifier, a date, a place, a "
            + "weight, a prediction, a mark of training and test rows) or tells nothing (free text, the same in every row, empty); name "
            + "one with --label", none.Message);
    }
}
