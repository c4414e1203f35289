namespace Gate.Metrics.Intervals;

/// <summary>
/// The limits of the share of positives among the k rows with the highest scores. Beside the chance in each of them, the place of the cut
/// is a matter of chance: where n rows were drawn, not always the same k of them lie above the score that cuts off k in expectation, and
/// each too many takes the place of one from just below. To first order the share found is H − q A over k, with the numbers of positives
/// H and of rows A above that score and the share q of positives just below it, and so has the variance (p (1 − p) + (p − q)²) / k.
/// </summary>
/// <param name="share">The share of positives at the top, p.</param>
/// <param name="k">How many rows are at the top.</param>
/// <param name="below">The share of positives just below, q.</param>
internal sealed class TopLimits(double share, double k, double below) : Limits
{
    public override double Value => share;

    public override string MethodAt(double critical) => Mover.Method;

    protected override (double Low, double High)? Compute(double critical)
    {
        (double low, double high) = ShareLimits.At(share, k, critical);
        double cut = critical * (share - below) / Math.Sqrt(k);
        return (Math.Max(0, share - Norm(share - low, cut)), Math.Min(1, share + Norm(high - share, cut)));
    }

    private static double Norm(double x, double y) => Math.Sqrt(x * x + y * y);
}
