using System.Globalization;
using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;

namespace Gate.Tests.Evaluation.Facts;

/// <summary>What was asked of which rows, and how often.</summary>
public sealed class IdentityTests
{
    private static string Rows(IEnumerable<int> rows, Func<int, int> said) => "id,x,y,said\n" + string.Concat(rows.Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{i},{i * 0.37:R},{i % 2},{said(i)}\n")));

    private static readonly string Data = Rows(Enumerable.Range(0, 200), i => i % 2);

    private static GateResult Trained(string seed = "1", string confidence = "0.95", string split = "{ test: 0.5, seed: 3 }",
        string? data = null, IReadOnlyList<GateResult>? history = null, string model = "{ algorithm: dummy }", string name = "p")
    {
        using var run = new TestRun($$"""
            version: 1
            name: {{name}}
            task: binary_classification
            data: { source: d.csv, label: y, split: {{split}}, features: { exclude: [said] } }
            model: { train: {{model}} }
            explain: false
            seed: {{seed}}
            confidence: {{confidence}}
            conditions:
              - { metric: accuracy, min: 0.1 }
            """, ("d.csv", data ?? Data));
        return Execute(run.Inputs with { History = history });
    }

    private static GateResult Execute(RunInputs inputs) =>
        GateRun.ExecuteAsync(inputs, new Quiet(), CancellationToken.None).GetAwaiter().GetResult().Result;

    private static VerdictIdentity Of(GateResult result) => result.Provenance.Identity!;

    [Fact]
    public void The_same_inputs_have_one_identity() => Assert.Equal(Of(Trained()).Sha256, Of(Trained()).Sha256);

    [Fact]
    public void Confidence_seed_and_split_are_part_of_it_and_are_told()
    {
        GateResult one = Trained();
        Assert.Equal(("1", "50% test at random, seed 3"), (Of(one).Seed, Of(one).Split));
        Assert.Equal([0.95], Of(one).Confidences);
        foreach (GateResult other in new[] { Trained(seed: "2"), Trained(confidence: "0.9"), Trained(split: "{ test: 0.5, seed: 4 }") })
            Assert.NotEqual(Of(one).Sha256, Of(other).Sha256);
        foreach (string page in new[] { HtmlReport.Render(one), MarkdownSummary.Render(one) })
            foreach (string said in new[] { Of(one).Sha256, Of(one).TestRows, "50% test at random, seed 3", "95%" })
                Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_command_line_replaced_is_part_of_it()
    {
        using var run = new TestRun("""
            version: 1
            task: binary_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: said } }
            explain: false
            conditions: [{ metric: accuracy, min: 0.1 }]
            """, ("d.csv", Data));
        Assert.NotEqual(Of(Execute(run.Inputs)).Sha256, Of(Execute(run.Inputs with { Overrides = ["seed=0"] })).Sha256);
    }

    /// <summary>A shuffled file is the same test set to a model that reads features; another split is not.</summary>
    [Fact]
    public void Test_rows_are_known_in_any_order_and_under_any_seed()
    {
        string Split(IEnumerable<int> rows) => "x,y,said,part\n" + string.Concat(rows.Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{i * 0.37:R},{i % 2},0,{(i % 4 < 2 ? "test" : "train")}\n")));
        string column = "{ column: part }";
        string rows = Of(Trained(split: column, data: Split(Enumerable.Range(0, 200)))).TestRows;
        Assert.Equal(rows, Of(Trained(seed: "9", split: column, data: Split(Enumerable.Range(0, 200).Reverse()))).TestRows);
        Assert.NotEqual(rows, Of(Trained(split: column, data: Split(Enumerable.Range(1, 200)))).TestRows);
    }

    /// <summary>Other predictions of the same rows are another candidate on the same test rows.</summary>
    [Fact]
    public void Predictions_do_not_make_other_test_rows()
    {
        GateResult Said(Func<int, int> said, IReadOnlyList<GateResult>? history = null)
        {
            using var run = new TestRun("""
                version: 1
                name: p
                task: binary_classification
                data: { source: d.csv, label: y }
                model: { predictions: { prediction: said } }
                explain: false
                conditions: [{ metric: accuracy, min: 0.1 }]
                """, ("d.csv", Rows(Enumerable.Range(0, 100), said)));
            return Execute(run.Inputs with { History = history });
        }
        GateResult one = Said(i => i % 2), other = Said(i => i % 3 == 0 ? 1 : 0, [one]);
        Assert.Equal(Of(one).TestRows, Of(other).TestRows);
        Assert.Equal((2, 2), (other.History!.Looks, other.History.Candidates));
    }

    [Fact]
    public void Without_a_history_nothing_is_said_of_it() => Assert.Null(Trained().History);

    /// <summary>Three looks: at 2.5 % each 1 − 0.975³ = 7.3 %.</summary>
    [Fact]
    public void Looks_seeds_confidences_and_splits_are_counted_each_once()
    {
        GateResult[] earlier = [Trained(seed: "2"), Trained(seed: "2"), Trained(model: "{ algorithm: decision_tree, max_depth: 1 }"),
            Trained(split: "{ test: 0.5, seed: 4 }"), Trained(seed: "5", name: "other")];
        GateResult result = Trained(history: earlier);
        HistoryFacts history = result.History!;
        Assert.Equal((4, 3, 2, 2, 1, 2),
            (history.Results, history.Looks, history.Candidates, history.Seeds, history.Confidences, history.Splits));
        Assert.Equal(0.025, history.ErrorRate, 12);
        Assert.Equal(1 - (0.975 * 0.975 * 0.975), history.AnyWrongPass, 12);
        Assert.Equal(0.075, history.AtMost, 12);
        Assert.Contains(result.Notes, note => note.StartsWith("These test rows have judged 2 candidates of this policy in 3 looks, this "
            + "one included, with 2 seeds, 1 confidence and 2 splits of these data.", StringComparison.Ordinal)
            && note.Contains("7.31%", StringComparison.Ordinal) && note.Contains("7.5% at most", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_verdict_again_is_one_look()
    {
        GateResult result = Trained(history: [Trained()]);
        Assert.Equal(1, result.History!.Looks);
        Assert.Contains("The history holds 1 earlier result of this policy, none of them another look at these test rows.", result.Notes);
    }

    private sealed class Quiet : IRunProgress
    {
        public void Begin(string stage)
        {
        }

        public void Read(Gate.Data.ReadProgress progress)
        {
        }
    }
}
