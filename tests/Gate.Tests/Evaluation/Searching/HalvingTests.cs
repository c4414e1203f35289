using Gate.Evaluation.Candidates;
using Gate.Evaluation.Searching;

namespace Gate.Tests.Evaluation.Searching;

/// <summary>Who goes on to the next rung.</summary>
public sealed class HalvingTests
{
    private static readonly int[][] rungs = [[.. Enumerable.Range(0, 10)], [.. Enumerable.Range(0, 30)]];

    private static Trial[] Trials(int count) => [.. Enumerable.Range(1, count).Select(number => new Trial(number,
        Learners.Find("decision_tree")!, number == 1 ? new Dictionary<string, object?>()
            : new Dictionary<string, object?> { ["max_depth"] = (double)number }))];

    private static TrialResult Result(Trial trial, int[] rows, double value, string? error = null) =>
        new(trial, rows.Length, error is null ? [value, value] : [], [], false, null, error, null, null);

    private static HalvingOutcome Run(Func<Trial, int[], TrialResult> run, string metric = "roc_auc", TimeProvider? clock = null,
        double? minutes = null) => new Halving(MetricCatalogue.Find(metric)!, new(clock, minutes, null)).Run(Trials(9), rungs, run,
            (_, _, _, _) => { });

    private static IEnumerable<int> Finalists(HalvingOutcome outcome) => outcome.Finalists.Select(result => result.Trial.Number);

    [Fact]
    public void The_better_third_and_the_learner_as_it_comes_go_on()
    {
        Assert.Equal([1, 7, 8, 9], Finalists(Run((trial, rows) => Result(trial, rows, trial.Number))));
        Assert.Equal([1, 2, 3], Finalists(Run((trial, rows) => Result(trial, rows, trial.Number), "log_loss")));
        // Of equals the earliest.
        Assert.Equal([1, 2, 3], Finalists(Run((trial, rows) => Result(trial, rows, 0.5))));
    }

    [Fact]
    public void A_trial_that_fails_costs_that_trial_only()
    {
        HalvingOutcome outcome = Run((trial, rows) => Result(trial, rows, trial.Number, trial.Number is 1 or 9 ? "broken" : null));
        Assert.Equal([6, 7, 8], Finalists(outcome).Order());
        Assert.Equal(["broken", "broken"], outcome.Results.Where(result => result.Error is not null).Select(result => result.Error));
        Assert.Equal(9, outcome.Results.Count);
        Assert.Equal(8, new Halving(MetricCatalogue.Find("roc_auc")!, new(null, null, null)).Best(outcome.Results)!.Trial.Number);
    }

    [Fact]
    public void When_the_time_is_over_what_is_there_stays()
    {
        // Every look at the clock costs a minute.
        var clock = new SteppingClock([.. Enumerable.Repeat(60.0, 60)]);
        HalvingOutcome outcome = Run((trial, rows) => Result(trial, rows, trial.Number), clock: clock, minutes: 4.5);
        Assert.True(outcome.OutOfTime);
        Assert.Empty(outcome.Finalists);
        Assert.InRange(outcome.Results.Count, 1, 8);
        Assert.False(Run((trial, rows) => Result(trial, rows, trial.Number)).OutOfTime);
    }
}
