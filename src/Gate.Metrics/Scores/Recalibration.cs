using Gate.Data.Numerics;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

/// <summary>Logistic regression of the outcome on the logit of the probability, by Newton's method (D. R. Cox, Biometrika 45,
/// 1958).</summary>
internal static class Recalibration
{
    private const int MostSteps = 100;

    // Newton's method squares the error: after a step as small as this, nothing is left of it in a double.
    private const double LastStep = 1e-8;

    /// <summary>Writes a row's logit and outcome.</summary>
    public static string? Read(Sample sample, int row, Span<double> terms)
    {
        double probability = sample.Scores![row];
        if (probability is not (> 0 and < 1)) return "a score is not a probability above 0 and below 1";
        terms[0] = Portable.Log(probability / (1 - probability));
        terms[1] = sample.Labels![row] == Sample.Positive ? 1 : 0;
        return null;
    }

    public static MetricValue Slope(OrderedRows rows)
    {
        if (Refuse(rows, separable: true) is string reason) return MetricValue.Missing(reason);
        return Fit(rows, slope: true) is (_, double slope)
            ? MetricValue.Of(slope) : MetricValue.Missing("the regression does not converge");
    }

    public static MetricValue Intercept(OrderedRows rows)
    {
        if (Refuse(rows, separable: false) is string reason) return MetricValue.Missing(reason);
        return Fit(rows, slope: false) is (double intercept, _)
            ? MetricValue.Of(intercept) : MetricValue.Missing("the regression does not converge");
    }

    /// <summary>Without both classes, or (for a slope) where a logit has all of one class on one side, the likelihood has no
    /// maximum.</summary>
    private static string? Refuse(OrderedRows rows, bool separable)
    {
        Span<double> least = [double.PositiveInfinity, double.PositiveInfinity], most = [double.NegativeInfinity, double.NegativeInfinity];
        ReadOnlySpan<double> weights = rows.Weights, logits = rows.Term(0), outcomes = rows.Term(1);
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            int outcome = (int)outcomes[i];
            least[outcome] = Math.Min(least[outcome], logits[i]);
            most[outcome] = Math.Max(most[outcome], logits[i]);
        }
        if (double.IsInfinity(least[0]) || double.IsInfinity(least[1]))
            return double.IsInfinity(least[0]) && double.IsInfinity(least[1]) ? Reasons.NoRows : Reasons.OneClass;
        return separable && (least[1] >= most[0] || least[0] >= most[1]) ? "some score separates the classes" : null;
    }

    /// <summary>Intercept and slope at the largest likelihood, from 0 and 1; a step that lowers the likelihood is halved.</summary>
    private static (double Intercept, double Slope)? Fit(OrderedRows rows, bool slope)
    {
        double a = 0, b = 1;
        Moments at = Of(rows, a, b);
        for (int step = 0; step < MostSteps; step++)
        {
            (double da, double db) = at.Newton(slope);
            // Where all probabilities are 0 or 1 there is no curvature. Halves of an endless step are endless.
            if (!double.IsFinite(da) || !double.IsFinite(db)) return null;
            if (Math.Abs(da) + Math.Abs(db) <= LastStep * (1 + Math.Abs(a) + Math.Abs(b))) return (a + da, b + db);
            Moments next = Of(rows, a + da, b + db);
            // At the top, rounding alone decides which of two neighbours is likelier.
            while (!(next.Likelihood >= at.Likelihood - 1e-13 * Math.Abs(at.Likelihood)) && Math.Abs(da) + Math.Abs(db) > LastStep)
            {
                (da, db) = (da / 2, db / 2);
                next = Of(rows, a + da, b + db);
            }
            (a, b, at) = (a + da, b + db, next);
        }
        return null;
    }

    private static Moments Of(OrderedRows rows, double a, double b)
    {
        ReadOnlySpan<double> weights = rows.Weights, logits = rows.Term(0), outcomes = rows.Term(1);
        var sums = new Moments();
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            double x = logits[i], z = a + b * x, tail = Portable.Exp(-Math.Abs(z)), probability = (z >= 0 ? 1 : tail) / (1 + tail);
            double residual = weights[i] * (outcomes[i] - probability), spread = weights[i] * tail / ((1 + tail) * (1 + tail));
            // log(1 + e^z) without overflow.
            sums.Likelihood += weights[i] * (outcomes[i] * z - Math.Max(z, 0) - Portable.Log(1 + tail));
            sums.Gradient += residual;
            sums.GradientX += residual * x;
            if (spread == 0) continue;
            sums.Spread += spread;
            double distance = x - sums.Mean;
            sums.Mean += distance * (spread / sums.Spread);
            sums.Variation += spread * distance * (x - sums.Mean);
        }
        return sums;
    }

    /// <summary>The log-likelihood, its gradient, and its curvature: the sum of the rows' spreads, the mean logit with them as weights, and
    /// the logits' variation around it. One row may have nearly all of the spread; the difference of two sums of squares would then be
    /// rounding (D. H. D. West, Communications of the ACM 22, 1979).</summary>
    private record struct Moments(double Likelihood, double Gradient, double GradientX, double Spread, double Mean, double Variation)
    {
        public readonly (double A, double B) Newton(bool slope)
        {
            double b = slope ? (GradientX - Mean * Gradient) / Variation : 0;
            return (Gradient / Spread - Mean * b, b);
        }
    }
}
