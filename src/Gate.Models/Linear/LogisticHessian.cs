namespace Gate.Models.Linear;

/// <summary>
/// The second derivatives of the logistic objective at its last evaluation. Several outputs are determined only up to a common shift of
/// what is not penalised; those directions get some curvature, which changes no step, as no gradient points there.
/// </summary>
internal static class LogisticHessian
{
    /// <summary>The lower triangle, row-major.</summary>
    public static double[] Full(LogisticObjective objective, CancellationToken cancel)
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
    public static double[] Times(LogisticObjective objective, double[] vector, CancellationToken cancel)
    {
        int p = objective.Columns, outputs = objective.Outputs;
        double[][] along = objective.Logits(vector);
        var product = new double[vector.Length];
        for (int row = 0; row < objective.Rows; row++)
        {
            double mean = 0;
            for (int k = 0; k < outputs; k++) mean += objective.Probabilities[k][row] * along[k][row];
            for (int k = 0; k < outputs; k++) along[k][row] = objective.Weights[row] * objective.Probabilities[k][row] * Rest(k, row, mean);
        }
        for (int k = 0; k < outputs; k++) objective.Design.MultiplyTransposed(along[k], product.AsMemory(k * p, p), cancel);
        for (int j = 0; j < product.Length; j++) product[j] += objective.Penalty[j % p] * vector[j];
        return product;

        // One output stands for two: its own variance is p (1 - p).
        double Rest(int k, int row, double mean) => outputs == 1 ? along[0][row] * (1 - objective.Probabilities[0][row]) : along[k][row]
            - mean;
    }

    /// <summary>The diagonal alone.</summary>
    public static double[] Diagonal(LogisticObjective objective, CancellationToken cancel)
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

    private static void CurvatureOf(LogisticObjective objective, int k, int l, double[] weights)
    {
        double[] pk = objective.Probabilities[k], pl = objective.Probabilities[l];
        ReadOnlySpan<double> sample = objective.Weights;
        for (int row = 0; row < weights.Length; row++) weights[row] = sample[row] * pk[row] * ((k == l ? 1 : 0) - pl[row]);
    }

    private static void Anchor(LogisticObjective objective, double[] hessian)
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
