using Gate.Data;
using Gate.Evaluation.Proposals;
using static Gate.Tests.Evaluation.Proposals.Proposed;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>From tables to the parts of a policy.</summary>
public sealed class DraftedTests
{
    private static Proposal Draft(string? label, params Column[] columns) => Drafter.Draft(new(columns), "d.csv", label);

    private static CategoryColumn Texts(string name, params string?[] values) =>
        CategoryColumn.Of(name, [.. Enumerable.Repeat(values, 20).SelectMany(some => some)]);

    private static NumericColumn Numbers(string name, int rows, int different) =>
        new(name, [.. Enumerable.Range(0, rows).Select(i => i * 7 % different / 2.0)]);

    [Fact]
    public void Rows_without_a_label_and_of_a_third_part_are_filtered_out()
    {
        Assert.Null(Draft("y", Texts("y", "a", "b"), Numbers("x", 40, 9)).Where);
        Assert.Equal("\"y \"\"it\"\"\" IS NOT NULL", Draft("y \"it\"", Texts("y \"it\"", "a", "b", null), Numbers("x", 60, 9)).Where);
        Assert.Equal("\"part\" IN ('Test', 'train')",
            Draft("y", Texts("y", "a", "b", "a"), Texts("part", "train", "Test", "val"), Numbers("x", 60, 9)).Where);
        Assert.Null(Draft("y", Texts("y", "a", "b"), Texts("part", "train", "test"), Numbers("x", 40, 9)).Where);
        Assert.Equal("\"y\" IS NOT NULL AND \"part\" IN ('test', 'train')",
            Draft("y", Texts("y", "a", null, "b"), Texts("part", "train", "test", "val"), Numbers("x", 60, 9)).Where);
    }

    [Fact]
    public void A_label_that_is_named_has_no_reason_and_one_that_is_guessed_has()
    {
        Assert.Null(Draft("y", Texts("y", "a", "b"), Numbers("x", 40, 9)).LabelReason);
        Assert.Equal("its name says that it is a label; two values; the only column of two values; the first column",
            Draft(null, Texts("y", "a", "b"), Numbers("x", 40, 9)).LabelReason);
    }

    [Fact]
    public void Without_a_feature_there_is_nothing_to_learn()
    {
        Column y = Texts("y", "a", "b"), copy = Texts("z", "a", "b"), sex = Texts("sex", "f", "m"), x = Numbers("x", 40, 9);
        Assert.True(Draft("y", y, sex).NothingToLearn);
        Assert.True(Draft("y", y, copy).NothingToLearn);
        Assert.False(Draft("y", y, x).NothingToLearn);
        Assert.False(Draft("y", y, new NumericColumn("score", [.. Enumerable.Range(0, 40).Select(i => i / 100.0)])).NothingToLearn);
        Assert.False(Draft("y", y, Numbers("two\nlines", 40, 9)).NothingToLearn);
    }

    [Fact]
    public void The_first_weight_and_the_first_split_are_taken_and_neither_is_the_label()
    {
        Proposal draft = Draft("is_test", new NumericColumn("is_test", [.. Enumerable.Range(0, 40).Select(i => (double)(i % 2))],
            ColumnType.Integer), Texts("part", "train", "test"), new NumericColumn("fnlwgt", [.. Enumerable.Repeat(2.0, 39), 3]),
            new NumericColumn("iptw", [.. Enumerable.Repeat(2.0, 39), 3]), Numbers("x", 40, 9));
        Assert.Equal(("part", "fnlwgt"), (draft.Split?.Name, draft.Weight?.Name));
    }

    /// <summary>The score rises with the second class or falls with it.</summary>
    private static Proposal Scored(string label, string one, string other, bool rises) => Draft(label, Texts(label, one, other),
        new NumericColumn("score", [.. Enumerable.Range(0, 40).Select(i => rises ? 0.1 + (i % 2 * 0.5) : 0.6 - (i % 2 * 0.5))]));

    [Theory]
    [InlineData("defaulted", true, "yes", "no", true)]
    [InlineData("defaulted", false, "no", "yes", false)]
    [InlineData("approved", true, "yes", "no", false)]
    [InlineData("approved", false, "no", "yes", true)]
    public void A_score_of_the_class_that_nobody_wishes_for_makes_it_the_positive_one(string label, bool rises, string positive,
        string negative, bool isHarm)
    {
        Proposal draft = Scored(label, "no", "yes", rises);
        Assert.Equal((positive, negative, isHarm), (draft.Positive, draft.Negative, draft.PositiveIsHarm));
        Assert.Equal(isHarm, draft.PositiveReason!.StartsWith("the score is of this class: its mean is 0.6000 where the label is '"
            + $"{positive}' and 0.1000 elsewhere", StringComparison.Ordinal));
    }

    [Fact]
    public void A_score_of_a_class_that_nothing_tells_is_of_no_harm()
    {
        Proposal draft = Scored("kind", "a", "b", rises: false);
        Assert.Equal(("a", "b", false), (draft.Positive, draft.Negative, draft.PositiveIsHarm));
    }

    [Fact]
    public void Scores_of_several_classes_are_written_by_class() => Assert.Contains("""
          predictions:
            prediction: pred  # a guess: its name says that a model gave it
            score:
              a: p_a  # a guess: its name says that a model gave it, for 'a'
              b: p_b  # a guess: its name says that a model gave it, for 'b'
              "no": p_no  # a guess: its name says that a model gave it, for 'no'

        """.ReplaceLineEndings("\n"), Propose("kind,pred,p_a,p_b,p_no\n" + string.Concat(Enumerable.Repeat("a,a,0.6,0.3,0.1\n"
        + "b,a,0.2,0.6,0.2\nno,no,0.1,0.1,0.8\n", 100)), "kind"), StringComparison.Ordinal);
}
