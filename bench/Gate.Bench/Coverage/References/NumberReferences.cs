namespace Gate.Bench.Coverage.References;

/// <summary>Metrics of predicted numbers.</summary>
internal static class NumberReferences
{
    public static double? Of(string name, WeightedRows rows)
    {
        double T(int i) => rows.Targets[i];
        double V(int i) => rows.Values[i];
        double E(int i) => V(i) - T(i);
        double Mse() => rows.Mean(i => E(i) * E(i));
        double Msle() => rows.Mean(i => Square(Math.Log((1 + V(i)) / (1 + T(i)))));
        switch (name)
        {
            case "mean_error": return rows.Mean(E);
            case "mean_absolute_error": return rows.Mean(i => Math.Abs(E(i)));
            case "mean_squared_error": return Mse();
            case "root_mean_squared_error": return Math.Sqrt(Mse());
            case "mean_absolute_percentage_error": return rows.Mean(i => Math.Abs(E(i) / T(i)));
            case "symmetric_mean_absolute_percentage_error":
                return rows.Mean(i => Math.Abs(E(i)) / ((Math.Abs(V(i)) + Math.Abs(T(i))) / 2));
            case "mean_squared_log_error": return Positive(rows) ? Msle() : null;
            case "root_mean_squared_log_error": return Positive(rows) ? Math.Sqrt(Msle()) : null;
            case "mean_pinball_loss": return rows.Mean(i => Math.Abs(E(i))) / 2;
            case "max_error": return Enumerable.Range(0, rows.Count).Max(i => Math.Abs(E(i)));
            case "median_absolute_error": return Quantile(rows, i => Math.Abs(E(i)), 0.5);
            case "prediction_quantile": return Quantile(rows, V, 0.5);
            case "mean_prediction": return rows.Mean(V);
            case "interval_coverage": return rows.Mean(i => rows.Lower[i] <= T(i) && T(i) <= rows.Upper[i] ? 1 : 0);
            case "mean_interval_width": return rows.Mean(i => rows.Upper[i] - rows.Lower[i]);
            case "r2": return 1 - Mse() / Covariance(rows, T, T);
            case "explained_variance": return 1 - Covariance(rows, E, E) / Covariance(rows, T, T);
            case "pearson_correlation": return Correlation(rows, T, V);
            case "spearman_correlation": return Correlation(rows, Ranks(rows, T), Ranks(rows, V));
            case "d2_absolute_error" or "d2_pinball":
                double median = Quantile(rows, T, 0.5);
                return 1 - rows.Sum(i => Math.Abs(E(i))) / rows.Sum(i => Math.Abs(T(i) - median));
            default: return Positive(rows) ? Deviances(name, rows) : null;
        }
    }

    private static bool Positive(WeightedRows rows) => rows.Targets.Min() > 0 && rows.Values.Min() > 0;

    private static double? Deviances(string name, WeightedRows rows)
    {
        double T(int i) => rows.Targets[i];
        double V(int i) => rows.Values[i];
        // The deviance of the power 1.5: 4 (√t − √v)² / √v, which is the general formula put in squares.
        static double Tweedie(double t, double v) => 4 * Square(Math.Sqrt(t) - Math.Sqrt(v)) / Math.Sqrt(v);
        switch (name)
        {
            case "mean_poisson_deviance": return rows.Mean(i => 2 * (T(i) * Math.Log(T(i) / V(i)) + V(i) - T(i)));
            case "mean_gamma_deviance": return rows.Mean(i => 2 * (Math.Log(V(i) / T(i)) + T(i) / V(i) - 1));
            case "mean_tweedie_deviance": return rows.Mean(i => Tweedie(T(i), V(i)));
            case "d2_tweedie":
                double mean = rows.Mean(T);
                return 1 - rows.Mean(i => Tweedie(T(i), V(i))) / rows.Mean(i => Tweedie(T(i), mean));
            default: return null;
        }
    }

    private static double Covariance(WeightedRows rows, Func<int, double> x, Func<int, double> y)
    {
        double meanX = rows.Mean(x), meanY = rows.Mean(y);
        return rows.Mean(i => (x(i) - meanX) * (y(i) - meanY));
    }

    private static double Correlation(WeightedRows rows, Func<int, double> x, Func<int, double> y) =>
        Covariance(rows, x, y) / Math.Sqrt(Covariance(rows, x, x) * Covariance(rows, y, y));

    /// <summary>The weight below a row plus half of what ties with it.</summary>
    private static Func<int, double> Ranks(WeightedRows rows, Func<int, double> value)
    {
        var ranks = new double[rows.Count];
        double below = 0;
        foreach (IGrouping<double, int> tied in Enumerable.Range(0, rows.Count).GroupBy(value).OrderBy(group => group.Key))
        {
            double weight = tied.Sum(i => rows.Weights[i]);
            foreach (int i in tied) ranks[i] = below + weight / 2;
            below += weight;
        }
        return i => ranks[i];
    }

    /// <summary>The smallest number that a share of the weight does not exceed; no share of these laws falls on a number's end.</summary>
    private static double Quantile(WeightedRows rows, Func<int, double> value, double share)
    {
        double seen = 0, wanted = share * rows.Total;
        foreach (int i in Enumerable.Range(0, rows.Count).OrderBy(value))
        {
            seen += rows.Weights[i];
            if (seen >= wanted) return value(i);
        }
        return double.NaN;
    }

    private static double Square(double x) => x * x;
}
