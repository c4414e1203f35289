using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Facts;

/// <summary>Notes are told exactly where there is something to know.</summary>
public sealed class NotesTests
{
    private const string AllRows = "All rows were measured: the policy gives no split, so make sure that the model was not trained on "
        + "them.";

    private static GateResult Run(string csv, string data = "positive: 1", string conditions = "[{ metric: accuracy, level: inform }]",
        string model = "predictions: { prediction: p }")
    {
        using TestRun run = new($$"""
            version: 1
            name: notes
            task: binary_classification
            data: { source: d.csv, label: y, {{data}} }
            model: { {{model}} }
            conditions: {{conditions}}
            """, ("d.csv", csv), ("t.csv", csv.Replace(",train", ",other", StringComparison.Ordinal)
                .Replace(",test", ",more", StringComparison.Ordinal)));
        return run.Execute();
    }

    private static string[] Notes(GateResult result) =>
        [.. result.Notes.Where(note => !note.Contains("checksum", StringComparison.Ordinal))];

    [Fact]
    public void Rows_that_are_all_measured() => Assert.Equal([AllRows], Notes(Run("y,p\n1,1\n0,0\n")));

    [Theory]
    [InlineData("split: { column: h }")]
    [InlineData("test: t.csv")]
    public void Rows_that_are_set_apart_need_no_note(string data) =>
        Assert.Empty(Notes(Run("y,p,h\n1,1,train\n0,0,train\n1,1,test\n0,0,test\n", data)));

    [Fact]
    public void Columns_and_groups_without_values() => Assert.Equal(
        ["The column 'e' has no value at all.",
            "'g' is missing in 1 of 3 test rows; they form the group (missing).",
            "'h' is missing in 2 of 3 test rows; they form the group (missing).", AllRows],
        Notes(Run("y,p,e,h,g,k\n1,1,,,u,a\n0,0,,,,a\n1,0,,v,u,a\n", "sensitive: [h, k, g]")));

    [Theory]
    [InlineData("min: 0.1, decide_on: point", true)]
    [InlineData("min: 0.9, decide_on: point", true)]
    [InlineData("min: 0.1", false)]
    [InlineData("level: inform, decide_on: point", false)]
    [InlineData("min: 0.1, decide_on: point, where: z = 77, on_undefined: pass", false)]
    public void What_was_decided_on_the_estimate_alone(string keys, bool told)
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 2},{(i % 5 == 0 ? 0 : i % 2)},{i}\n"));
        string[] notes = Notes(Run("y,p,z\n" + rows,
            conditions: $"[{{ id: one, metric: accuracy, {keys} }}]"));
        Assert.Equal(
            told ? ["The condition 'one' was decided on the estimate alone, as the policy says; its interval was not used.", AllRows]
            : [AllRows], notes);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void Beyond_a_hundred_classes_the_report_says_what_it_leaves_out(int classes, bool told)
    {
        using TestRun run = new("""
            version: 1
            name: notes
            task: multiclass_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: accuracy, level: inform }]
            """, ("d.csv", "y,p\n" + string.Concat(Enumerable.Range(0, 202).Select(i => $"c{i % classes},c{i % classes}\n"))));
        Assert.Equal(told, run.Execute().Notes.Any(note => note.StartsWith("There are 101 classes: with more than 100, the report has no "
            + "confusion matrix", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_plain_count_is_no_estimate_and_needs_no_note() => Assert.Equal([AllRows],
        Notes(Run("y,p\n1,1\n0,0\n", conditions: "[{ metric: count, min: 1, evidence: { min_count: 1 } }]")));

    [Fact]
    public void The_data_of_a_run()
    {
        DataFacts data = Run("y,p,x,t,g\n1,1,,a,u\n0,0,2.5,b,u\n1,0,1.5,a,v\n", "sensitive: [g], where: 'true'").Data;
        Assert.Equal(["y integer label 0 -", "p integer prediction 0 -", "x real unused 1 -", "t text unused 0 2",
            "g text sensitive 0 2"], data.Columns.Select(column =>
            $"{column.Name} {column.Type} {column.Role} {column.Missing} "
            + (column.Distinct is { } distinct ? $"{distinct}" : "-")));
        Assert.Equal([new("0", 1), new("1", 2)], data.LabelCounts);
        Assert.Equal(("d.csv", 3, 0, 3, "1", "true"),
            (Assert.Single(data.Sources), data.Rows, data.TrainRows, data.TestRows, data.Positive, data.Where));
        Assert.Equal("none: all rows are measured", data.Split);
    }

    [Fact]
    public void The_data_of_a_run_with_a_file_of_its_own_for_testing()
    {
        DataFacts data = Run("y,p\n1,1\n0,0\n", "test: [t.csv]").Data;
        Assert.Equal(["d.csv", "t.csv"], data.Sources);
        Assert.Equal((4, 2, 2, "separate test file t.csv"), (data.Rows, data.TrainRows, data.TestRows, data.Split));
    }

    [Theory]
    [InlineData("where: y = 1 OR z > 0", "The filter 'data.where' reads the label 'y'")]
    [InlineData("where: \"\\\"P\\\" = 1 OR Y = 0\"", "The filter 'data.where' reads the prediction 'p' and the label 'y'")]
    [InlineData("where: z > 0", null)]
    public void A_filter_that_chooses_rows_by_the_outcome(string data, string? note)
    {
        string[] notes = Notes(Run("y,p,z\n1,1,1\n0,0,1\n1,0,2\n", $"positive: 1, {data}"));
        if (note is null) Assert.Equal([AllRows], notes);
        else Assert.Contains(notes, told => told.StartsWith(note, StringComparison.Ordinal));
    }

    [Fact]
    public void A_slice_that_chooses_rows_by_the_outcome()
    {
        string[] notes = Notes(Run("y,p,z\n1,1,1\n0,0,1\n1,0,2\n",
            conditions: "[{ id: one, metric: accuracy, where: y = 1, level: inform }]"));
        Assert.Contains(notes, told => told.StartsWith("The condition 'one' is measured on rows that its 'where' chooses by the label 'y'",
            StringComparison.Ordinal));
    }
}
