using System.Globalization;
using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Measuring.Operations;

public sealed class OperationsTests
{
    private static readonly string Rows = "x,y\n" + string.Concat(Enumerable.Range(0, 200)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{(i * 7 % 10 < 5 ? 1 : 0)}\n")));

    private static TestRun Run(string conditions, TimeProvider? clock = null, string model = "train: { algorithm: decision_tree }",
        string baseline = "") => new($$"""
            version: 1
            name: operations
            task: binary_classification
            data: { source: d.csv, label: y, split: { test: 0.5 } }
            model: { {{model}} }
            {{baseline}}
            conditions:
            {{conditions}}
            """, ("d.csv", Rows))
        {
            Clock = clock,
        };

    [Fact]
    public void A_model_that_is_larger_than_its_bound_fails_for_certain()
    {
        using TestRun run = Run("- { metric: model_size, max: 10 }");
        Finding finding = run.Finding();
        Assert.Equal((Outcome.Violated, Verdict.Fail), (finding.Outcome, finding.Verdict));
        Assert.Null(finding.Interval);
        Assert.True(finding.Estimate > 10);
        Assert.StartsWith("model_size (in bytes) is ", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_size_is_that_of_the_canonical_form_and_no_time()
    {
        using TestRun first = Run("- { metric: model_size, max: 1e9 }"), second = Run("- { metric: model_size, max: 1e9 }");
        Assert.Equal(first.Finding().Estimate, second.Finding().Estimate);
        Assert.DoesNotContain(first.Execute().Notes, note => note.Contains("another run", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.5, "satisfied")]
    [InlineData(0.2, "violated")]
    public void Training_time_is_that_of_the_runs_clock(double most, string outcome)
    {
        using TestRun run = Run(string.Create(CultureInfo.InvariantCulture, $"- {{ metric: training_time, max: {most} }}"),
            new SteppingClock(0.25));
        Finding finding = run.Finding();
        Assert.Equal((0.25, outcome), (finding.Estimate, finding.Outcome.Word()));
    }

    /// <summary>Every asking moves the clock on by a thousandth of a second, and a batch has a thousand rows at least.</summary>
    [Fact]
    public void Time_a_row_is_the_median_of_batches_with_an_interval_of_order_statistics()
    {
        using TestRun run = Run("- { metric: score_time_per_row, max: 0.000002 }", new SteppingClock(0.001));
        Finding finding = run.Finding();
        Assert.Equal(0.000001, finding.Estimate!.Value, 9);
        Assert.Equal("order statistics", finding.Interval!.Method);
        Assert.Equal(Outcome.Satisfied, finding.Outcome);
    }

    [Fact]
    public void Times_that_lie_on_both_sides_of_the_bound_decide_nothing()
    {
        using TestRun run = Run("- { metric: score_time_per_row, max: 0.000002 }", new SteppingClock(0.001, 0.001, 0.001, 0.003, 0.003));
        Finding finding = run.Finding();
        Assert.Equal((Outcome.Inconclusive, Verdict.Inconclusive), (finding.Outcome, finding.Verdict));
    }

    [Fact]
    public void A_condition_on_time_says_that_another_run_differs()
    {
        using TestRun run = Run("- { metric: training_time, max: 1 }", new SteppingClock(0.25));
        Assert.Contains(run.Execute().Notes, note => note.StartsWith("'training_time' was decided on times", StringComparison.Ordinal));
    }

    /// <summary>What the report says of the candidate: a hundred rows were scored between two askings of the clock.</summary>
    [Fact]
    public void What_the_candidate_cost_is_measured_on_the_way()
    {
        using TestRun run = Run("- { metric: accuracy, level: inform }", new SteppingClock(0.25));
        OperationalFacts facts = run.Costs();
        Assert.Equal((100L, 0.25), (facts.Rows, facts.TrainingSeconds));
        Assert.Equal(0.0025, facts.ScoreSecondsPerRow!.Value, 12);
        Assert.True(facts.ModelBytes > 0);
    }

    [Fact]
    public void Predictions_cost_nothing_that_was_measured()
    {
        using TestRun run = new("""
            version: 1
            name: operations
            task: binary_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: p } }
            conditions: [{ metric: accuracy, level: inform }]
            """, ("d.csv", "y,p\n1,1\n0,0\n")) { Clock = new SteppingClock(0.25) };
        Assert.Equal(new OperationalFacts(null, null, null, 0), run.Costs());
    }

    [Theory]
    [InlineData("score_time_per_row")]
    [InlineData("training_time")]
    public void Without_a_clock_a_time_is_undefined_and_fails(string metric)
    {
        using TestRun run = Run($"- {{ metric: {metric}, max: 1 }}");
        Finding finding = run.Finding();
        Assert.Equal(("this run was given no clock", Verdict.Fail), (finding.Undefined, finding.Verdict));
    }

    [Theory]
    [InlineData("model_size")]
    [InlineData("training_time")]
    [InlineData("score_time_per_row")]
    public void Predictions_have_no_model_that_could_be_measured(string metric)
    {
        using TestRun run = new("""
            version: 1
            name: operations
            task: binary_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: p } }
            conditions:
            """ + $"\n- {{ metric: {metric}, max: 1e9 }}", ("d.csv", "y,p\n1,1\n0,0\n1,0\n0,1\n")) { Clock = new SteppingClock(0.001) };
        Assert.Equal("there are predictions and no model", run.Finding().Undefined);
    }

    [Fact]
    public void A_regression_is_by_how_much_the_baseline_is_smaller()
    {
        using TestRun run = Run("- { metric: model_size, max_regression: 0, max_relative_regression: 100 }",
            baseline: "baseline: { train: { algorithm: dummy } }");
        Finding finding = run.Finding();
        Assert.True(finding.Regression!.Baseline < finding.Estimate);
        Assert.Equal(finding.Estimate - finding.Regression.Baseline, finding.Regression.Estimate);
        Assert.Equal(Verdict.Fail, finding.Verdict);
    }

    [Theory]
    [InlineData("by: x, compare: ratio", "by")]
    [InlineData("where: x > 1", "where")]
    public void Groups_and_slices_of_a_model_are_refused(string keys, string key)
    {
        using TestRun run = Run($"- {{ metric: model_size, max: 1e9, {keys} }}");
        var error = Assert.Throws<Gate.Policy.Document.PolicyException>(() => run.Inputs);
        Assert.Contains($"'model_size' is a number of the model and not of rows; remove '{key}'", error.Message, StringComparison.Ordinal);
    }
}
