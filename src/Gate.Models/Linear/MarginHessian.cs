namespace Gate.Models.Linear;

/// <summary>
/// The second derivatives of the objective at its last evaluation. Several outputs are determined only up to a common shift of
/// what is not penalised; those directions get some curvature, which changes no step, as no gradient points there.
/// </summary>
internal static class MarginHessian
{
    /// <summary>The lower triangle, row-major.</summary>
    public static double[] Full(MarginObjective objective, CancellationToken cancel)
    {
        int n = objective.Parameters, p = objective.Columns, outputs = objective.Outputs;
        var hessian = new double[n * n];
        var weights = new double[objective.Rows];
        var block = new double[p * p];
        for (int k = 0; k < outputs; k++)
        {
            for (int l = 0; l <= k; l++)
            {
                CurvatureOf(objective, k, l, weights);
                objective.Design.Gram(weights, block, cancel);
                for (int i = 0; i < p; i++)
                    for (int j = 0; j < p; j++)
                        hessian[(k * p + i) * n + l * p + j] = j <= i ? block[i * p + j] : block[j * p + i];
            }
        }
        for (int k = 0; k < outputs; k++)
            for (int j = 0; j < p; j++) hessian[(k * p + j) * n + k * p + j] += objective.Penalty[j];
        if (outputs > 1) Anchor(objective, hessian);
        return hessian;
    }

    /// <summary>The product with a vector.</summary>
    public static double[] Times(MarginObjective objective, double[] vector, CancellationToken cancel)
    {
        int p = objective.Columns, outputs = objective.Outputs;
        double[][] along = objective.Margins(vector);
        var product = new double[vector.Length];
        for (int row = 0; row < objective.Rows; row++)
        {
            if (outputs == 1)
            {
                along[0][row] *= objective.Weights[row] * objective.Loss.Curvature(objective.Means[0][row]);
                continue;
            }
            double mean = 0;
            for (int k = 0; k < outputs; k++) mean += objective.Means[k][row] * along[k][row];
            for (int k = 0; k < outputs; k++) along[k][row] = objective.Weights[row] * objective.Means[k][row] * (along[k][row] - mean);
        }
        for (int k = 0; k < outputs; k++) objective.Design.MultiplyTransposed(along[k], product.AsMemory(k * p, p), cancel);
        for (int j = 0; j < product.Length; j++) product[j] += objective.Penalty[j % p] * vector[j];
        return product;
    }

    /// <summary>The diagonal alone.</summary>
    public static double[] Diagonal(MarginObjective objective, CancellationToken cancel)
    {
        int p = objective.Columns;
        var diagonal = new double[objective.Parameters];
        var weights = new double[objective.Rows];
        for (int k = 0; k < objective.Outputs; k++)
        {
            CurvatureOf(objective, k, k, weights);
            objective.Design.Squared().MultiplyTransposed(weights, diagonal.AsMemory(k * p, p), cancel);
            for (int j = 0; j < p; j++) diagonal[k * p + j] += objective.Penalty[j];
        }
        return diagonal;
    }

    private static void CurvatureOf(MarginObjective objective, int k, int l, double[] weights)
    {
        double[] pk = objective.Means[k], pl = objective.Means[l];
        ReadOnlySpan<double> sample = objective.Weights;
        for (int row = 0; row < weights.Length; row++)
            weights[row] = sample[row] * (objective.Outputs == 1 ? objective.Loss.Curvature(pk[row])
                : pk[row] * ((k == l ? 1 : 0) - pl[row]));
    }

    private static void Anchor(MarginObjective objective, double[] hessian)
    {
        int n = objective.Parameters, p = objective.Columns;
        for (int j = 0; j < p; j++)
        {
            if (objective.Penalty[j] != 0) continue;
            double curvature = 0;
            for (int k = 0; k < objective.Outputs; k++) curvature = Math.Max(curvature, hessian[(k * p + j) * n + k * p + j]);
            for (int k = 0; k < objective.Outputs; k++)
                for (int l = 0; l <= k; l++) hessian[(k * p + j) * n + l * p + j] += curvature / objective.Outputs;
        }
    }
}
