using System.Globalization;
using System.Text;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Measuring.Explanations;

public sealed class ImportanceBudgetTests
{
    private const int Columns = 20, Rows = 4000;

    private static TestRun Run(string explain) => new($$"""
        version: 1
        name: budget
        task: binary_classification
        data: { source: d.csv, label: y, split: { test: 0.5 } }
        model: { train: { algorithm: logistic_regression } }
        {{explain}}
        conditions: [{ metric: accuracy, level: inform }]
        """, ("d.csv", Data()));

    private static string Data()
    {
        var random = new Random(4);
        var csv = new StringBuilder(string.Join(',', Enumerable.Range(0, Columns).Select(c => $"c{c}")) + ",y\n");
        for (int row = 0; row < Rows; row++)
        {
            int[] values = [.. Enumerable.Range(0, Columns).Select(_ => random.Next(100))];
            csv.Append(CultureInfo.InvariantCulture, $"{string.Join(',', values)},{(values[0] + random.Next(50) > 75 ? 1 : 0)}\n");
        }
        return csv.ToString();
    }

    [Fact]
    public void Rows_within_the_budget_are_all_used_and_nothing_is_said()
    {
        using TestRun run = Run("");
        GateResult result = run.Execute();
        Assert.Equal(Rows / 2, result.Importance!.Rows);
        Assert.DoesNotContain(result.Notes, note => note.StartsWith("Feature importance", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_beyond_the_budget_are_thinned_and_the_notes_say_so()
    {
        // Twenty columns shuffled 500 times each are 10,000 scorings: the budget of ten million rows has 1,000 for each.
        using TestRun run = Run("explain: { repeats: 500 }");
        GateResult result = run.Execute();
        Assert.Equal(1000, result.Importance!.Rows);
        Assert.Contains("Feature importance was measured on 1,000 of 2,000 test rows, evenly spaced, to bound its time; "
            + "explain.max_rows sets another number.", result.Notes);
    }

    [Fact]
    public void A_number_of_rows_in_the_policy_goes_before_the_budget()
    {
        using TestRun run = Run("explain: { repeats: 50, max_rows: 1500 }");
        GateResult result = run.Execute();
        Assert.Equal(1500, result.Importance!.Rows);
        Assert.DoesNotContain(result.Notes, note => note.StartsWith("Feature importance", StringComparison.Ordinal));
    }

    [Fact]
    public void Importance_by_consistency_of_some_rows_keeps_their_features()
    {
        using TestRun run = Run("explain: { repeats: 1, max_rows: 333, metric: consistency }");
        Assert.Equal(333, run.Execute().Importance!.Rows);
    }
}
