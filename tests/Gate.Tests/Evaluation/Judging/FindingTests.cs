using System.Globalization;
using System.Text;
using Gate.Evaluation.Results;
using Gate.Tests.Reporting;

namespace Gate.Tests.Evaluation.Judging;

/// <summary>What is found for conditions of every kind, whole: verdict, sentence, and the groups behind it.</summary>
public sealed class FindingTests
{
    private static readonly string[] ofAllRows =
    [
        "{ metric: accuracy, min: 0.75 }",
        "{ metric: accuracy, min: 0.9, why: the desk does better }",
        "{ metric: accuracy, min: 0.8 }",
        "{ metric: accuracy, max: 0.75, vacuous: allowed, level: warn }",
        "{ metric: accuracy, max: 0.9, vacuous: allowed }",
        "{ metric: accuracy, min: 0.5, max: 0.9 }",
        "{ metric: accuracy, min: 0.8, decide_on: point }",
        "{ metric: accuracy, max: 0.8, vacuous: allowed, decide_on: point }",
        "{ metric: accuracy, level: inform }",
        "{ metric: roc_auc, min: 0.7, confidence: 0.995 }",
        "{ metric: fbeta, parameters: { beta: 2 }, min: 0.7 }",
        "{ metric: accuracy, where: \"desk =\\n  'south' \", min: 0.7 }",
        "{ metric: accuracy, where: \"desk = 'west'\", min: 0.7 }",
        "{ metric: accuracy, where: \"g = 'd'\", min: 0.7 }",
        "{ metric: accuracy, where: \"g = 'd'\", min: 0.7, max_regression: 0.1, max_relative_regression: 0.1, on_undefined: warn }",
        "{ metric: accuracy, max_regression: 0.05 }",
        "{ metric: accuracy, max_regression: 0.001 }",
        "{ metric: accuracy, max_relative_regression: 0.05 }",
        "{ metric: accuracy, min: 0.7, max_regression: 0.01, max_relative_regression: 0.2 }",
        "{ metric: accuracy, max_regression: 0.2, max_relative_regression: 0.01, on_inconclusive: fail }",
        "{ metric: zero_one_loss, max_regression: 0.05, decide_on: point }",
        "{ metric: accuracy, where: \"g = 'c'\", max_regression: 0, max_relative_regression: 0 }",
        "{ metric: accuracy, where: \"desk = 'south' AND g = 'b'\", max_regression: 0.1, max_relative_regression: 0.1 }",
    ];

    private static readonly string[] ofGroups =
    [
        "{ metric: selection_rate, by: g, compare: difference, max: 0.3 }",
        "{ metric: selection_rate, by: g, compare: ratio, min: 0.9 }",
        "{ metric: selection_rate, by: g, compare: group_min, min: 0.3 }",
        "{ metric: selection_rate, by: g, compare: group_max, max: 0.9 }",
        "{ metric: zero_one_loss, by: g, compare: difference, max: 0.3 }",
        "{ metric: zero_one_loss, by: g, compare: group_min, max: 0.3, vacuous: allowed }",
        "{ metric: accuracy, by: g, compare: difference, method: to_overall, max: 0.3 }",
        "{ metric: accuracy, by: g, compare: difference, method: to_rest, max: 0.3 }",
        "{ metric: accuracy, by: g, compare: ratio, method: to_reference, min: 0.3 }",
        "{ metric: accuracy, by: g, compare: ratio, method: to_reference, reference: best, min: 0.3 }",
        "{ metric: accuracy, by: g, compare: ratio, method: to_reference, reference: worst, min: 0.3 }",
        "{ metric: accuracy, by: g, compare: difference, method: to_reference, reference: b, max: 0.3 }",
        "{ metric: accuracy, by: g, compare: ratio, min: 0.9, evidence: { min_count: 2 } }",
        "{ metric: accuracy, by: g, compare: ratio, min: 0.9, evidence: { min_count: 200 } }",
        "{ metric: true_positive_rate, by: g, compare: ratio, min: 0.1, evidence: { min_positives: 50 } }",
        "{ metric: false_positive_rate, by: g, compare: difference, max: 0.9, evidence: { min_negatives: 90 } }",
        "{ metric: precision, by: g, compare: group_min, min: 0.1, evidence: { min_predicted_positives: 60 } }",
        "{ metric: equalized_odds_difference, by: g, max: 0.3 }",
        "{ metric: equalized_odds_ratio, by: g, method: to_overall, min: 0.3 }",
        "{ metric: disparate_impact, by: g, min: 0.5, max: 2 }",
        "{ metric: difference_in_accuracy, by: g, method: to_reference, reference: b, min: -0.5, max: 0.5 }",
        "{ metric: difference_in_conditional_rejection, by: g, min: -2, max: 2 }",
        "{ metric: total_variation_distance, by: g, max: 0.5 }",
        "{ metric: total_variation_distance, by: g, method: to_reference, reference: b, max: 0.5 }",
        "{ metric: between_group_theil_index, by: g, max: 0.5 }",
        "{ metric: count, by: g, compare: group_min, min: 50 }",
        "{ metric: selection_rate, by: g, compare: ratio, control: desk, min: 0.5 }",
        "{ metric: selection_rate, by: g, compare: ratio, control: desk, levels: weighted, min: 0.5 }",
        "{ metric: accuracy, by: g, compare: difference, method: to_rest, control: desk, max: 0.5 }",
        "{ metric: accuracy, by: g, compare: ratio, control: desk, min: 0.1, evidence: { min_count: 70 } }",
        "{ metric: conditional_demographic_disparity_in_predicted_labels, by: g, control: desk, min: -0.99, max: 0.99 }",
        "{ metric: selection_rate, by: g, compare: ratio, min: 0.1, max_regression: 0.3, max_relative_regression: 0.3 }",
        "{ metric: selection_rate, by: g, compare: ratio, control: desk, levels: weighted, max_regression: 0.3 }",
        "{ metric: accuracy, by: g, compare: each, max_regression: 0.1 }",
        "{ metric: accuracy, by: g, compare: each, max_relative_regression: 0.3 }",
        "{ metric: zero_one_loss, by: g, compare: each, max_regression: 0.3, max_relative_regression: 3 }",
        "{ metric: accuracy, by: g, compare: each, control: desk, max_regression: 0.3 }",
        "{ metric: accuracy, by: g, compare: each, max_regression: 0.3, evidence: { min_count: 500 } }",
        "{ metric: selection_rate, by: g, compare: ratio, where: \"desk = 'north'\", min: 0.5 }",
    ];

