using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Dependence;

/// <summary>Friedman's H-statistic (Friedman and Popescu 2008): the part of two columns' joint partial dependence that is not the sum of
/// what each has alone.</summary>
public static class InteractionStrength
{
    /// <summary>The square of H for a pair of columns, from 0 (no interaction) to about 1.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows that have the model's features; it is scored on the square of their number.</param>
    /// <param name="first">One column.</param>
    /// <param name="second">The other.</param>
    /// <param name="options">How the model is looked at.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">There are no rows, or the model refuses them.</exception>
    public static double Squared(IModel model, Table rows, string first, string second, DependenceOptions options,
        CancellationToken cancel = default) => SquaredOfEach(model, rows, first, second, options, cancel)[0];

    /// <summary>The same for each output: of several classes one number for each.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">Rows that have the model's features; it is scored on the square of their number.</param>
    /// <param name="first">One column.</param>
    /// <param name="second">The other.</param>
    /// <param name="options">How the model is looked at.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">There are no rows, or the model refuses them.</exception>
    public static double[] SquaredOfEach(IModel model, Table rows, string first, string second, DependenceOptions options,
        CancellationToken cancel = default)
    {
        var changed = new ChangedRows(model, rows, options, cancel);
        double[][] Centred(params string[] names)
        {
            double[][] means = [.. Enumerable.Range(0, changed.Outputs).Select(_ => new double[changed.Rows])];
            changed.ForEach(changed.Rows, at => [.. names.Select(name => Constant(changed.Table[name], at))], (at, said) =>
            {
                for (int k = 0; k < means.Length; k++)
                {
                    double sum = 0;
                    for (int row = 0; row < changed.Rows; row++) sum += said[row * changed.Outputs + k];
                    means[k][at] = sum / changed.Rows;
                }
            });
            return Array.ConvertAll(means, own =>
            {
                double mean = own.Average();
                return Array.ConvertAll(own, value => value - mean);
            });
        }
        double[][] both = Centred(first, second), one = Centred(first), other = Centred(second);
        return [.. Enumerable.Range(0, changed.Outputs).Select(k => Squared(both[k], one[k], other[k]))];
    }

    private static double Squared(double[] both, double[] one, double[] other)
    {
        double apart = 0, all = 0;
        for (int i = 0; i < both.Length; i++)
        {
            double rest = both[i] - one[i] - other[i];
            apart += rest * rest;
            all += both[i] * both[i];
        }
        // What does not change at all has rounding in both sums.
        return all > 1e-20 * both.Length ? apart / all : 0;
    }

    private static Column Constant(Column column, int row)
    {
        var take = new int[column.Count];
        take.AsSpan().Fill(row);
        return column.Take(take);
    }
}
