using Gate.Data.Randomness;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Issue;

/// <summary>A cell whose interval was once found too sure.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Found">What was found: coverage, wrong passes and wrong fails in percent, as they were reported.</param>
/// <param name="Truth">The true value.</param>
/// <param name="IsMinimum">Whether the value must be at least the bound; else at most.</param>
/// <param name="Draw">Draws a test set.</param>
/// <param name="Measure">Measures it.</param>
internal sealed record IssueLine(string Name, string Found, double Truth, bool IsMinimum, Func<SplitMix64, DrawnSet> Draw,
    Func<MetricFrame, Measurement> Measure)
{
    /// <summary>The bound of the condition; the truth itself where none is given.</summary>
    public double? Bound { get; init; }

    /// <summary>Whether a pass is wrong: where the truth misses the bound. Where it is the bound, both verdicts are wrong.</summary>
    public bool PassIsWrong => Bound is not double bound || bound == Truth || (IsMinimum ? Truth < bound : Truth > bound);

    /// <summary>Whether a fail is wrong: where the truth satisfies the bound, or is it.</summary>
    public bool FailIsWrong => Bound is not double bound || bound == Truth || !PassIsWrong;
}
