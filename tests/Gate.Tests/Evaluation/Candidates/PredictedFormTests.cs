using System.Globalization;
using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Candidates;

/// <summary>Predictions that are already there: in the data, in a file of their own, with scores by class and with intervals.</summary>
public sealed class PredictedFormTests
{
    private static TestRun Run(string task, string csv, string predictions, string own = "", string data = "label: y", string more = "",
        string condition = "{ metric: count, level: inform, evidence: { min_count: 1 } }") => new($$"""
        version: 1
        name: predicted
        task: {{task}}
        data: { source: d.csv, {{data}} }
        model: { predictions: { {{predictions}} } {{more}} }
        conditions: [{{condition}}]
        """, ("d.csv", csv), ("q.csv", own));

    private static string Confusion(TestRun run)
    {
        using (run) return string.Join(" / ", run.Execute().Confusion!.Counts.Select(row => string.Join(' ', row)));
    }

    private static string[] Parameters(ModelFacts facts) => [.. facts.Parameters.Select(one => $"{one.Name}: {one.Text}")];

    private const string Binary = "id,y,s,p\n1,1,0.9,1\n2,0,0.2,0\n3,1,0.6,0\n4,0,0.7,1\n";

    [Fact]
    public void Scores_are_cut_at_the_threshold_where_no_classes_are_given()
    {
        Assert.Equal("1 1 / 0 2", Confusion(Run("binary_classification", Binary, "score: s")));
        Assert.Equal("2 0 / 1 1", Confusion(Run("binary_classification", Binary, "score: s", more: ", threshold: 0.8")));
        Assert.Equal("1 1 / 1 1", Confusion(Run("binary_classification", Binary, "prediction: p, score: s")));
    }

    [Fact]
    public void What_was_read_stands_in_the_result()
    {
        using TestRun scored = Run("binary_classification", Binary, "score: s", more: ", threshold: 0.8"),
            said = Run("binary_classification", Binary, "prediction: p, score: s"),
            joined = Run("binary_classification", Binary, "prediction: p, source: q.csv, key: id", "p,id\n0,1\n1,4\n1,2\n0,3\n");
        ModelFacts facts = scored.Execute().Model;
        Assert.Equal(("predictions", "columns of the data", 0.8), (facts.Kind, facts.Source, facts.Threshold));
        Assert.Equal(["score: s"], Parameters(facts));
        Assert.Null(said.Execute().Model.Threshold);
        Assert.Equal(["prediction: p", "score: s"], Parameters(said.Execute().Model));
        Assert.Equal("q.csv", joined.Execute().Model.Source);
        Assert.Equal(["prediction: p", "key: id"], Parameters(joined.Execute().Model));
    }

    [Fact]
    public void Rows_of_another_file_are_joined_by_key_or_by_order_also_of_a_split()
    {
        const string own = "p,id\n0,1\n1,4\n1,2\n1,3\n";
        Assert.Equal("0 2 / 1 1", Confusion(Run("binary_classification", Binary, "prediction: p, source: q.csv, key: id", own)));
        Assert.Equal("0 2 / 1 1", Confusion(Run("binary_classification", Binary, "prediction: p, source: q.csv", "p\n0\n1\n1\n1\n")));
        Assert.Equal("0 1 / 0 1", Confusion(Run("binary_classification", "h," + string.Join('\n', Binary.Trim().Split('\n')
            .Select((line, i) => i == 0 ? line : (i < 3 ? "train," : "test,") + line)), "prediction: p, source: q.csv, key: id",
            own, "label: y, split: { column: h }")));
    }

    [Fact]
    public void Where_the_policy_names_no_data_the_predictions_hold_the_labels()
    {
        using TestRun run = new("""
            version: 1
            name: predicted
            task: binary_classification
            data: { label: y }
            model: { predictions: { prediction: p, source: d.csv } }
            conditions: [{ metric: count, level: inform, evidence: { min_count: 1 } }]
            """, ("d.csv", Binary));
        GateResult result = run.Execute();
        Assert.Equal((4, "d.csv", "d.csv"), (result.Data.Rows, Assert.Single(result.Data.Sources), result.Model.Source));
        Assert.Equal(["policy gate.yml", "data d.csv"], result.Provenance.Digests.Select(digest => $"{digest.Role} {digest.Name}"));
        Assert.Equal(["unused", "label", "unused", "prediction"], result.Data.Columns.Select(column => column.Role));
    }

    [Fact]
    public void Score_columns_by_class_are_read_in_the_order_of_the_classes()
    {
        const string csv = "y,b,a,c\na,0.1,0.7,0.2\nb,0.6,0.3,0.1\nc,0.5,0.1,0.4\n";
        using TestRun run = Run("multiclass_classification", csv, "score: { c: c, a: a, b: b }");
        GateResult result = run.Execute();
        Assert.Equal(["score of c: c", "score of a: a", "score of b: b"], Parameters(result.Model));
        Assert.Null(result.Model.Threshold);
        Assert.Equal(["1 0 0", "0 1 0", "0 1 0"], result.Confusion!.Counts.Select(row => string.Join(' ', row)));
        Assert.Equal(["label", "score", "score", "score"], result.Data.Columns.Select(column => column.Role));
    }

    [Fact]
    public void Many_classes_without_a_score_column_are_told_as_six_and_more()
    {
        string csv = "y,s,t\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"k{i},0.5,0.5\n"));
        using TestRun run = Run("multiclass_classification", csv, "score: { k0: s, \"k1\": t }");
        Assert.EndsWith("'k2', 'k3', 'k4', 'k5', 'k6', 'k7', …",
            Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems).Message, StringComparison.Ordinal);
    }

    private const string Interval = "prediction: p, lower: l, upper: u";

    [Fact]
    public void Ends_of_intervals_are_read_beside_the_prediction()
    {
        using TestRun run = Run("regression", "y,p,l,u\n1,1,0,2\n2,2,2.5,3\n3,3,1,9\n4,4,0,5\n", Interval,
            condition: "{ metric: interval_coverage, level: inform, evidence: { min_count: 1 } }");
        GateResult result = run.Execute();
        Assert.Equal(0.75, result.Findings[0].Estimate);
        Assert.Equal(["prediction: p", "lower: l", "upper: u"], Parameters(result.Model));
        Assert.Equal(["label", "prediction", "prediction", "prediction"], result.Data.Columns.Select(column => column.Role));
    }

    [Theory]
    [InlineData("1,1,0,2\n2,2,,3\n", "column 'l' is missing in measured row 2, but every row needs the end of its prediction interval")]
    [InlineData("1,1,0,x\n2,2,1,3\n", "column 'u' is text, but the ends of prediction intervals are numbers")]
    public void Ends_that_are_missing_or_no_numbers_are_refused(string rows, string message)
    {
        using TestRun run = Run("regression", "y,p,l,u\n" + rows, Interval);
        Assert.Equal(message, Assert.Throws<ModelException>(() => run.Execute()).Message);
    }

    [Fact]
    public void A_file_of_predictions_is_read_as_a_stage_and_has_no_model_of_its_own()
    {
        using TestRun run = Run("binary_classification", Binary, "prediction: p, source: q.csv", "p\n0\n1\n1\n1\n");
        GateResult result = run.Execute();
        Assert.Equal(["reading d.csv", "splitting", "reading q.csv"], run.Stages.Take(3));
        Assert.Equal(["policy", "data", "predictions"], result.Provenance.Digests.Select(digest => digest.Role));
    }
}
