using System.Globalization;
using System.Text;
using Gate.Evaluation.Results;
using Gate.Tests.Reporting;

namespace Gate.Tests.Evaluation.Measuring.Frames;

/// <summary>The facts of the report for each task, whole: metrics overall and by group, disparities, confusion matrix.</summary>
public sealed class ReportFactsTests
{
    [Fact]
    public void Of_two_classes()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, by: [g, desk], compare: ratio, min: 0.1 }",
            "{ metric: accuracy, by: [g, desk], compare: difference, max: 0.9 }"], data: "sensitive: [g, desk]");
        Expectation.Matches("two-classes.txt", Text(run.Execute()));
    }

    [Fact]
    public void Of_three_classes()
    {
        string rows = string.Concat(Enumerable.Range(0, 120)
            .Select(i => $"{"xyz"[i % 3]},{"xyz"[i % 7 < 5 ? i % 3 : (i + 1) % 3]},{"ab"[i / 60]}\n"));
        using TestRun run = new("""
            version: 1
            name: classes
            task: multiclass_classification
            data: { source: d.csv, label: k, sensitive: [g] }
            model: { predictions: { prediction: p } }
            conditions:
            - { metric: recall, class: y, by: g, compare: ratio, min: 0.1 }
            - { metric: recall, by: g, compare: difference, max: 0.9 }
            - { metric: recall, class: z, min: 0.9, evidence: { min_positives: 41 } }
            """, ("d.csv", "k,p,g\n" + rows));
        Expectation.Matches("three-classes.txt", Text(run.Execute()));
    }

    [Fact]
    public void Of_numbers()
    {
        string rows = string.Concat(Enumerable.Range(0, 90).Select(i =>
            FormattableString.Invariant($"{i % 10},{(i % 10) + (i % 4 * 0.5) - (i % 3)},{(i < 60 ? "a" : "b")}\n")));
        using TestRun run = new("""
            version: 1
            name: numbers
            task: regression
            data: { source: d.csv, label: y, sensitive: [g] }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: mean_absolute_error, by: g, compare: difference, max: 0.5 }]
            """, ("d.csv", "y,p,g\n" + rows));
        Expectation.Matches("numbers.txt", Text(run.Execute()));
    }

    private static string Text(GateResult result)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        foreach (Finding finding in result.Findings) Line($"{finding.Id}: {finding.Sentence}");
        Line("\noverall");
        foreach (MetricFact fact in result.Overall)
            Line($"    {fact.Metric} {Number(fact.Estimate)}{fact.Undefined}{Ends(fact.Interval)}, {fact.Direction}, baseline "
                + $"{Number(fact.Baseline)}");
        foreach (FrameFacts frame in result.Frames)
        {
            Line($"\nby {string.Join(" and ", frame.By)}");
            foreach (FrameGroup group in frame.Groups)
                Line($"    {group.Label} [{string.Join('|', group.Key)}] {group.Count} rows, {group.Positives}+ {group.Negatives}- "
                    + $"{group.Excluded}: {string.Join(' ', group.Metrics.Select(fact => Number(fact.Estimate)))}");
            foreach (DisparityFact fact in frame.Disparities)
                Line($"    {fact.Name} {Number(fact.Estimate)}{fact.Undefined}{Ends(fact.Interval)}, {fact.LowGroup} to {fact.HighGroup}");
        }
        if (result.Confusion is { } confusion)
            Line($"\nconfusion {string.Join(' ', confusion.Classes)}: "
                + string.Join(" / ", confusion.Counts.Select(row => string.Join(' ', row))));
        return text.ToString();
    }

    private static string Ends(IntervalFact? interval) =>
        interval is null ? "" : $" ({Number(interval.Low)} to {Number(interval.High)} by {interval.Method})";

    private static string Number(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-";
}