    [Fact]
    public void Of_all_rows() => Expectation.Matches("all-rows.txt", Found(ofAllRows));

    [Fact]
    public void Of_groups() => Expectation.Matches("groups.txt", Found(ofGroups));

    private static string Found(string[] conditions)
    {
        using TestRun run = Applicants.Run(conditions);
        GateResult result = run.Execute();
        return result.Headline + "\n\n" + string.Join('\n', conditions.Zip(result.Findings, Text));
    }

    private static string Text(string condition, Finding finding)
    {
        var text = new StringBuilder(condition).Append('\n');
        void Line(string line) => text.Append("    ").Append(line).Append('\n');
        Line($"{finding.Outcome.Word()}, {finding.Verdict.Word()}: {finding.Sentence}");
        Line($"in short: {finding.Brief} ({finding.Unit}, {finding.DecidedPart})");
        Line(Text(finding.Bound));
        if (finding.By.Count > 0)
            Line($"{finding.Compare} {finding.Method ?? "-"} {finding.Reference ?? "-"} of {finding.GroupMetric}, decided by "
                + $"{finding.DecidedBy ?? "nobody"}, {finding.Rows} rows");
        if (finding.Regression is { } regression) Line(Text(regression));
        if (finding.Levels is { } levels)
            Line($"{levels.Decides} of the levels: worst {Number(levels.Worst.Estimate)} {levels.WorstLevel}, weighted "
                + $"{Number(levels.Weighted.Estimate)}");
        foreach (GroupFact group in finding.Groups)
            Line($"  {group.Label} {group.ControlLevel}: {group.Count} rows, {group.Positives}+ {group.Negatives}- "
                + $"{group.PredictedPositives} said +, {group.Excluded ?? Number(group.Estimate)}"
                + (group.Regression is { } own ? $", {Text(own)}" : ""));
        return text.ToString();
    }

    private static string Text(BoundFact? bound)
    {
        if (bound is null) return "no bound";
        (string Name, double? Value)[] all = [("min", bound.Min), ("max", bound.Max), ("max_regression", bound.MaxRegression),
            ("max_relative_regression", bound.MaxRelativeRegression)];
        return "bound: " + string.Join(", ", all.Where(one => one.Value is not null).Select(one => $"{one.Name} {Number(one.Value)}"));
    }

    private static string Text(RegressionFact regression) =>
        $"baseline {Number(regression.Baseline)}, {regression.Scale} decides: {Number(regression.Estimate)} worse, relative "
            + $"{(regression.Relative is { } relative ? Number(relative.Estimate) : "not asked")}";

    private static string Number(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "undefined";
}
