namespace Gate.Bench.Coverage.References;

/// <summary>Metrics of calibration, of two classes or of the predicted one of several.</summary>
internal static class CalibrationReferences
{
    private const int Bins = 10;

    public static double? Of(string name, WeightedRows rows)
    {
        switch (name)
        {
            case "expected_calibration_error": return EqualWidth(rows).Sum(bin => Math.Abs(bin.Gap)) / rows.Total;
            case "maximum_calibration_error": return EqualWidth(rows).Max(bin => Math.Abs(bin.Gap) / bin.Weight);
            case "expected_calibration_error_quantile": return EqualFrequency(rows);
            case "calibration_slope" when rows.Classes == 2: return Fit(rows, slope: true);
            case "calibration_intercept" when rows.Classes == 2: return Fit(rows, slope: false);
            default: return null;
        }
    }

    /// <summary>What was said with which confidence, and whether it happened.</summary>
    private static (double Confidence, double Happened) Claim(WeightedRows rows, int i)
    {
        if (rows.Classes == 2) return (rows.Scores[i], rows.Labels[i]);
        int top = Enumerable.Range(0, rows.Classes).MaxBy(k => rows.Score(i, k));
        return (rows.Score(i, top), rows.Labels[i] == top ? 1 : 0);
    }

    /// <summary>Bins from above one edge up to the next, the lowest with its lower edge.</summary>
    private static IEnumerable<(double Gap, double Weight)> EqualWidth(WeightedRows rows) => Enumerable.Range(0, rows.Count)
        .GroupBy(i => Math.Max(1, (int)Math.Ceiling(Claim(rows, i).Confidence * Bins)))
        .Select(bin => (bin.Sum(i => rows.Weights[i] * (Claim(rows, i).Happened - Claim(rows, i).Confidence)),
            bin.Sum(i => rows.Weights[i])));

    /// <summary>Bins that end with the score at which a tenth of the weight more is reached; a score stays in one bin.</summary>
    private static double EqualFrequency(WeightedRows rows)
    {
        double total = rows.Total, seen = 0, gap = 0, sum = 0;
        int closed = 0;
        foreach (var tied in Enumerable.Range(0, rows.Count).GroupBy(i => Claim(rows, i).Confidence).OrderBy(group => group.Key))
        {
            gap += tied.Sum(i => rows.Weights[i] * (Claim(rows, i).Happened - tied.Key));
            seen += tied.Sum(i => rows.Weights[i]);
            int reached = (int)Math.Floor(Bins * seen / total + 1e-9);
            if (reached == closed) continue;
            (sum, gap, closed) = (sum + Math.Abs(gap), 0, reached);
        }
        return (sum + Math.Abs(gap)) / total;
    }

    /// <summary>Logistic regression of the outcome on the logit: Newton's method from no correction at all.</summary>
    private static double Fit(WeightedRows rows, bool slope)
    {
        double a = 0, b = 1;
        double[] logits = Array.ConvertAll(rows.Scores, score => Math.Log(score / (1 - score)));
        for (int step = 0; step < 60; step++)
        {
            double Residual(int i) => rows.Labels[i] - Probability(i);
            double Spread(int i) => Probability(i) * (1 - Probability(i));
            double Probability(int i) => 1 / (1 + Math.Exp(-a - b * logits[i]));
            double g = rows.Sum(Residual), h = rows.Sum(Spread);
            if (slope)
            {
                double gx = rows.Sum(i => Residual(i) * logits[i]), hx = rows.Sum(i => Spread(i) * logits[i]),
                    hxx = rows.Sum(i => Spread(i) * logits[i] * logits[i]), determinant = h * hxx - hx * hx;
                (a, b) = (a + (hxx * g - hx * gx) / determinant, b + (h * gx - hx * g) / determinant);
            }
            else
            {
                a += g / h;
            }
        }
        return slope ? b : a;
    }
}
