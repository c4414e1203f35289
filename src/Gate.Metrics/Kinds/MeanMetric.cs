using Gate.Data;

namespace Gate.Metrics.Kinds;

/// <summary>A metric of weighted means over rows: a loss, or several means put together at the end.</summary>
internal abstract class MeanMetric : Metric
{
    /// <inheritdoc/>
    public override Metric? OneVsRest(int code, string name) =>
        Inputs == MetricInputs.Scores && !Tasks.Contains(TaskType.MulticlassClassification) ? new OneVsRestMean(this, code, name) : null;

    /// <summary>How many means it takes.</summary>
    internal virtual int Terms => 1;

    /// <summary>Whether its one term is 0 or 1 in every row: the metric then is a share of rows, with Wilson's interval.</summary>
    internal virtual bool IsShare => false;

    /// <summary>Whether no row can add more than some rows do: its terms have bounds, or tails that fall as fast as an exponential law's.
    /// What is unseen then is known to be little.</summary>
    internal virtual bool IsLightTailed => double.IsFinite(Range.Low) && double.IsFinite(Range.High);

    /// <summary>Whether it sets scores against what happened: the rows of the rarer class then add most to it.</summary>
    internal bool ReadsOutcomes => Inputs.HasFlag(MetricInputs.Scores) && Direction != Direction.Neutral;

    internal sealed override LimitsKind LimitsKind => IsShare ? LimitsKind.Share : LimitsKind.Replicates;

    /// <summary>Prepares what the terms of rows need of all rows together; called before any row is read.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="threads">How many threads may work; 0 for all cores.</param>
    /// <param name="cancel">Stops the work.</param>
    internal virtual void Prepare(Sample sample, int threads, CancellationToken cancel)
    {
    }

    /// <summary>Writes the terms of one row.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="row">The row.</param>
    /// <param name="terms">Where the terms go.</param>
    /// <returns>Why this row leaves the metric undefined, or null.</returns>
    internal abstract string? Read(Sample sample, int row, Span<double> terms);

    /// <summary>Puts the weighted means together.</summary>
    /// <param name="means">The weighted mean of each term.</param>
    /// <param name="rows">The number of rows with weight behind them.</param>
    internal virtual MetricValue Finish(ReadOnlySpan<double> means, double rows) => MetricValue.Of(means[0]);
}
