namespace Gate.Models.Linear;

/// <summary>
/// Minimises the objective of scikit-learn's <c>ElasticNet</c> one coefficient at a time, from products that are made once (Friedman,
/// Hastie and Tibshirani 2010, section 2.2).
/// </summary>
internal static class CoordinateDescent
{
    public static NetSolution Solve(CrossProducts products, ElasticNetOptions options, CancellationToken cancel)
    {
        int p = products.Columns;
        double soft = options.Alpha * options.L1Ratio, ridge = options.Alpha * (1 - options.L1Ratio);
        var coefficients = new double[p];
        // What each column still has in common with the residuals.
        double[] left = [.. products.WithTarget];
        double tolerance = options.Tol * Math.Sqrt(products.TargetSquare);
        for (int round = 1; ; round++)
        {
            cancel.ThrowIfCancellationRequested();
            double largest = 0;
            for (int j = 0; j < p; j++)
            {
                ReadOnlySpan<double> column = products.Of(j);
                if (!(column[j] > 0)) continue;
                double wanted = left[j] + (column[j] * coefficients[j]);
                double next = Math.Sign(wanted) * Math.Max(0, Math.Abs(wanted) - soft) / (column[j] + ridge);
                double change = next - coefficients[j];
                if (change == 0) continue;
                for (int k = 0; k < p; k++) left[k] -= change * column[k];
                coefficients[j] = next;
                largest = Math.Max(largest, Math.Abs(change) * Math.Sqrt(column[j]));
            }
            bool converged = largest <= tolerance;
            if (!converged && round < options.MaxIter && double.IsFinite(largest)) continue;
            double intercept = products.TargetMean;
            for (int j = 0; j < p; j++) intercept -= products.Means[j] * coefficients[j];
            return new(coefficients, intercept, round, converged);
        }
    }
}

/// <summary>The minimum.</summary>
/// <param name="Coefficients">One a column.</param>
/// <param name="Intercept">The intercept, 0 without one.</param>
/// <param name="Rounds">How many rounds it took.</param>
/// <param name="Converged">Whether the last one changed nothing that matters.</param>
internal sealed record NetSolution(double[] Coefficients, double Intercept, int Rounds, bool Converged);
