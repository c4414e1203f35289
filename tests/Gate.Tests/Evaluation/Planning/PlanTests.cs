using Gate.Evaluation.Planning;
using Gate.Policy.Document;
using Gate.Tests.Reporting;

namespace Gate.Tests.Evaluation.Planning;

/// <summary>What is told before measuring of conditions of every kind, and which of them are refused as undecidable.</summary>
public sealed class PlanTests
{
    private static readonly string[] conditions =
    [
        "{ metric: accuracy, level: inform }",
        "{ metric: accuracy, min: 0.8 }",
        "{ metric: accuracy, max: 0.9, vacuous: allowed }",
        "{ metric: accuracy, min: 0.5, max: 0.9 }",
        "{ metric: accuracy, min: 0.999 }",
        "{ metric: zero_one_loss, max: 0.2 }",
        "{ metric: true_positive_rate, min: 0.8 }",
        "{ metric: false_positive_rate, max: 0.2 }",
        "{ metric: precision, min: 0.8 }",
        "{ metric: roc_auc, min: 0.8 }",
        "{ metric: roc_auc, max: 0.999, vacuous: allowed }",
        "{ metric: f1, min: 0.8 }",
        "{ metric: count, min: 10 }",
        "{ metric: model_size, max: 10 }",
        "{ metric: accuracy, min: 0.8, decide_on: point }",
        "{ metric: accuracy, where: desk = 'west', min: 0.8 }",
        "{ metric: accuracy, where: desk = 'south', min: 0.8 }",
        "{ metric: accuracy, max_regression: 0.1 }",
        "{ metric: accuracy, min: 0.8, max_regression: 0.1 }",
        "{ metric: accuracy, min: 0.8, max_relative_regression: 0.1 }",
        "{ metric: accuracy, by: g, compare: difference, max: 0.2 }",
        "{ metric: accuracy, by: g, compare: difference, max: 0.01 }",
        "{ metric: accuracy, by: g, compare: difference, min: 0.01, max: 0.5 }",
        "{ metric: accuracy, by: g, compare: ratio, min: 0.8 }",
        "{ metric: accuracy, by: g, compare: ratio, min: 0.8, max: 0.99 }",
        "{ metric: accuracy, by: g, compare: ratio, min: 0, vacuous: allowed }",
        "{ metric: accuracy, by: g, compare: difference, max: 1, vacuous: allowed }",
        "{ metric: accuracy, min: 0, vacuous: allowed }",
        "{ metric: accuracy, by: g, compare: group_min, min: 0.8 }",
        "{ metric: zero_one_loss, by: g, compare: group_max, max: 0.2 }",
        "{ metric: selection_rate, by: g, compare: ratio, min: 0.8 }",
        "{ metric: selection_rate, by: g, compare: ratio, method: to_overall, min: 0.8 }",
        "{ metric: selection_rate, by: g, compare: ratio, method: to_rest, min: 0.8 }",
        "{ metric: selection_rate, by: g, compare: ratio, method: to_reference, min: 0.8 }",
        "{ metric: selection_rate, by: g, compare: ratio, method: to_reference, reference: b, min: 0.8 }",
        "{ metric: selection_rate, by: g, compare: ratio, method: to_reference, reference: c, min: 0.8 }",
        "{ metric: selection_rate, by: g, compare: ratio, method: to_reference, reference: d, min: 0.8 }",
        "{ metric: true_positive_rate, by: g, compare: difference, max: 0.3, evidence: { min_positives: 50 } }",
        "{ metric: false_positive_rate, by: g, compare: difference, max: 0.3, evidence: { min_negatives: 60 } }",
        "{ metric: accuracy, by: g, compare: difference, max: 0.3, evidence: { min_count: 200 } }",
        "{ metric: accuracy, by: g, compare: group_min, min: 0.3, evidence: { min_count: 500 } }",
        "{ metric: accuracy, by: g, compare: difference, method: to_rest, max: 0.3, evidence: { min_count: 200 } }",
        "{ metric: equalized_odds_difference, by: g, max: 0.3 }",
        "{ metric: equalized_odds_difference, by: g, control: desk, max: 0.4 }",
        "{ metric: accuracy, by: g, compare: ratio, control: desk, min: 0.8 }",
        "{ metric: accuracy, by: g, compare: ratio, control: desk, levels: weighted, min: 0.8 }",
        "{ metric: accuracy, by: g, compare: ratio, where: desk = 'south', min: 0.8 }",
        "{ metric: f1, by: g, compare: ratio, min: 0.8 }",
        "{ metric: disparate_impact, by: g, min: 0.8, max: 1.25 }",
        "{ metric: total_variation_distance, by: g, max: 0.3 }",
        "{ metric: accuracy, by: g, compare: each, max_regression: 0.3 }",
        "{ metric: accuracy, min: 0.85, family: f }",
        "{ metric: recall, min: 0.95, family: f }",
        "{ metric: accuracy, min: 0.7, decide_on: point, family: f }",
        "{ metric: f1, min: 0.7, family: f }",
        "{ metric: accuracy, min: 0.3, evidence: { min_count: 500 } }",
        "{ metric: recall, min: 0.3, evidence: { min_positives: 500 } }",
        "{ metric: accuracy, min: 0.3, decide_on: point, evidence: { min_count: 500 } }",
        "{ metric: accuracy, max_regression: 0.1, evidence: { min_count: 500 } }",
        "{ metric: f1, by: g, compare: ratio, min: 0.8, evidence: { min_count: 500 } }",
        "{ metric: accuracy, level: inform, evidence: { min_count: 500 } }",
        "{ metric: model_size, max: 10, evidence: { min_count: 500 } }",
    ];

