using Gate.Evaluation.Planning;
using Gate.Tests.Reporting;

namespace Gate.Tests.Evaluation.Planning;

/// <summary>Plans of groups that <see cref="PlanTests"/> has no rows for: several columns, many groups that are left out, slices within
/// control levels, rates that are 0 in the best case, weights.</summary>
public sealed class GroupPlanTests
{
    private static readonly string[] conditions =
    [
        "{ metric: accuracy, max_relative_regression: 0.1 }",
        "{ metric: accuracy, by: [g, desk], compare: difference, max: 0.5 }",
        "{ metric: accuracy, by: g, compare: difference, control: desk, where: desk = 'south', max: 0.6 }",
        "{ metric: false_positive_rate, by: g, compare: ratio, min: 0.1 }",
        "{ metric: accuracy, by: g, compare: ratio, method: to_reference, reference: b, control: desk, min: 0.1 }",
        "{ metric: accuracy, by: g, compare: ratio, control: desk, method: to_rest, min: 0.1 }",
        "{ metric: equalized_odds_difference_mean, by: g, max: 0.3 }",
        "{ metric: accuracy, by: g, compare: group_min, min: 0.6, max: 0.99, vacuous: allowed }",
        "{ metric: accuracy, min: 0.85, family: alone }",
    ];

    [Fact]
    public void Of_groups_of_several_columns_and_of_levels()
    {
        using TestRun run = Applicants.Run(conditions, "families: { alone: { method: holm } }", "sensitive: [g, desk]");
        Expectation.Matches("groups.txt", string.Join('\n', conditions.Zip(Plan(run), (condition, line) =>
            $"{condition}\n    {line.Path}{(line.IsDecidable ? "" : ", undecidable")}: {line.Text}\n")));
    }

    /// <summary>Two groups of 40 rows, and others of 10.</summary>
    private static string LeftOut(int others)
    {
        string rows = string.Concat(Enumerable.Range(0, 80).Select(i => $"{i % 2},{i % 2},big{i / 40}\n"))
            + string.Concat(Enumerable.Range(0, 10 * others).Select(i => $"{i % 2},{i % 2},s{i / 10}\n"));
        using TestRun run = new("""
            version: 1
            name: many
            task: binary_classification
            data: { source: d.csv, label: y, positive: 1, sensitive: [g] }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: accuracy, by: g, compare: difference, max: 0.5 }]
            """, ("d.csv", "y,p,g\n" + rows));
        string text = Plan(run)[0].Text;
        int at = text.IndexOf(". Left out", StringComparison.Ordinal);
        return at < 0 ? "" : text[at..];
    }

    [Fact]
    public void Six_groups_that_are_left_out_are_named()
    {
        string Named(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"g = s{i} (10 rows, the floor is 30)"));
        Assert.Equal("", LeftOut(0));
        Assert.Equal(". Left out for too little evidence: " + Named(1), LeftOut(1));
        Assert.Equal(". Left out for too little evidence: " + Named(6), LeftOut(6));
        Assert.Equal(". Left out for too little evidence: " + Named(6) + " and 1 more", LeftOut(7));
    }

    /// <summary>Weights of 1 and 3 in turn: their sum squared over the sum of squares is four fifths of the rows.</summary>
    [Fact]
    public void Weights_lessen_what_an_area_and_a_group_rest_on()
    {
        string rows = string.Concat(Enumerable.Range(0, 400).Select(i => $"{i / 2 % 2},0.{i % 10},{"ab"[i / 200]},{1 + (i % 2 * 2)}\n"));
        using TestRun run = new("""
            version: 1
            name: weighted
            task: binary_classification
            data: { source: d.csv, label: y, positive: 1, sensitive: [g], weight: w }
            model: { predictions: { score: s } }
            conditions: [{ metric: roc_auc, min: 0.5 }, { metric: selection_rate, by: g, compare: ratio, min: 0.2 }]
            """, ("d.csv", "y,s,g,w\n" + rows));
        IReadOnlyList<PlanLine> lines = Plan(run);
        Assert.StartsWith("160 positives and 160 negatives; ", lines[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("by g, smallest group g = a with 160 rows (effective, by their weights); a ratio of ", lines[1].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_numbers_there_is_no_formula()
    {
        using TestRun run = new("""
            version: 1
            name: numbers
            task: regression
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: mean_absolute_error, max: 0.5 }]
            """, ("d.csv", "y,p\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i},{i % 7}\n"))));
        Assert.Equal("unknown before measuring: there is no planning formula for mean_absolute_error", Assert.Single(Plan(run)).Text);
    }

    private static IReadOnlyList<PlanLine> Plan(TestRun run) => PowerCheck.Plan(run.Inputs, run, CancellationToken.None);
}
