using Gate.Models.Numerics;

namespace Gate.Models.Linear;

/// <summary>Solves for the Newton step: by factoring the Hessian where it is small, by conjugate gradients where it is not.</summary>
internal static class NewtonStep
{
    /// <summary>From this many parameters on, the Hessian is not formed.</summary>
    public const int FactorUpTo = 1500;

    public static double[] Find(MarginObjective objective, double[] gradient, CancellationToken cancel) =>
        objective.Parameters <= FactorUpTo ? Factored(objective, gradient, cancel) : ConjugateGradients(objective, gradient,
            Forcing(gradient), cancel);

    // Roughly far from the minimum, closely near it: what keeps the outer method as fast as Newton's (Nocedal and Wright 2006, §7.1).
    private static double Forcing(double[] gradient) => Math.Clamp(Vectors.MaxMagnitude(gradient), 1e-8, 0.1);

    internal static double[] Factored(MarginObjective objective, double[] gradient, CancellationToken cancel)
    {
        int n = objective.Parameters;
        double[] hessian = MarginHessian.Full(objective, cancel);
        double largest = 0;
        for (int j = 0; j < n; j++) largest = Math.Max(largest, hessian[j * n + j]);
        // Columns that depend on each other, and separated classes without penalty, make the Hessian singular: then lift its diagonal a
        // little.
        for (double lift = 0; ; lift = Math.Max(lift * 10, 1e-12 * largest))
        {
            double[] factor = [.. hessian];
            for (int j = 0; j < n; j++) factor[j * n + j] += lift;
            if (!Cholesky.Factor(factor, n, cancel)) continue;
            double[] step = Array.ConvertAll(gradient, value => -value);
            Cholesky.Solve(factor, n, step);
            return step;
        }
    }

    /// <summary>Conjugate gradients, preconditioned with the diagonal, until the residual is below <paramref name="relative"/> times the
    /// gradient.</summary>
    internal static double[] ConjugateGradients(MarginObjective objective, double[] gradient, double relative, CancellationToken cancel)
    {
        int n = objective.Parameters;
        double[] diagonal = MarginHessian.Diagonal(objective, cancel);
        var step = new double[n];
        double[] residual = Array.ConvertAll(gradient, value => -value);
        double[] scaled = Divide(residual, diagonal);
        double[] direction = [.. scaled];
        double product = Vectors.Dot(residual, scaled);
        double wanted = relative * Math.Sqrt(Vectors.Dot(gradient, gradient));
        for (int i = 0; i < 2 * n && Math.Sqrt(Vectors.Dot(residual, residual)) > wanted; i++)
        {
            cancel.ThrowIfCancellationRequested();
            double[] image = MarginHessian.Times(objective, direction, cancel);
            double curvature = Vectors.Dot(direction, image);
            if (!(curvature > 0)) break;
            double length = product / curvature;
            Vectors.AddScaled(length, direction, step);
            Vectors.AddScaled(-length, image, residual);
            scaled = Divide(residual, diagonal);
            double next = Vectors.Dot(residual, scaled);
            for (int j = 0; j < n; j++) direction[j] = scaled[j] + next / product * direction[j];
            product = next;
        }
        return step;
    }

    private static double[] Divide(double[] a, double[] by)
    {
        var quotients = new double[a.Length];
        for (int i = 0; i < quotients.Length; i++) quotients[i] = by[i] > 0 ? a[i] / by[i] : a[i];
        return quotients;
    }
}
