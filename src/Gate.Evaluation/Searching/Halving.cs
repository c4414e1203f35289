using Gate.Metrics;

namespace Gate.Evaluation.Searching;

/// <summary>Where a search ended.</summary>
/// <param name="Results">What became of each trial on the most rows that it was tried on, in the order of the trials.</param>
/// <param name="Rungs">How many rows each rung had.</param>
/// <param name="OutOfTime">Whether its time was over before all trials had had their turn.</param>
internal sealed record HalvingOutcome(IReadOnlyList<TrialResult> Results, IReadOnlyList<int> Rungs, bool OutOfTime)
{
    /// <summary>Those that were cross-validated on all rows.</summary>
    public IReadOnlyList<TrialResult> Finalists =>
        [.. Results.Where(result => result.Error is null && result.Rows == Rungs[^1])];
}

/// <summary>Successive halving: the better third of each rung goes on to the next. A learner as it comes always goes on, so that a search
/// never ends below it.</summary>
/// <param name="metric">What decides.</param>
/// <param name="budget">How long it may take.</param>
internal sealed class Halving(Metric metric, SearchBudget budget)
{
    /// <summary>Runs all rungs.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="rungs">The rows of each rung, ascending.</param>
    /// <param name="run">Cross-validates a trial on some rows.</param>
    /// <param name="progress">Told of each trial: the rung's rows, how many trials are done and to be done, and the best value yet.</param>
    public HalvingOutcome Run(IReadOnlyList<Trial> trials, IReadOnlyList<int[]> rungs, Func<Trial, int[], TrialResult> run,
        Action<int, int, int, double> progress)
    {
        var latest = new SortedDictionary<int, TrialResult>();
        IReadOnlyList<Trial> alive = trials;
        bool outOfTime = false;
        for (int rung = 0; rung < rungs.Count && !outOfTime; rung++)
        {
            var results = new List<TrialResult>();
            foreach ((int done, Trial trial) in alive.Index())
            {
                // One trial on all rows is needed whatever the time.
                outOfTime = budget.IsOver && latest.Values.Any(result => result.Error is null);
                if (outOfTime) break;
                TrialResult result = run(trial, rungs[rung]);
                // A failure on more rows is told in the place of a value on fewer, which can no longer be chosen.
                latest[trial.Number] = result;
                results.Add(result);
                TrialResult? best = Best(results);
                progress(rungs[rung].Length, done + 1, alive.Count, best is null ? double.NaN : best.Mean);
            }
            alive = Promoted(results);
        }
        return new([.. latest.Values], [.. rungs.Select(rows => rows.Length)], outOfTime);
    }

    /// <summary>By how much one value is better than another; below 0 where it is worse.</summary>
    public double Gain(double value, double other) => metric.Direction == Direction.LowerIsBetter ? other - value : value - other;

    /// <summary>The best of those that did not fail; of equals the earliest. Null where all failed.</summary>
    public TrialResult? Best(IEnumerable<TrialResult> results) => Ranked(results) is [var best, ..] ? best : null;

    /// <summary>Those that did not fail, the best first, of equals the earliest.</summary>
    public IReadOnlyList<TrialResult> Ranked(IEnumerable<TrialResult> results) => [.. results.Where(result => result.Error is null)
        .OrderByDescending(result => Gain(result.Mean, 0)).ThenBy(result => result.Trial.Number)];

    private List<Trial> Promoted(List<TrialResult> results)
    {
        int places = (results.Count + Rungs.Share - 1) / Rungs.Share;
        HashSet<int> best = [.. Ranked(results).Take(places).Select(result => result.Trial.Number)];
        return [.. results.Where(result => result.Error is null && (result.Trial.IsDefault || best.Contains(result.Trial.Number)))
            .Select(result => result.Trial)];
    }
}
