using Gate.Models.Numerics;

namespace Gate.Models.Linear;

/// <summary>Where a solver ended.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="Iterations">The number of steps.</param>
/// <param name="Converged">Whether the gradient vanished, to the tolerance or to rounding.</param>
internal sealed record Solution(double[] Parameters, int Iterations, bool Converged);

/// <summary>
/// Newton's method with backtracking (Boyd and Vandenberghe 2004, §9.5) for a convex objective. It ends at the minimum to the
/// last digits, where first-order methods stop somewhere near it.
/// </summary>
internal static class NewtonSolver
{
    /// <summary>Minimises.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="maxIterations">The most steps.</param>
    /// <param name="tolerance">The largest entry of the gradient at the end.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="start">Where to start; zeros if null.</param>
    public static Solution Minimise(MarginObjective objective, int maxIterations, double tolerance, CancellationToken cancel,
        double[]? start = null)
    {
        double[] at = start is null ? new double[objective.Parameters] : [.. start];
        double[][] nothing = objective.NewOutputs();
        for (int iteration = 0; ; iteration++)
        {
            cancel.ThrowIfCancellationRequested();
            double[][] margins = objective.Margins(at);
            double value = objective.Evaluate(at, at, 0, margins, nothing);
            double[] gradient = objective.Gradient(at);
            if (Vectors.MaxMagnitude(gradient) <= tolerance) return new(at, iteration, true);
            if (iteration == maxIterations) return new(at, iteration, false);

            double[] direction = NewtonStep.Find(objective, gradient, cancel);
            double slope = Vectors.Dot(gradient, direction);
            double[][] along = objective.Margins(direction);
            double step = Backtrack(objective, at, direction, value, slope, margins, along);
            for (int j = 0; j < at.Length; j++) at[j] += step * direction[j];
            // What the whole step could still win is below the rounding error of the objective itself.
            if (-slope <= 1e-16 * Math.Abs(value)) return new(at, iteration + 1, true);
            if (step == 0) return new(at, iteration + 1, false);
        }
    }

    private static double Backtrack(MarginObjective objective, double[] at, double[] direction, double value, double slope,
        double[][] margins, double[][] along)
    {
        double rounding = 1e-13 * Math.Abs(value);
        for (double step = 1; step > 1e-10; step /= 2)
        {
            double next = objective.Evaluate(at, direction, step, margins, along);
            if (next <= value + 1e-4 * step * slope + rounding) return step;
        }
        return 0;
    }
}
