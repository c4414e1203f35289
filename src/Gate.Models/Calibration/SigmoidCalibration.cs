using System.Globalization;
using Gate.Data.Numerics;
using Gate.Models.Linear;
using Gate.Models.Serialization;

namespace Gate.Models.Calibration;

/// <summary>
/// Platt's scaling (Platt 1999, with the targets of its section 2.2): a logistic function of the score. Where the model has a margin, of
/// the score's log-odds, which is the margin; else of the score itself, as scikit-learn's <c>CalibratedClassifierCV</c> does.
/// </summary>
/// <param name="Slope">What the value is multiplied by.</param>
/// <param name="Intercept">What is added.</param>
/// <param name="OnLogOdds">Whether the value is the score's log-odds.</param>
public sealed record SigmoidCalibration(double Slope, double Intercept, bool OnLogOdds) : ScoreCalibration
{
    /// <summary>Scores nearer to 0 or 1 than this count as this far from it: beyond, what is left of their digits is rounding.</summary>
    public const double Nearest = 1e-12;

    /// <inheritdoc/>
    public override string Method => "sigmoid";

    /// <inheritdoc/>
    public override string Description => string.Create(CultureInfo.InvariantCulture,
        $"sigmoid, slope {Slope:0.####}, intercept {Intercept:0.####}, of the score{(OnLogOdds ? "'s log-odds" : "")}");

    /// <summary>Learns it. A slope below 0, which would turn the order of scores round, is 0.</summary>
    /// <param name="scores">Scores of rows by models that had not seen them.</param>
    /// <param name="labels">1 for a row of the positive class, else 0.</param>
    /// <param name="weights">Sample weights, or null.</param>
    /// <param name="onLogOdds">Whether the model has a margin.</param>
    /// <param name="cancel">Stops the work.</param>
    public static SigmoidCalibration Fit(double[] scores, int[] labels, double[]? weights, bool onLogOdds,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        (double positives, double negatives) = (0, 0);
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] == 1) positives += weights?[row] ?? 1;
            else negatives += weights?[row] ?? 1;
        }
        // Targets just inside 0 and 1 keep scores that part the classes from an endless slope.
        double high = (positives + 1) / (positives + 2), low = 1 / (negatives + 2);

        // A row with the target t is t rows of the positive class and 1 - t of the other.
        int rows = scores.Length;
        (double[] values, int[] classes, double[] counts) = (new double[2 * rows], new int[2 * rows], new double[2 * rows]);
        for (int row = 0; row < rows; row++)
        {
            double target = labels[row] == 1 ? high : low, weight = weights?[row] ?? 1;
            values[row] = values[rows + row] = Value(scores[row], onLogOdds);
            (classes[row], counts[row], counts[rows + row]) = (1, weight * target, weight * (1 - target));
        }
        Design design = new Design(2 * rows, 1, [new(0, 1, values, null)]).WithIntercept();
        var objective = new MarginObjective(design, new ClassLoss(classes, 2), counts, new double[2], cancel);
        double[] found = NewtonSolver.Minimise(objective, 100, 1e-12 * counts.Sum(), cancel).Parameters;
        if (found[0] >= 0) return new(found[0], found[1], onLogOdds);
        double odds = ((positives * high) + (negatives * low)) / ((positives * (1 - high)) + (negatives * (1 - low)));
        return new(0, Portable.Log(odds), onLogOdds);
    }

    /// <inheritdoc/>
    public override double Apply(double score) => 1 / (1 + Portable.Exp(-((Slope * Value(score, OnLogOdds)) + Intercept)));

    internal override void WriteTo(CanonicalBytes bytes) =>
        bytes.Text(Method).Number(OnLogOdds ? 1 : 0).Number(Slope).Number(Intercept);

    private static double Value(double score, bool onLogOdds)
    {
        if (!onLogOdds) return score;
        double inside = Math.Clamp(score, Nearest, 1 - Nearest);
        return Portable.Log(inside) - Portable.Log(1 - inside);
    }
}
