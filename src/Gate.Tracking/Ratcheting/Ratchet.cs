using System.Globalization;
using Gate.Tracking.Logging;

namespace Gate.Tracking.Ratcheting;

/// <summary>The bounds of a condition as the policy has them.</summary>
/// <param name="Id">The condition.</param>
/// <param name="Min">The least acceptable value; null for none.</param>
/// <param name="Max">The largest; null for none.</param>
/// <param name="OnInterval">Whether the limits of the interval are held against them, and not the value alone.</param>
public sealed record RatchetBound(string Id, double? Min, double? Max, bool OnInterval);

/// <summary>A tighter bound that the history supports.</summary>
/// <param name="Id">The condition.</param>
/// <param name="Key"><c>min</c> or <c>max</c>.</param>
/// <param name="Now">What the policy says.</param>
/// <param name="Proposed">What it could say, of three decimals, rounded to the looser side.</param>
/// <param name="Runs">How many runs it stands on.</param>
public sealed record RatchetStep(string Id, string Key, double Now, double Proposed, int Runs);

/// <summary>
/// Proposes tighter bounds, never looser ones, from runs that passed. The proposal is the worst number (the lower limit of the interval for
/// a minimum, the upper one for a maximum) of n runs. If the next run is like these, in any order, the chance that its number is worse than
/// all n is 1 / (n + 1): no shape of a distribution is assumed. Runs on the same test rows count once.
/// </summary>
public static class Ratchet
{
    /// <summary>How many runs are needed for a chance.</summary>
    /// <param name="chance">The chance that the next run, if it is like those before, misses the new bound; above 0, below 1.</param>
    public static int Needed(double chance) => Math.Max(1, (int)Math.Ceiling((1 / chance) - 1 - 1e-9));

    /// <summary>The runs that a proposal stands on: those that passed, each test set once, the newest first.</summary>
    /// <param name="runs">All runs, in any order.</param>
    public static IReadOnlyList<IRun> Usable(IEnumerable<IRun> runs) =>
        [.. runs.Where(run => run.Info.Status == RunStatus.Finished && run.Tag(RunTags.Verdict) is "pass" or "warn")
            .OrderByDescending(run => run.Info.StartTime).ThenBy(run => run.Info.Id, StringComparer.Ordinal)
            .DistinctBy(run => run.Tag(RunTags.TestRows) ?? run.Info.Id)];

    /// <summary>What could be tighter.</summary>
    /// <param name="bounds">The policy's bounds.</param>
    /// <param name="usable">The runs, from <see cref="Usable"/>.</param>
    /// <param name="chance">The chance that is taken; see <see cref="Needed"/>.</param>
    public static IReadOnlyList<RatchetStep> Propose(IReadOnlyList<RatchetBound> bounds, IReadOnlyList<IRun> usable, double chance)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        ArgumentNullException.ThrowIfNull(usable);
        var steps = new List<RatchetStep>();
        foreach (RatchetBound bound in bounds)
        {
            if (bound.Min is { } min && Worst(bound, usable, "low", chance, least: true) is { } low && Floor(low.Value) > min)
                steps.Add(new(bound.Id, "min", min, Floor(low.Value), low.Runs));
            if (bound.Max is { } max && Worst(bound, usable, "high", chance, least: false) is { } high && -Floor(-high.Value) < max)
                steps.Add(new(bound.Id, "max", max, -Floor(-high.Value), high.Runs));
        }
        return steps;
    }

    /// <summary>A bound as a policy writes it.</summary>
    /// <param name="value">The bound.</param>
    public static string Text(double value) => (value + 0.0).ToString("0.###", CultureInfo.InvariantCulture);

    private static (double Value, int Runs)? Worst(RatchetBound bound, IReadOnlyList<IRun> usable, string limit, double chance, bool least)
    {
        var names = new MetricNames();
        (string value, string interval) = (names.Of("condition", bound.Id), names.Of("interval", "condition", bound.Id, limit));
        double[] numbers = [.. usable.Select(run => bound.OnInterval ? run.Metric(interval) ?? run.Metric(value) : run.Metric(value))
            .OfType<double>().Where(double.IsFinite)];
        return numbers.Length < Needed(chance) ? null : (least ? numbers.Min() : numbers.Max(), numbers.Length);
    }

    // Three decimals, downwards; a number that has them already stays.
    private static double Floor(double value)
    {
        double scaled = Math.Round(value * 1000, 6);
        return Math.Floor(scaled) / 1000;
    }
}
