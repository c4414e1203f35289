using System.Globalization;
using Gate.Metrics;

namespace Gate.Bench.Honesty;

/// <summary>How often each rule passed, failed or left open the runs of one truth.</summary>
internal sealed class Outcomes
{
    private int runs, passes, fails, pointPasses;

    /// <summary>Judges one run by both rules. An undefined value is no pass and no fail.</summary>
    public void Add(Setting setting, Measurement measured)
    {
        Interlocked.Increment(ref runs);
        if (measured.Value.NumberOrNull is not double estimate) return;
        if (setting.Satisfies(estimate)) Interlocked.Increment(ref pointPasses);
        if (measured.Interval is not Interval interval) return;
        (double worse, double better) = setting.IsMinimum ? (interval.Low, interval.High) : (interval.High, interval.Low);
        if (setting.Satisfies(worse)) Interlocked.Increment(ref passes);
        else if (!setting.Satisfies(better)) Interlocked.Increment(ref fails);
    }

    public double Passes => (double)passes / runs;

    public double Fails => (double)fails / runs;

    public double PointPasses => (double)pointPasses / runs;

    /// <summary>Wrong verdicts in bold: a pass beyond the bound, a fail inside it, and at the bound both.</summary>
    public string Row(Truth truth)
    {
        bool passIsWrong = truth != Truth.Inside, failIsWrong = truth != Truth.Beyond;
        return $"{Share(Passes, passIsWrong)} | {Share(Fails, failIsWrong)} | {Share(1 - Passes - Fails, false)} | "
            + $"{Share(PointPasses, passIsWrong)} | {Share(1 - PointPasses, failIsWrong)}";
    }

    private static string Share(double share, bool bold)
    {
        string text = (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
        return bold ? $"**{text}**" : text;
    }
}
