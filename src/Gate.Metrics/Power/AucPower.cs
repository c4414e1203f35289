namespace Gate.Metrics.Power;

/// <summary>What a test set can decide about the area under a ROC curve, by the standard error of J. A. Hanley and B. J. McNeil (Radiology
/// 143, 1982).</summary>
public static class AucPower
{
    /// <summary>Plans a bound.</summary>
    /// <param name="bound">The bound, from 0 to 1.</param>
    /// <param name="isMin">Whether it is the least acceptable value.</param>
    /// <param name="positives">The number of positive rows, or the effective number with weights.</param>
    /// <param name="negatives">The same of negative rows.</param>
    /// <param name="confidence">The coverage of the interval.</param>
    /// <param name="probability">With what probability a decision is wanted.</param>
    public static PowerPlan Plan(double bound, bool isMin, double positives, double negatives, double confidence, double probability)
    {
        if (!isMin)
        {
            PowerPlan opposite = Plan(1 - bound, true, positives, negatives, confidence, probability);
            return new(opposite.BestPasses, 1 - opposite.Passes, 1 - opposite.Fails);
        }
        double decision = NormalScore.OfDecision(confidence, probability);
        double Error(double area) => StandardError(area, positives, negatives);
        bool Passes(double area) => area - (decision * Error(area)) >= bound;
        bool Fails(double area) => area + (decision * Error(area)) < bound;
        // An area of 0.5 and less is chance: that a model is worse is no question of evidence.
        return new(positives >= 1 && negatives >= 1, Passes(1) ? TwoRatePower.Edge(1, bound, Passes) : null, bound > 0.5
            && Fails(0.5) ? TwoRatePower.Edge(0.5, bound, Fails) : null);
    }

    /// <summary>The standard error of an area.</summary>
    /// <param name="area">The area.</param>
    /// <param name="positives">Positive rows.</param>
    /// <param name="negatives">Negative rows.</param>
    public static double StandardError(double area, double positives, double negatives)
    {
        // The formula supposes a curve above chance; below it the curve is turned round.
        double a = Math.Max(area, 1 - area), q1 = a / (2 - a), q2 = 2 * a * a / (1 + a);
        double variance = ((a * (1 - a)) + ((positives - 1) * (q1 - (a * a))) + ((negatives - 1) * (q2 - (a * a))))
            / (positives * negatives);
        return Math.Sqrt(Math.Max(0, variance));
    }
}
