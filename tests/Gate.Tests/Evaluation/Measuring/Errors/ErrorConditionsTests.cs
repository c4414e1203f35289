using System.Globalization;
using Gate.Data.Randomness;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Errors;

/// <summary>Conditions on the worst slice, in whole runs.</summary>
public sealed class ErrorConditionsTests
{
    private static string Rows(bool planted)
    {
        var random = new SplitMix64(3);
        return "age,region,g,y,p,v,w\n" + string.Concat(Enumerable.Range(0, 1600).Select(i =>
        {
            (int age, int region, int g) = (random.NextInt(80), random.NextInt(3), random.NextInt(2));
            bool wrong = random.NextDouble() < (planted && region == 1 && g == 1 ? 0.6 : 0.1);
            int y = random.NextInt(2);
            return string.Create(CultureInfo.InvariantCulture, $"{age},r{region},{(g == 0 ? "a" : "b")},{y},{(wrong ? 1 - y : y)},"
                + $"{y * 10},{y * 10 + (wrong ? 6 : 1)}\n");
        }));
    }

    private static TestRun Run(string condition, bool planted = true, string more = "", string label = "y", string prediction = "p") =>
        new($$"""
            version: 1
            name: slices
            task: {{(label == "y" ? "binary_classification" : "regression")}}
            data: { source: d.csv, label: {{label}}, sensitive: [g], features: { include: [age, region] } }
            model: { predictions: { prediction: {{prediction}} } }
            {{more}}
            conditions:
            {{condition}}
            """, ("d.csv", Rows(planted)));

    [Theory]
    [InlineData(true, "max: 2", Verdict.Fail)]
    [InlineData(true, "max: 30", Verdict.Pass)]
    [InlineData(false, "max: 4", Verdict.Pass)]
    [InlineData(true, "max: 2, features: age", Verdict.Pass)]
    [InlineData(true, "max: 2, features: [g, region]", Verdict.Fail)]
    public void The_worst_slice_is_judged_on_rows_that_were_not_searched(bool planted, string keys, Verdict verdict)
    {
        using TestRun run = Run($"- {{ metric: slice_error_ratio, {keys} }}", planted);
        Finding finding = run.Finding();
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(("ratio", 800L), (finding.Unit, finding.Rows));
        Assert.InRange(finding.Estimate!.Value, finding.Interval!.Low, finding.Interval.High);
    }

    [Fact]
    public void It_says_which_rows_they_are()
    {
        using TestRun run = Run("- { metric: slice_error_ratio, max: 2 }");
        Finding finding = run.Finding();
        Assert.StartsWith("where region = r1 and g = b, zero_one_loss is", finding.Brief, StringComparison.Ordinal);
        Assert.Contains("times that of all other rows", finding.Brief, StringComparison.Ordinal);
        Assert.Contains("the half that was not searched", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_regression_the_mean_absolute_error_is_looked_at()
    {
        using TestRun run = Run("- { metric: slice_error_ratio, max: 1.5 }", label: "v", prediction: "w");
        Finding finding = run.Finding();
        Assert.Equal(Verdict.Fail, finding.Verdict);
        Assert.StartsWith("where region = r1 and g = b, mean_absolute_error is", finding.Brief, StringComparison.Ordinal);
    }

    /// <summary>The lower end pays for the choice among slices: it lies below that of the same slice on its own.</summary>
    [Fact]
    public void The_result_has_slices_a_tree_and_a_map()
    {
        using TestRun run = Run("- { metric: slice_error_ratio, max: 2 }");
        GateResult result = run.Execute();
        ErrorAnalysisFacts facts = result.ErrorAnalysis!;
        Assert.Equal(("zero_one_loss", 800L, 800L), (facts.Metric, facts.SearchedRows, facts.Rows));
        SliceFact first = facts.Slices[0];
        Assert.Equal([("region", "r1"), ("g", "b")], first.Terms.Select(term => (term.Column, term.Value)));
        Assert.True(first.Ratio > 3 && first.Interval!.Low > 1);
        Assert.Equal(result.Findings[0].Interval!.Low, first.Interval!.Low, 1e-9);
        Assert.Equal(800, facts.Tree.Rows);
        Assert.Equal(facts.Loss!.Value, facts.Tree.Loss!.Value, 1e-12);
        Assert.Equal(800, facts.Tree.Children.Sum(child => child.Rows));
        ErrorMapFact map = facts.Map!;
        Assert.Equal(("region", "g", 800L), (map.Down, map.Across, map.Cells.Sum(cells => cells.Sum(cell => cell.Rows))));
        Assert.Equal(map.Cells.SelectMany(cells => cells).Max(cell => cell.Loss),
            map.Cells[map.DownValues.ToList().IndexOf("r1")][map.AcrossValues.ToList().IndexOf("b")].Loss);
        using TestRun plain = Run("- { metric: accuracy, min: 0.2 }");
        Assert.Null(plain.Execute().ErrorAnalysis);
    }

    [Fact]
    public void A_floor_that_no_slice_reaches_and_a_column_that_is_not_there_are_undefined()
    {
        using TestRun floor = Run("- { metric: slice_error_ratio, max: 2, evidence: { min_count: 700 } }"),
            unknown = Run("- { metric: slice_error_ratio, max: 2, features: regionn }");
        Assert.Contains("no slice with enough rows", floor.Finding().Undefined!, StringComparison.Ordinal);
        Assert.Contains("'regionn' is neither a feature nor a sensitive column; did you mean 'region'?", unknown.Finding().Undefined!,
            StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, unknown.Finding().Verdict);
    }

    [Theory]
    [InlineData("- { metric: slice_error_ratio, max: 2, by: g }", "is a number of the model and not of rows; remove 'by'")]
    [InlineData("- { metric: slice_error_ratio, min: 2 }", "is better the smaller it is")]
    public void What_has_no_meaning_is_refused(string condition, string problem)
    {
        using TestRun run = Run(condition);
        Assert.Contains(problem, Assert.Throws<PolicyException>(() => run.Inputs).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40_000, false)]
    [InlineData(40_001, true)]
    public void Of_many_rows_some_are_looked_at_and_a_note_says_so(int rows, bool told)
    {
        using TestRun run = new("""
            version: 1
            name: slices
            task: binary_classification
            data: { source: d.csv, label: y, features: { include: [a] } }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: slice_error_ratio, max: 9 }]
            """, ("d.csv", "a,y,p\n" + string.Concat(Enumerable.Range(0, rows).Select(i =>
                $"{i % 5},{i % 2},{(i % 7 == 0 ? 0 : i % 2)}\n"))));
        GateResult result = run.Execute();
        Assert.Equal(told, result.Notes.Any(note => note.EndsWith($"of {rows:#,0} test rows, evenly spaced, to bound the time.",
            StringComparison.Ordinal)));
    }
}
