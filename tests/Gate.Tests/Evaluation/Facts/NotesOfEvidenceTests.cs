using System.Text;
using Gate.Data;
using Gate.Evaluation.Facts;
using Gate.Evaluation.Inputs;

namespace Gate.Tests.Evaluation.Facts;

public sealed class NotesOfEvidenceTests
{
    private static CategoryColumn Column(params (string Value, int Rows)[] values)
    {
        string[] names = [.. values.Select(value => value.Value)];
        return new CategoryColumn("sex", [.. values.SelectMany((value, code) => Enumerable.Repeat(code, value.Rows))], names);
    }

    [Fact]
    public void Spellings_that_cut_a_group_below_the_floor_are_named()
    {
        string note = Assert.Single(SpellingNotes.Of("sex", Column(("F", 20), ("f ", 15), ("m", 80)), 30));
        Assert.Contains("'F' (20 rows), 'f ' (15 rows)", note, StringComparison.Ordinal);
        Assert.Contains("the floor is 30", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_groups_are_not_named() => Assert.Empty(SpellingNotes.Of("sex", Column(("F", 100), ("M", 5)), 30));

    [Fact]
    public void Spellings_that_are_large_enough_are_named_without_the_floor() => Assert.EndsWith(
        "'F' (100 rows), 'f' (30 rows) differ only in case or in spaces around them and are groups of their own. If they are one group, "
        + "give it one spelling in data.source with sql.", Assert.Single(SpellingNotes.Of("sex", Column(("F", 100), ("f", 30)), 30)),
        StringComparison.Ordinal);

    [Fact]
    public void A_spelling_of_one_row_beside_a_large_group_is_named() =>
        Assert.Single(SpellingNotes.Of("sex", Column(("F", 100), (" F", 29)), 30));

    /// <summary>The largest part first, equal ones by their spelling; one row is no rows; of many parts six are enough.</summary>
    [Fact]
    public void Spellings_are_told_in_order_and_not_all_of_many()
    {
        Assert.StartsWith("In 'sex', 'F ' (40 rows), 'F' (7 rows), 'f' (7 rows), 'f ' (1 row) differ only in case",
            Assert.Single(SpellingNotes.Of("sex", Column(("f", 7), ("F", 7), ("f ", 1), ("F ", 40)), 30)), StringComparison.Ordinal);
        (string, int)[] six = [("ab", 9), ("aB", 8), ("Ab", 7), ("AB", 6), (" ab", 5), (" aB", 4)];
        Assert.DoesNotContain("…", SpellingNotes.Of("sex", Column(six), 30).Single(), StringComparison.Ordinal);
        string seven = SpellingNotes.Of("sex", Column([.. six, (" AB", 3)]), 30).Single();
        Assert.Contains("' aB' (4 rows), … differ only", seven, StringComparison.Ordinal);
    }

    /// <summary>A spelling that no measured row has is none.</summary>
    [Fact]
    public void Spellings_without_rows_and_missing_values_are_not_told()
    {
        Assert.Empty(SpellingNotes.Of("sex", Column(("F", 100), ("f", 0)), 30));
        Assert.Empty(SpellingNotes.Of("sex", new CategoryColumn("sex", [0, -1, 0, -1], ["F"]), 30));
    }

    /// <summary>Of several conditions that compare the column, the one that asks for the most rows.</summary>
    [Fact]
    public void A_run_tells_spellings_of_each_column_and_heavy_rows_under_the_largest_floor()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 2},{i % 2},{(i < 40 ? "F" : "f")},{(i < 45 ? "x" : "X")},"
            + $"{(i == 7 ? 9 : 1)}\n"));
        using TestRun run = new("""
            version: 1
            name: notes
            task: binary_classification
            data: { source: d.csv, label: y, positive: 1, sensitive: [h, g], weight: w }
            model: { predictions: { prediction: p } }
            evidence: { min_count: 10 }
            conditions:
              - { metric: selection_rate, by: g, compare: ratio, min: 0.1, evidence: { min_count: 21 } }
              - { id: low, metric: selection_rate, by: g, compare: ratio, min: 0.1, evidence: { min_count: 5 } }
              - { metric: selection_rate, by: h, compare: ratio, min: 0.1, evidence: { min_count: 16 } }
            """, ("d.csv", "y,p,g,h,w\n" + rows));
        string[] notes = [.. run.Execute().Notes.Where(note => note.StartsWith("In '", StringComparison.Ordinal)
            || note.StartsWith("Test row", StringComparison.Ordinal))];
        Assert.Equal(["In 'g', 'F' (40 rows", "In 'h', 'x' (45 rows", "Test row 8 has 13.2%"], notes.Select(note => note[..20]));
        Assert.Contains("the floor is 21 rows", notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version: 1\n", "version: 1\n", false)]
    [InlineData("version: 1\r\n", "version: 1\r", false)]
    [InlineData("version: 1\n", "version: 1", true)]
    [InlineData("version: 1\n", "", true)]
    [InlineData("version: 1\nexpect_conditions: 1\n", "version: 1", false)]
    public void A_policy_without_a_last_line_break_may_have_been_cut_off(string head, string read, bool told)
    {
        using TestRun run = new(head + """
            name: end
            task: binary_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: accuracy, min: 0.1 }]
            """);
        RunInputs inputs = run.Inputs with { PolicyBytes = Encoding.UTF8.GetBytes(read) };
        Assert.Equal(told, PolicyEndNote.Of(inputs).Any());
    }

    [Theory]
    [InlineData(new[] { 2.0, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1 }, false)]
    [InlineData(new[] { 1.0, 1, 1, 1, 1, 1, 1, 1, 1, 1.01 }, true)]
    [InlineData(new[] { 1.0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.1 }, false)]
    [InlineData(new[] { 1.0, 1, 1 }, false)]
    public void A_row_with_more_than_a_tenth_of_all_weight_is_named(double[] weights, bool named) =>
        Assert.Equal(named, WeightNote.Of(weights) is not null);

    [Fact]
    public void The_note_says_which_row_and_what_all_are_worth() =>
        Assert.Equal("Test row 2 has 50% of all weight; the 10 test rows are worth 3.6 of equal weight.",
            WeightNote.Of([1, 9, 1, 1, 1, 1, 1, 1, 1, 1]));
}
