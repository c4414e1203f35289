using System.Globalization;
using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Drift;

/// <summary>Conditions on how far rows are from those of the baseline, in whole runs: a champion that an earlier run handed on, and its
/// card.</summary>
public sealed class DriftConditionsTests
{
    private const int Count = 6_000;

    /// <summary>x spreads evenly over 0 to 99 plus a shift; town is a or b, and c in one of <paramref name="newTowns"/> rows.</summary>
    private static string Rows(int shift = 0, int newTowns = 0) => "x,town,y\n" + string.Concat(Enumerable.Range(0, Count).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{(i % 100) + shift},"
            + $"{(newTowns > 0 && i % newTowns == 1 ? "c" : i % 3 == 0 ? "a" : "b")},"
            + $"{(i * 31 % 100 < i % 100 ? "yes" : "no")}\n")));

    private static string Policy(string condition, string model = "train: { algorithm: decision_tree, max_depth: 3 }",
        string baseline = "baseline: { onnx: champion/model.onnx }") => $$"""
        version: 1
        name: drift
        task: binary_classification
        data: { source: d.csv, label: "y", positive: "yes", split: { test: 0.2, seed: 3 } }
        model: { {{model}} }
        {{baseline}}
        explain: false
        conditions:
        {{condition}}
        """;

    /// <summary>A folder in which a champion was trained on rows as they were, and where other rows are now.</summary>
    private static TestRun WithChampion(string now)
    {
        var run = new TestRun("", ("d.csv", Rows()));
        RunOutcome champion = GateRun.ExecuteAsync(run.InputsOf(Policy("- { metric: accuracy, min: 0.1 }", baseline: "")), run,
            CancellationToken.None).GetAwaiter().GetResult();
        Directory.CreateDirectory(Path.Combine(run.Folder.Path, "champion"));
        foreach ((string name, byte[] bytes) in champion.Trained!.Files(champion.Result))
            File.WriteAllBytes(Path.Combine(run.Folder.Path, "champion", name), bytes);
        run.Folder.Write("d.csv", now);
        return run;
    }

    private static Finding Judge(TestRun run, string condition) => Assert.Single(run.Run(Policy(condition)).Findings);

    [Fact]
    public void Rows_as_they_were_pass_and_rows_that_moved_fail()
    {
        using TestRun same = WithChampion(Rows()), moved = WithChampion(Rows(shift: 50));
        Assert.Equal(Verdict.Pass, Judge(same, "- { metric: data_drift, max: 0.2 }").Verdict);
        Finding finding = Judge(moved, "- { metric: data_drift, max: 0.2 }");
        Assert.Equal((Verdict.Fail, "share", 4_800L), (finding.Verdict, finding.Unit, finding.Rows));
        Assert.Equal(0.5, finding.Estimate!.Value, 0.02);
        Assert.StartsWith("x is 0.5", finding.Brief, StringComparison.Ordinal);
        Assert.Contains("away from the rows that model.onnx was trained on", finding.Brief, StringComparison.Ordinal);
        Assert.Contains("Moved most: x.", finding.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("data_drift is ", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_columns_are_looked_at_alone()
    {
        using TestRun run = WithChampion(Rows(newTowns: 2));
        Finding town = Judge(run, "- { metric: data_drift, features: town, max: 0.2 }"),
            other = Judge(run, "- { metric: data_drift, features: [x, y], max: 0.2 }"),
            misspelled = Judge(run, "- { metric: data_drift, features: twon, max: 0.2 }");
        Assert.Equal((Verdict.Fail, Verdict.Pass), (town.Verdict, other.Verdict));
        Assert.StartsWith("data_drift of x and y is ", other.Sentence, StringComparison.Ordinal);
        Assert.Equal(0.5, town.Estimate!.Value, 0.02);
        Assert.Contains("'twon' is no column that the baseline was trained on; did you mean 'town'?", misspelled.Undefined!,
            StringComparison.Ordinal);
    }

    /// <summary>Of all columns the interval of the largest pays for the choice.</summary>
    [Fact]
    public void The_lower_end_pays_for_the_choice()
    {
        using TestRun run = WithChampion(Rows(newTowns: 2));
        Finding all = Judge(run, "- { metric: data_drift, max: 0.2 }"),
            town = Judge(run, "- { metric: data_drift, features: town, max: 0.2 }");
        Assert.Equal(town.Estimate, all.Estimate);
        Assert.True(all.Interval!.Low < town.Interval!.Low);
    }

    [Fact]
    public void The_report_has_the_columns_and_a_note_of_those_that_moved()
    {
        using TestRun same = WithChampion(Rows()), moved = WithChampion(Rows(newTowns: 2));
        GateResult result = moved.Run(Policy("- { metric: accuracy, min: 0.1 }"));
        DriftFacts facts = result.Drift!;
        Assert.Equal(("training rows", 4_800L, "model.onnx", 4_800L, 3),
            (facts.Of, facts.Rows, facts.Reference, facts.ReferenceRows, facts.ColumnCount));
        Assert.Equal("town", facts.Columns[0].Column);
        Assert.InRange(facts.Columns[0].NewLevels, 2_300, 2_500);
        Assert.True(facts.Columns[0].StabilityIndex > 1);
        Assert.Contains("The training rows differ from those that model.onnx was trained on by more than chance in 1 of 3 columns: town.",
            result.Notes);
        Assert.DoesNotContain(same.Run(Policy("- { metric: accuracy, min: 0.1 }")).Notes,
            note => note.Contains("more than chance", StringComparison.Ordinal));
        Assert.Contains(result.Provenance.Digests, digest => digest is { Role: "baseline card", Name: "champion/model-card.json" });
    }

    [Fact]
    public void Without_training_the_test_rows_are_held_against_it()
    {
        using TestRun run = WithChampion(Rows(shift: 50));
        GateResult result = run.Run(Policy("- { metric: data_drift, max: 0.2 }", model: "onnx: champion/model.onnx"));
        Assert.Equal(("test rows", 1_200L, Verdict.Fail), (result.Drift!.Of, result.Drift.Rows, result.Verdict));
    }

    [Fact]
    public void Two_models_of_the_same_rows_are_not_apart_for_certain()
    {
        using var run = new TestRun("", ("d.csv", Rows()));
        GateResult result = run.Run(Policy("- { metric: data_drift, max: 0.01 }", baseline: "baseline: { train: { algorithm: dummy } }"));
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal((Verdict.Pass, 0.0), (finding.Verdict, finding.Estimate!.Value));
        Assert.StartsWith("both models were trained on the same rows", finding.Brief, StringComparison.Ordinal);
        Assert.Null(result.Drift);
    }

    [Fact]
    public void Without_a_card_nothing_is_known()
    {
        using TestRun run = WithChampion(Rows());
        File.Delete(Path.Combine(run.Folder.Path, "champion", "model-card.json"));
        Finding finding = Judge(run, "- { metric: data_drift, max: 0.2 }");
        Assert.NotEqual(Verdict.Pass, finding.Verdict);
        Assert.StartsWith("nothing is known of the rows that the baseline was trained on: there is no model-card.json beside it",
            finding.Undefined!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sha256\": \"sha256:", "\"sha256\": \"sha256:0", "the card (model-card.json) of model.onnx cannot be used")]
    [InlineData("\"name\": \"x\"", "\"name\": \"town\"", "'town' was a column of numbers when the baseline was trained")]
    [InlineData("\"name\": \"x\"", "\"name\": \"z\"", "the baseline reads a column 'z', which is not among those")]
    public void A_card_that_does_not_fit_is_no_pass(string was, string now, string problem)
    {
        using TestRun run = WithChampion(Rows());
        string card = Path.Combine(run.Folder.Path, "champion", "model-card.json");
        File.WriteAllText(card, File.ReadAllText(card).Replace(was, now, StringComparison.Ordinal));
        Finding finding = Judge(run, "- { metric: data_drift, max: 0.2 }");
        Assert.NotEqual(Verdict.Pass, finding.Verdict);
        Assert.StartsWith(problem, finding.Undefined!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- { metric: data_drift, min: 0.6 }", "is better the smaller it is")]
    [InlineData("- { metric: data_drift, by: town, max: 0.6 }", "'by'")]
    [InlineData("- { metric: data_drift, max: 0.6 }", "'data_drift' compares with the 'baseline', and the policy has none", "")]
    public void What_has_no_meaning_is_refused(string condition, string problem,
        string baseline = "baseline: { train: { algorithm: dummy } }")
    {
        using var run = new TestRun("", ("d.csv", Rows()));
        Assert.Contains(problem, Assert.Throws<PolicyException>(() => run.InputsOf(Policy(condition, baseline: baseline))).Message,
            StringComparison.Ordinal);
    }
}
