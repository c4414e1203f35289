using Gate.Bench.Coverage.Populations;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Cells;

/// <summary>Simulates test sets: each is drawn and gathered once, and asked all questions.</summary>
internal static class Simulation
{
    /// <param name="group">What is simulated.</param>
    /// <param name="world">Its groups.</param>
    /// <param name="questions">What is asked.</param>
    /// <param name="from">The number of the first run; each run has random numbers of its own.</param>
    /// <param name="runs">How many.</param>
    /// <param name="threads">How many at a time.</param>
    /// <param name="cancel">Stops the work.</param>
    public static CellCounts[] Run(CellGroup group, World world, IReadOnlyList<Question> questions, int from, int runs, int threads,
        CancellationToken cancel)
    {
        var outcomes = new (Outcome Outcome, string? Method)[questions.Count][];
        for (int q = 0; q < outcomes.Length; q++) outcomes[q] = new (Outcome, string?)[runs];
        Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, run =>
        {
            MetricFrame frame = world.Draw(RandomRows.Of(group.Name, from + run), group.Rows)
                .Gather(RandomRows.SeedOf("bootstrap of " + group.Name, from + run));
            for (int q = 0; q < questions.Count; q++)
            {
                cancel.ThrowIfCancellationRequested();
                Interval? interval = Contexts.Ask(frame, questions[q].Metric, questions[q].Context).Interval;
                outcomes[q][run] = (Outcome.Of(interval, questions[q].Truth), interval?.Method);
            }
        });
        return [.. questions.Select((question, q) => CellCounts.Of(question, outcomes[q]))];
    }
}
