using Gate.Bench;
using Gate.Bench.Coverage.Cells;
using Gate.Bench.Coverage.Populations;

namespace Gate.Tests.Bench;

/// <summary>Results of simulations that take hours: what is done stays done, and tables say what is in them.</summary>
public sealed class CoverageResultsTests
{
    [Fact]
    public void A_file_goes_on_where_it_stopped_and_loses_only_a_line_that_was_cut_off()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("coverage").FullName, "results.jsonl");
        Assert.Empty(ResultFile.Open(path));
        ResultFile.Append(path, Line(50, 0, Cell("accuracy", 3, 2)));
        File.AppendAllText(path, "{\"law\":\"cut o");
        Assert.Single(ResultFile.Open(path));
        ResultFile.Append(path, Line(50, 200, Cell("accuracy", 0, 1)));
        List<ResultLine> lines = ResultFile.Open(path);
        Assert.Equal([0, 200], lines.Select(line => line.From));
        Assert.Equal(Cell("accuracy", 3, 2), lines[0].Cells[0]);
    }

    [Fact]
    public void Runs_of_one_cell_add_up_and_those_of_others_do_not()
    {
        List<Simulated> cells = Simulated.Of([Line(50, 0, Cell("accuracy", 3, 2)), Line(50, 200, Cell("accuracy", 5, 0)),
            Line(20, 0, Cell("accuracy", 0, 0))]);
        Assert.Equal(2, cells.Count);
        CellCounts sum = cells.Single(cell => cell.Rows == 50).Counts;
        Assert.Equal((400, 8, 2), (sum.Runs, sum.Above, sum.Below));
        Assert.Equal(0.975, sum.Coverage, 12);
    }

    [Theory]
    [InlineData(12, 0, 0, "94.0")]
    [InlineData(13, 0, 0, "**93.5**")]
    [InlineData(19, 0, 0, "**90.5 ↑**")]
    [InlineData(9, 10, 0, "**90.5 ↓**")]
    [InlineData(2, 2, 60, "98.0 (30)")]
    [InlineData(0, 0, 200, "–")]
    public void A_cell_below_94_percent_is_marked(int above, int below, int none, string text) =>
        Assert.Equal(text, Mark.Text([Cell("accuracy", above, below) with { None = none }]));

    [Fact]
    public void The_lowest_of_several_cells_is_shown() =>
        Assert.Equal("**90.5 ↑**", Mark.Text([Cell("accuracy", 1, 1), Cell("accuracy", 19, 0), Cell("accuracy", 13, 0)]));

    [Fact]
    public void Metrics_with_the_same_line_share_it()
    {
        string[] table = [.. TableScenario.Lines(Simulated.Of(
            [Line(50, 0, Cell("accuracy", 3, 2), Cell("zero_one_loss", 3, 2), Cell("precision", 3, 1))]))];
        Assert.Equal("| metrics | of | method | 50 |", table[0]);
        Assert.Equal(["| `accuracy`, `zero_one_loss` | overall | `wilson` | 97.5 |", "| `precision` | overall | `wilson` | 98.0 |"],
            table[2..]);
    }

    [Fact]
    public void All_cells_have_their_first_runs_before_any_has_its_second()
    {
        Plan plan = Plan.Of(new() { ["runs"] = "500", ["sizes"] = "20,1000", ["weights"] = "none" });
        (CellGroup Group, int From, int Runs)[] steps = [.. plan.Steps()];
        Assert.Equal(Laws.All.Count * 4 * 2, plan.Groups.Count);
        Assert.Equal(steps.Select(step => step.From).Order(), steps.Select(step => step.From));
        // Cells of thousands of rows have 200 runs, the others all 500.
        foreach (IGrouping<CellGroup, (CellGroup Group, int From, int Runs)> group in steps.GroupBy(step => step.Group))
            Assert.Equal(group.Key.Groups * group.Key.Rows >= 5000 ? 200 : 500, group.Sum(step => step.Runs));
    }

    [Fact]
    public void The_short_form_is_part_of_the_whole()
    {
        Plan whole = Plan.Of([]), shortForm = Plan.Of(new() { ["short"] = "" });
        Assert.Equal(9 * 4 * 4 * 4, whole.Groups.Count);
        Assert.Empty(shortForm.Groups.Select(group => group.Name).Except(whole.Groups.Select(group => group.Name)));
        Assert.True(shortForm.Groups.Count < whole.Groups.Count / 2);
        Assert.Equal(Laws.All.Count, shortForm.Groups.Select(group => group.Law.Name).Distinct().Count());
        Assert.Equal(4, shortForm.Groups.Select(group => group.Groups).Distinct().Count());
    }

    [Fact]
    public void A_question_has_a_truth_that_fits_its_context()
    {
        var group = new CellGroup(Laws.All[0], 2, Weighting.None, 50);
        World world = group.Make();
        Dictionary<Context, double> truths = group.Questions(world, metric => metric.Name == "base_rate")
            .ToDictionary(question => question.Context, question => question.Truth);
        Assert.Equal([Context.Difference, Context.Ratio], truths.Keys.Order());
        Assert.Equal(0.1, truths[Context.Difference], 0.002);
        Assert.Equal(0.8, truths[Context.Ratio], 0.002);
        // Neither direction of a selection rate is worse; of an accuracy the lower is.
        World one = new CellGroup(Laws.All[0], 1, Weighting.None, 50).Make();
        Question[] questions = [.. Truths.Of(one, 1, 50, metric => metric.Name is "selection_rate" or "accuracy" or "zero_one_loss")];
        Assert.DoesNotContain(questions, q => q.Metric.Name == "selection_rate" && q.Context == Context.Regression);
        double lost = questions.Single(q => q.Metric.Name == "accuracy" && q.Context == Context.Regression).Truth;
        // The first law's baseline is a little better.
        Assert.InRange(lost, 0.005, 0.05);
        Assert.Equal(lost, questions.Single(q => q.Metric.Name == "zero_one_loss" && q.Context == Context.Regression).Truth, 12);
    }

    [Fact]
    public void Options_without_a_value_are_there_or_not()
    {
        Dictionary<string, string> options = Options.Parse(["coverage", "--short", "--runs", "5", "--list"]);
        Assert.Equal(["list", "runs", "short"], options.Keys.Order());
        Assert.Equal("5", options["runs"]);
    }

    private static CellCounts Cell(string metric, int above, int below) =>
        new(metric, Context.Overall, 0.8, "wilson", 200, above, below, 0, 20, 200);

    private static ResultLine Line(int rows, int from, params CellCounts[] cells) => new("law", 1, "None", rows, from, "1.0", cells);
}