    [Fact]
    public void Of_all_kinds()
    {
        using TestRun run = Applicants.Run(conditions, "families: { f: { method: holm } }");
        IReadOnlyList<PlanLine> lines = Plan(run);
        Expectation.Matches("plan.txt", string.Join('\n', conditions.Zip(lines, (condition, line) =>
            $"{condition}\n    {line.At.Line}:{line.At.Column} {line.Path}{(line.IsDecidable ? "" : ", undecidable")}: {line.Text}\n")));
        var refused = Assert.Throws<PolicyException>(() => PowerCheck.Require(run.Inputs, lines));
        Assert.Equal(lines.Where(line => !line.IsDecidable)
            .Select(line => $"{line.Path}: this test set cannot decide the bound: {line.Text}"),
            refused.Problems.Select(problem => problem.Message));
        PowerCheck.Require(run.Inputs, [.. lines.Where(line => line.IsDecidable)]);
        Assert.Equal(["reading d.csv", "splitting", "planning"], run.Stages);
    }

    [Fact]
    public void Of_weighted_rows_and_of_several_classes()
    {
        string rows = string.Concat(Enumerable.Range(0, 300).Select(i => $"{"xyz"[i % 3]},{"xyz"[i % 3]},{"ab"[i / 200]},{1 + (i % 2)}\n"));
        string[] asked =
        [
            "{ metric: accuracy, min: 0.8 }", "{ metric: recall, class: y, min: 0.8 }",
            "{ metric: recall, class: y, by: g, compare: difference, max: 0.3, evidence: { min_positives: 40 } }",
            "{ metric: false_positive_rate, class: z, by: g, compare: group_max, max: 0.3 }",
            "{ metric: recall, by: g, compare: difference, max: 0.3 }",
        ];
        using TestRun run = new($$"""
            version: 1
            name: weighted
            task: multiclass_classification
            data: { source: d.csv, label: k, sensitive: [g], weight: w }
            model: { predictions: { prediction: p } }
            conditions:
            {{string.Join('\n', asked.Select(condition => "- " + condition))}}
            """, ("d.csv", "k,p,g,w\n" + rows));
        Expectation.Matches("weighted.txt", string.Join('\n',
            asked.Zip(Plan(run), (condition, line) => $"{condition}\n    {line.Text}\n")));
    }

    [Fact]
    public void What_a_run_notes_of_the_data_is_noted_beforehand()
    {
        string rows = string.Concat(Enumerable.Range(0, 300)
            .Select(i => $"{i % 2},{i % 3 % 2},{(i % 50 == 0 ? "" : "ab"[i / 150])},{i}\n"));
        using TestRun run = new("""
            version: 1
            name: noted
            task: binary_classification
            data: { source: d.csv, label: k, positive: 1, sensitive: [g] }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: accuracy, min: 0.2 }]
            """, ("d.csv", "k,p,g,id\n" + rows));
        var told = new List<string>();
        PowerCheck.Plan(run.Inputs, run, CancellationToken.None, told.Add);
        Assert.Contains("'g' is missing in 6 of 300 test rows; they form the group (missing).", told);
        Assert.Contains("All rows were measured: the policy gives no split, so make sure that the model was not trained on them.", told);
        IReadOnlyList<string> notes = run.Execute().Notes;
        Assert.All(told, note => Assert.Contains(note, notes));
    }

    private static IReadOnlyList<PlanLine> Plan(TestRun run) => PowerCheck.Plan(run.Inputs, run, CancellationToken.None);
}
