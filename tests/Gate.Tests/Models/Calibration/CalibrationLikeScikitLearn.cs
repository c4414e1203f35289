using Gate.Models.Calibration;

namespace Gate.Tests.Models.Calibration;

/// <summary>
/// Values of scikit-learn 1.2.1 (Debian): <c>IsotonicRegression(out_of_bounds="clip")</c> and <c>_sigmoid_calibration</c>, whose BFGS ends
/// about 1e-5 away from the minimum.
/// </summary>
public sealed class CalibrationLikeScikitLearn
{
    private static readonly double[] asked = [0, 0.05, 0.31, 0.5, 0.513, 0.77, 0.9, 1];

    private static readonly double[] weights = [.. Enumerable.Range(0, 40).Select(i => 1 + (i % 4 * 0.5))];

    private static (double[] Scores, int[] Labels) Rows()
    {
        double[] scores = [.. Enumerable.Range(0, 40).Select(i => i * 37 % 97 / 97.0)];
        int[] labels = [.. scores.Select((score, i) => score + (0.35 * Math.Sin(i * 1.7)) > 0.5 ? 1 : 0)];
        (scores[5], scores[8]) = (scores[17], scores[30]);
        return (scores, labels);
    }

    [Theory]
    [InlineData(false, new[] { 0, 0, 0.4, 0.5833333333333334, 0.5833333333333334, 0.6666666666666666, 1, 1 }, 12)]
    [InlineData(true, new[] { 0, 0, 0.43333333333333335, 0.5555555555555556, 0.5555555555555556, 0.7272727272727273, 1, 1 }, 10)]
    public void A_rising_curve(bool weighted, double[] expected, int points)
    {
        (double[] scores, int[] labels) = Rows();
        IsotonicCalibration curve = IsotonicCalibration.Fit(scores, labels, weighted ? weights : null);
        Assert.Equal(points, curve.Scores.Count);
        for (int i = 0; i < asked.Length; i++) Assert.Equal(expected[i], curve.Apply(asked[i]), 1e-12);
    }

    [Theory]
    [InlineData(false, false, 4.56625266917429, -2.2246515989230367)]
    [InlineData(true, false, 4.603147443663484, -2.173332851520975)]
    [InlineData(false, true, 0.8902296769492214, 0.06870859955145504)]
    [InlineData(true, true, 0.9299422478935871, 0.12394209756660561)]
    public void A_logistic_function(bool weighted, bool onLogOdds, double slope, double intercept)
    {
        (double[] scores, int[] labels) = Rows();
        // The log-odds of the first score, 0, are not finite; scikit-learn's values are without that row.
        int from = onLogOdds ? 1 : 0;
        SigmoidCalibration sigmoid = SigmoidCalibration.Fit(scores[from..], labels[from..], weighted ? weights[from..] : null, onLogOdds);
        Assert.Equal(slope, sigmoid.Slope, 1e-4);
        Assert.Equal(intercept, sigmoid.Intercept, 1e-4);
    }

    [Fact]
    public void Scores_that_rank_the_wrong_way_round_are_not_turned()
    {
        SigmoidCalibration sigmoid = SigmoidCalibration.Fit([0.1, 0.2, 0.8, 0.9], [1, 1, 0, 0], null, onLogOdds: false);
        Assert.Equal(0, sigmoid.Slope);
        Assert.Equal(0.5, sigmoid.Apply(0.1), 12);
        IsotonicCalibration curve = IsotonicCalibration.Fit([0.1, 0.2, 0.8, 0.9], [1, 1, 0, 0], null);
        Assert.Equal([0.5, 0.5], curve.Probabilities);
    }

    [Fact]
    public void Certain_scores_stay_finite()
    {
        SigmoidCalibration sigmoid = SigmoidCalibration.Fit([0, 0, 1, 1, 0, 1], [0, 1, 1, 1, 0, 0], null, onLogOdds: true);
        Assert.InRange(sigmoid.Apply(0), 0, 0.5);
        Assert.InRange(sigmoid.Apply(1), 0.5, 1);
    }

    /// <summary>Else a line between two scores that differ by rounding would turn rounding into another probability.</summary>
    [Fact]
    public void Scores_that_differ_by_rounding_are_one_point()
    {
        IsotonicCalibration curve = IsotonicCalibration.Fit([0.5, 0.5 + 1e-12, 0.7], [0, 1, 1], null);
        Assert.Equal([0.5, 0.7], curve.Scores);
        Assert.Equal([0.5, 1], curve.Probabilities);
    }
}
