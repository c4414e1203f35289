using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Dependence;

/// <summary>
/// What a model says when a column has a given value in all rows: individual conditional expectations (ICE; Goldstein and others 2015) and
/// their means, partial dependence (PDP; Friedman 2001), as scikit-learn's <c>partial_dependence</c> by brute force.
/// </summary>
public static class PartialDependence
{
    /// <summary>The curve of each row: rows × points × outputs, row-major.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows that have the model's features.</param>
    /// <param name="grid">The values of one feature.</param>
    /// <param name="options">How it is looked at.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">There are no rows, or the model refuses them.</exception>
    public static double[] Individual(IModel model, Table rows, FeatureGrid grid, DependenceOptions options,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var changed = new ChangedRows(model, rows, options, cancel);
        int points = grid.Count, outputs = changed.Outputs;
        var curves = new double[checked(changed.Rows * points * outputs)];
        changed.ForEach(points, point => [grid.Constant(point, changed.Rows)], (point, said) =>
        {
            for (int row = 0; row < changed.Rows; row++)
                for (int k = 0; k < outputs; k++) curves[(row * points + point) * outputs + k] = said[row * outputs + k];
        });
        return curves;
    }

    /// <summary>The mean curve: points × outputs.</summary>
    /// <param name="curves">What <see cref="Individual"/> gave.</param>
    /// <param name="width">Points × outputs.</param>
    public static double[] Mean(double[] curves, int width)
    {
        ArgumentNullException.ThrowIfNull(curves);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var mean = new double[width];
        for (int i = 0; i < curves.Length; i++) mean[i % width] += curves[i];
        return Array.ConvertAll(mean, sum => sum / (curves.Length / width));
    }

    /// <summary>The mean over rows at each pair of values: points of the first × points of the second × outputs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows that have the model's features.</param>
    /// <param name="first">The values of one feature.</param>
    /// <param name="second">The values of another.</param>
    /// <param name="options">How it is looked at.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">There are no rows, or the model refuses them.</exception>
    public static double[] OfPair(IModel model, Table rows, FeatureGrid first, FeatureGrid second, DependenceOptions options,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var changed = new ChangedRows(model, rows, options, cancel);
        int outputs = changed.Outputs;
        var means = new double[first.Count * second.Count * outputs];
        changed.ForEach(first.Count * second.Count, pair => [first.Constant(pair / second.Count, changed.Rows),
            second.Constant(pair % second.Count, changed.Rows)],
            (pair, said) => Mean(said, outputs).CopyTo(means, pair * outputs));
        return means;
    }
}
