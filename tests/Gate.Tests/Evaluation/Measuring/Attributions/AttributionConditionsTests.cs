using System.Globalization;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Attributions;

/// <summary>Conditions on what columns add, in whole runs.</summary>
public sealed class AttributionConditionsTests
{
    /// <summary>y follows x; z is noise; g is sensitive and no feature unless it is named.</summary>
    private static readonly string Rows = "x,z,g,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
        string.Create(CultureInfo.InvariantCulture,
            $"{i * 37 % 100},{i * 61 % 97},{(i % 3 == 0 ? "a" : "b")},{(i * 37 % 100 > 55 ? 1 : 0)}\n")));

    private static TestRun Run(string conditions, string model = "train: { algorithm: logistic_regression }", string explain = "",
        string features = "") => new($$"""
            version: 1
            name: attributions
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [g], split: { test: 0.5 } {{features}} }
            model: { {{model}} }
            {{explain}}
            conditions:
            {{conditions}}
            """, ("d.csv", Rows));

    [Theory]
    [InlineData("x", "min: 0.5", Verdict.Pass)]
    [InlineData("x", "max: 0.5", Verdict.Fail)]
    [InlineData("z", "max: 0.5", Verdict.Pass)]
    [InlineData("[x, z]", "max: 0.99", Verdict.Fail)]
    [InlineData("g", "max: 0.01", Verdict.Pass)]
    public void A_share_is_judged_with_its_interval(string columns, string bound, Verdict verdict)
    {
        using TestRun run = Run($"- {{ metric: attribution_share, features: {columns}, {bound} }}");
        Finding finding = run.Finding();
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(columns == "g", finding.Interval is null);
    }

    [Theory]
    [InlineData("x", "max: 1", Verdict.Pass)]
    [InlineData("x", "min: 2", Verdict.Fail)]
    [InlineData("z", "min: 2", Verdict.Pass)]
    public void A_rank_is_judged_with_the_places_that_are_not_ruled_out(string column, string bound, Verdict verdict)
    {
        using TestRun run = Run($"- {{ metric: attribution_rank, features: {column}, {bound} }}");
        Assert.Equal(verdict, run.Finding().Verdict);
    }

    [Fact]
    public void What_the_model_does_not_read_comes_last_and_what_nobody_has_has_no_share()
    {
        using TestRun rank = Run("- { metric: attribution_rank, features: g, min: 2 }"),
            share = Run("- { metric: attribution_share, features: [x, gg], max: 1.0, vacuous: allowed }");
        Assert.Equal((3.0, Verdict.Pass), (rank.Finding().Estimate, rank.Finding().Verdict));
        Assert.Contains("neither the model nor the data has a column 'gg'", share.Finding().Undefined, StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, share.Finding().Verdict);
    }

    [Theory]
    [InlineData("train: { algorithm: logistic_regression }")]
    [InlineData("train: { algorithm: decision_tree, max_depth: 3 }")]
    [InlineData("train: { algorithm: dummy }")]
    public void Explanations_add_up(string model)
    {
        using TestRun run = Run("- { metric: additivity_error, max: 1e-9 }", model);
        Finding finding = run.Finding();
        Assert.Equal((Verdict.Pass, (IntervalFact?)null), (finding.Verdict, finding.Interval));
        Assert.Contains("additivity_error", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_have_no_model_that_could_be_explained()
    {
        using TestRun run = new("""
            version: 1
            name: attributions
            task: binary_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: attribution_share, features: p, max: 0.5 }]
            """, ("d.csv", "y,p\n1,1\n0,0\n1,0\n0,1\n"));
        Assert.Contains("there are predictions and no model", run.Finding().Undefined, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_tells_what_columns_add_over_all_rows_and_by_group()
    {
        using TestRun run = Run("- { metric: accuracy, min: 0.5 }", explain: "explain: { method: shap, background: 20 }");
        GateResult result = run.Execute();
        AttributionFacts facts = result.Attribution!;
        Assert.Null(result.Importance);
        Assert.Equal(("linear_independent", "raw", 200L, 20L), (facts.Method, facts.Output, facts.Rows, facts.BackgroundRows));
        Assert.Equal(["x", "z"], facts.Features.Select(feature => feature.Feature));
        Assert.Equal(1, facts.Features.Sum(feature => feature.Share!.Value), 1e-12);
        Assert.InRange(facts.AdditivityError, 0, 1e-9);
        // Every row is in one bin of each column; x rises with what it adds, so its ranks do.
        Assert.All(facts.Swarm!.Columns, column => Assert.Equal(200, column.Counts.Sum()));
        SwarmColumnFact x = facts.Swarm.Columns[0];
        Assert.Equal(facts.Swarm.Edges.Count - 1, x.Counts.Count);
        double[] ranks = [.. x.Ranks.Where(rank => rank >= 0)];
        Assert.True(ranks.Length > 2 && ranks.SequenceEqual(ranks.Order()));
        Assert.Equal([("g", "a"), ("g", "b")], facts.Groups.Select(group => (group.By, group.Group)));
        Assert.Equal(200, facts.Groups.Sum(group => group.Rows));
        // The mean over all rows is that of the groups, by their rows.
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(facts.Features[i].MeanAbsolute, facts.Groups.Sum(group => group.Rows * group.MeanAbsolute[i]) / 200, 1e-9);
            Assert.Equal(facts.Features[i].Means[0], facts.Groups.Sum(group => group.Rows * group.Means[i]) / 200, 1e-9);
        }
    }

    [Theory]
    [InlineData("explain: { method: kernel_shap, max_rows: 30 }", "kernel")]
    [InlineData("explain: { method: exact_shap, max_rows: 30 }", "exact")]
    [InlineData("explain: { method: permutation_shap, max_rows: 30 }", "permutation_shap")]
    [InlineData("explain: { method: linear_shap, max_rows: 30 }", "linear_independent")]
    public void The_method_that_the_policy_names_is_taken(string explain, string method)
    {
        using TestRun run = Run("- { metric: accuracy, min: 0.5 }", explain: explain);
        GateResult result = run.Execute();
        Assert.Equal((method, 30L), (result.Attribution!.Method, result.Attribution.Rows));
        Assert.DoesNotContain(result.Notes, note => note.Contains("to bound their time", StringComparison.Ordinal)
            && note.StartsWith("SHAP", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_the_model_is_called_rows_are_bounded_and_a_note_says_so()
    {
        using TestRun run = Run("- { metric: accuracy, min: 0.5 }", explain: "explain: { method: kernel_shap, background: 100000 }");
        GateResult result = run.Execute();
        // Two columns have four coalitions, each scored with 200 rows to learn from: all 200 test rows are within the budget.
        Assert.Equal((200L, 200L), (result.Attribution!.Rows, result.Attribution.BackgroundRows));
        Assert.Contains(result.Notes, note => note.Contains("All coalitions of columns were scored", StringComparison.Ordinal));
    }

    [Fact]
    public void A_method_that_does_not_fit_is_an_error_of_the_model()
    {
        using TestRun run = Run("- { metric: accuracy, min: 0.5 }", explain: "explain: { method: tree_shap }");
        Assert.Contains("tree_shap explains models made of trees", Assert.Throws<Gate.Models.ModelException>(() => run.Execute()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_is_measured_though_the_policy_explains_by_permutation()
    {
        using TestRun run = Run("- { metric: attribution_share, features: x, min: 0.5 }");
        GateResult result = run.Execute();
        Assert.NotNull(result.Importance);
        Assert.NotNull(result.Attribution);
        using TestRun other = Run("- { metric: accuracy, min: 0.5 }");
        Assert.Null(other.Execute().Attribution);
    }

    [Theory]
    [InlineData("- { metric: attribution_share, max: 0.5 }", "", "is asked of columns: 'features: [column]'")]
    [InlineData("- { metric: accuracy, min: 0.5, features: x }", "", "'accuracy' is not asked of single columns; remove 'features'")]
    [InlineData("- { metric: attribution_share, max: 0.5, features: [x, x] }", "", "'x' is named twice")]
    [InlineData("- { metric: attribution_share, max: 0.5, features: x, by: g }", "", "is a number of the model and not of rows")]
    [InlineData("- { metric: attribution_share, max: 0.5, features: x, max_regression: 0.1 }", "baseline: { train: { algorithm: dummy } }",
        "has no better side")]
    [InlineData("- { metric: accuracy, min: 0.5 }", "explain: { method: shap, repeats: 3 }", "has no meaning for 'method: shap'")]
    [InlineData("- { metric: accuracy, min: 0.5 }", "explain: { background: 3 }", "has no meaning for 'method: permutation'")]
    public void What_has_no_meaning_is_refused(string condition, string more, string problem)
    {
        using TestRun run = Run(condition, explain: more);
        Assert.Contains(problem, Assert.Throws<PolicyException>(() => run.Inputs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_made_of_the_columns()
    {
        using TestRun run = Run("- { metric: attribution_share, features: [x, z], min: 0.5 }");
        Assert.Equal("attribution_share-of-x-z", run.Finding().Id);
    }

    /// <summary>Of twelve columns coalitions are drawn: ten million rows to score are 24 rows × 2,072 coalitions × 200.</summary>
    [Fact]
    public void Where_many_coalitions_are_scored_the_budget_bounds_the_rows()
    {
        string rows = string.Join(',', Enumerable.Range(0, 12).Select(column => $"c{column}")) + ",y\n" + string.Concat(
            Enumerable.Range(0, 400).Select(i =>
                string.Join(',', Enumerable.Range(0, 12).Select(column => (i + 3) * (2 * column + 5) % 101))
                + $",{((i + 3) * 5 % 101 > 50 ? 1 : 0)}\n"));
        using TestRun run = new("""
            version: 1
            name: budget
            task: binary_classification
            data: { source: d.csv, label: y, split: { test: 0.5 } }
            model: { train: { algorithm: logistic_regression } }
            explain: { method: kernel_shap, background: 200 }
            conditions: [{ metric: accuracy, min: 0.2 }]
            """, ("d.csv", rows));
        GateResult result = run.Execute();
        Assert.Equal((24L, 200L), (result.Attribution!.Rows, result.Attribution.BackgroundRows));
        Assert.Contains(result.Notes, note => note.StartsWith("SHAP", StringComparison.Ordinal)
            && note.Contains("to bound their time", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("z", null)]
    [InlineData("zz", "neither the model nor the data has a column 'zz'; did you mean 'z'?")]
    [InlineData("xx", "neither the model nor the data has a column 'xx'; did you mean 'x'?")]
    public void A_column_of_the_data_that_the_model_does_not_read_has_no_share(string column, string? undefined)
    {
        using TestRun run = Run($"- {{ metric: attribution_share, features: {column}, max: 0.5 }}",
            features: ", features: { include: [x] }");
        Assert.Equal((undefined, undefined is null ? 0.0 : null as double?), (run.Finding().Undefined, run.Finding().Estimate));
    }
}
