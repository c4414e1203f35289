using System.Globalization;
using System.Text;
using Gate.Data;
using Gate.Data.Randomness;
using Gate.Evaluation;
using Gate.Evaluation.Export;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Tests.Data;

namespace Gate.Tests.Evaluation.Measuring.Rows;

/// <summary>Single rows, cohorts and what counterfactuals may change, in whole runs.</summary>
public sealed class RowRuns
{
    private static string Rows()
    {
        var random = new SplitMix64(6);
        return "id,x,z,k,g,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
        {
            int x = random.NextInt(100), z = random.NextInt(100), noise = random.NextInt(20);
            string z1 = i % 7 == 0 ? "" : $"{z}", k = i % 4 == 0 ? "p" : "q", g = i % 3 == 0 ? "a" : "b";
            return string.Create(CultureInfo.InvariantCulture, $"A-{i},{x},{z1},{k},{g},{(x + noise > 60 ? 1 : 0)}\n");
        }));
    }

    private static TestRun Run(string explain, string report, string task = "binary_classification", string label = "y",
        string model = "train: { algorithm: logistic_regression }") => new($$"""
        version: 1
        name: rows
        task: {{task}}
        data: { source: d.csv, label: {{label}}, sensitive: [g], features: { exclude: [{{(label == "y" ? "id" : "id, y")}}] },
            split: { test: 0.5, seed: 2 } }
        model: { {{model}} }
        explain: {{explain}}
        report: { {{report}} }
        conditions: [{ metric: {{(task == "regression" ? "mean_absolute_error, max: 100" : "accuracy, min: 0")}}, level: inform }]
        """, ("d.csv", Rows()));

    private static GateResult Execute(string explain, string report, string task = "binary_classification", string label = "y",
        string model = "train: { algorithm: logistic_regression }")
    {
        using TestRun run = Run(explain, report, task, label, model);
        return run.Execute();
    }

    [Fact]
    public void No_row_is_in_the_result_unless_the_policy_lets_it()
    {
        GateResult none = Execute("{ method: shap }", "title: t");
        Assert.Null(none.Rows);
        Assert.DoesNotContain("A-1", Encoding.UTF8.GetString(ResultJson.Utf8(none)), StringComparison.Ordinal);
        Assert.NotNull(Execute("{ method: shap }", "rows: sampled").Rows);
    }

    [Fact]
    public void Sampled_rows_are_drawn_of_each_group_and_none_is_chosen_for_what_it_is()
    {
        RowFacts facts = Execute("{ method: shap, rows: { random_per_group: 2 } }", "rows: sampled").Rows!;
        Assert.Equal(["drawn from g = a", "drawn from g = a", "drawn from g = b", "drawn from g = b"], facts.Rows.Select(row => row.Why));
        RowFacts other = Execute("{ method: shap, seed: 5, rows: { random_per_group: 2 } }", "rows: sampled").Rows!;
        Assert.NotEqual(facts.Rows.Select(row => row.Name), other.Rows.Select(row => row.Name));
    }

    [Fact]
    public void All_rows_are_the_worst_errors_the_nearest_to_the_threshold_and_those_that_are_named()
    {
        GateResult result = Execute("{ method: shap, rows: { worst_errors: 2, nearest_threshold: 2, random_per_group: 0, id: id, "
            + "ids: [A-17, A-18, A-19, A-20, nobody] } }", "rows: all");
        RowFacts facts = result.Rows!;
        ExplainedRowFact[] Of(string why) => [.. facts.Rows.Where(row => row.Why == why)];
        Assert.NotEmpty(Of("named in the policy"));
        Assert.All(Of("named in the policy"), row => Assert.Contains(row.Name, (string[])["A-17", "A-18", "A-19", "A-20"]));
        Assert.Contains(result.Notes, note => note == "explain.rows.ids: no measured row has the id 'nobody'.");
        ExplainedRowFact[] worst = Of("among the largest errors"), near = Of("nearest to the threshold");
        Assert.Equal((2, 2), (worst.Length, near.Length));
        Assert.All(worst, row => Assert.NotEqual(row.Label, row.Said));
        Assert.True(Math.Abs(worst[0].Score!.Value - 0.5) >= Math.Abs(worst[1].Score!.Value - 0.5));
        Assert.All(near, row => Assert.InRange(row.Score!.Value, 0.3, 0.7));
        Assert.Equal("id", facts.Id);
        Assert.Equal(facts.Rows.Count, facts.Rows.Select(row => row.Name).Distinct().Count());
    }

    [Fact]
    public void A_row_adds_up_from_what_is_expected_to_what_the_model_says()
    {
        GateResult result = Execute("{ method: shap }", "rows: all");
        foreach (ExplainedRowFact row in result.Rows!.Rows)
        {
            Assert.Equal(row.Total, row.Base + row.Columns.Sum(column => column.Contribution) + row.OthersAdd, 1e-9);
            Assert.Equal(row.Score!.Value, 1 / (1 + Math.Exp(-row.Total)), 1e-9);
            Assert.Equal(["k", "x", "z"], row.Columns.Select(column => column.Feature).Order());
            Assert.True(Math.Abs(row.Columns[0].Contribution) >= Math.Abs(row.Columns[^1].Contribution));
        }
        Assert.Contains(result.Rows.Rows.SelectMany(row => row.Columns), column => column is { Feature: "k", Value: "p" or "q" });
    }

    [Fact]
    public void Of_numbers_and_of_several_classes_too()
    {
        RowFacts numbers = Execute("{ method: shap }", "rows: all", "regression", "x", "train: { algorithm: linear_regression }").Rows!;
        ExplainedRowFact[] worst = [.. numbers.Rows.Where(row => row.Why == "among the largest errors")];
        double[] errors = [.. worst.Select(row => Math.Abs(double.Parse(row.Label, CultureInfo.InvariantCulture)
            - double.Parse(row.Said, CultureInfo.InvariantCulture)))];
        Assert.Equal(errors.OrderDescending(), errors);
        Assert.All(numbers.Rows, row => Assert.Null(row.Score));
        RowFacts classes = Execute("{ method: shap }", "rows: all", "multiclass_classification", "k",
            "train: { algorithm: decision_tree, max_depth: 3 }").Rows!;
        Assert.All(classes.Rows, row => Assert.Equal(row.Said, row.Of));
    }

    [Theory]
    [InlineData("{ method: shap, rows: { worst_errors: 2 } }", "title: t", "explain.rows: no row may stand in the report; add 'report: {")]
    [InlineData("{ method: shap, rows: { worst_errors: 2 } }", "rows: sampled", "explain.rows.worst_errors: these rows are chosen for "
        + "what")]
    [InlineData("{ method: shap, rows: { ids: [a], id: id } }", "rows: sampled", "explain.rows.ids: these rows are chosen for what they "
        + "are")]
    [InlineData("{ method: shap, rows: { ids: [a] } }", "rows: all", "explain.rows")]
    [InlineData("{ method: shap, rows: { id: idd } }", "rows: all", "the id column 'idd' is not a column of the data; did you mean 'id'?")]
    [InlineData("{ method: permutation }", "rows: all", "report.rows: rows are explained by SHAP; add 'explain: { method: shap }'")]
    [InlineData("false", "rows: all", "report.rows: rows are explained by SHAP")]
    [InlineData("{ method: permutation, cohorts: { a: x > 1 } }", "title: t", "explain.cohorts: has no meaning for 'method: permutation'")]
    [InlineData("{ method: shap, cohorts: { a: x > 1, b: x > 2, c: x > 3, d: x > 4 } }", "title: t", "expected at most 3, found 4")]
    [InlineData("{ method: shap, cohorts: { young: xx > 1 } }", "title: t", "explain.cohorts.young: ")]
    [InlineData("{ method: shap, allowed: { xx: [1, 2] } }", "title: t", "explain.allowed.xx: 'xx' is not a column of the data; did you "
        + "mean")]
    [InlineData("{ method: shap, allowed: { x: [1] } }", "title: t", "explain.allowed.x: expected the least and the largest number")]
    [InlineData("{ method: shap, allowed: { x: [9, 2] } }", "title: t", "explain.allowed.x: expected the least and the largest number")]
    public void What_is_wrong_is_told_at_its_place(string explain, string report, string message)
    {
        using TestRun run = Run(explain, report);
        PolicyProblem[] problems = [.. Assert.Throws<PolicyException>(() => run.Execute()).Problems];
        Assert.Contains(problems, problem => problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.InRange(problem.At.Line, 7, 8));
    }

    [Fact]
    public void Cohorts_stand_side_by_side()
    {
        AttributionFacts facts = Execute("{ method: shap, cohorts: { low: x < 30, high: x >= 70, nobody: x > 1000 } }", "title: "
            + "t").Attribution!;
        Assert.Equal([("low", "x < 30"), ("high", "x >= 70"), ("nobody", "x > 1000")], facts.Cohorts.Select(one => (one.Name, one.Where)));
        int x = facts.Features.ToList().FindIndex(feature => feature.Feature == "x");
        Assert.True(facts.Cohorts[0].Means[x] < 0 && facts.Cohorts[1].Means[x] > 0);
        Assert.Equal(Math.Abs(facts.Cohorts[0].Means[x]), facts.Cohorts[0].MeanAbsolute[x], 1e-9);
        Assert.InRange(facts.Cohorts[0].Rows, 30, 90);
        Assert.Equal((0, 0), (facts.Cohorts[2].Rows, facts.Cohorts[2].MeanAbsolute.Count));
    }

    [Fact]
    public void Counterfactuals_keep_to_what_the_policy_allows()
    {
        CounterfactualFacts free = Execute("{ method: shap }", "title: t").Counterfactuals!;
        CounterfactualFacts bound = Execute("{ method: shap, allowed: { x: [20, 55], k: [q] } }", "title: t").Counterfactuals!;
        Assert.Empty(free.Allowed);
        Assert.Equal([("x", "20 to 55"), ("k", "q")], bound.Allowed.Select(one => (one.Name, one.Text)));
        Assert.All(bound.Rows.SelectMany(row => row.Changes).Where(change => change.Feature == "x"), change => Assert.InRange(
            double.Parse(change.To, CultureInfo.InvariantCulture), 20, 55));
        Assert.DoesNotContain(bound.Rows.SelectMany(row => row.Changes), change => change is { Feature: "k", To: "p" });
        Assert.All(Execute("{ method: shap, allowed: { x: [1000, 2000] } }", "title: t").Counterfactuals!.Rows, row =>
            Assert.DoesNotContain(row.Changes, change => change.Feature == "x"));
    }

    [Fact]
    public async Task Values_of_more_rows_than_are_explained_stream_to_parquet()
    {
        string csv = "x,k,y\n" + string.Concat(Enumerable.Range(0, 23_000).Select(i => FormattableString.Invariant(
            $"{i * 7919 % 1000},{(i % 3 == 0 ? "a" : "b")},{(i * 7919 % 1000 > 500 ? 1 : 0)}\n")));
        using var run = new TestRun("""
            version: 1
            name: stream
            task: binary_classification
            data: { source: d.csv, label: y, split: { test: 0.5, seed: 2 } }
            model: { train: { algorithm: decision_tree, max_depth: 3 } }
            report_only: true
            conditions: [{ metric: roc_auc, level: inform }]
            """, ("d.csv", csv));
        RunOutcome outcome = await GateRun.ExecuteAsync(run.Inputs with { KeepsExplanations = true }, run, CancellationToken.None);
        LocalExplanations explanations = outcome.Explanations!;
        using var folder = new DataFolder();
        using (FileStream file = File.Create(Path.Combine(folder.Path, "e.parquet"))) explanations.Parquet(file);
        Table read = folder.Read("e.parquet");
        Assert.Equal(11_500, read.RowCount);
        Assert.Equal(Enumerable.Range(0, 11_500).Select(i => (double)i), read.Numbers("row"));
        // The rows that were explained in the run have the same values in the file.
        var json = System.Text.Json.JsonDocument.Parse(explanations.Json()).RootElement;
        int[] rows = [.. json.GetProperty("rows").EnumerateArray().Select(row => row.GetInt32())];
        Assert.Equal(10_000, rows.Length);
        Assert.Equal(json.GetProperty("values").EnumerateArray().Select(row => row[0].GetDouble()),
            rows.Select(row => read.Numbers("shap_x")[row]));
    }
}
