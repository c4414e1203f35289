using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Linear;

/// <summary>What each term of a linear model adds to each output, row by row.</summary>
internal sealed class LinearParts
{
    private const double Noise = 1e-9, LeastVariance = 1e-6;

    private readonly double[] parts;
    private readonly int outputs;

    private LinearParts(double[] parts, int rows, int terms, int outputs) =>
        (this.parts, Rows, Terms, this.outputs) = (parts, rows, terms, outputs);

    public int Rows { get; }

    public int Terms { get; }

    public double this[int row, int term, int output] => parts[(row * Terms + term) * outputs + output];

    /// <summary>The parts of rows.</summary>
    public static LinearParts Of(ILinearMargin model, Table rows)
    {
        IReadOnlyList<double[]> columns = model.Read(rows);
        IReadOnlyList<LinearTerm> terms = model.Terms;
        int outputs = model.Intercepts.Count;
        var parts = new double[checked(rows.RowCount * terms.Count * outputs)];
        for (int t = 0; t < terms.Count; t++)
        {
            LinearTerm term = terms[t];
            ModelInput input = model.Inputs[term.Input];
            for (int row = 0; row < rows.RowCount; row++)
            {
                Span<double> part = parts.AsSpan((row * terms.Count + t) * outputs, outputs);
                double value = columns[term.Input][row];
                for (int k = 0; k < outputs; k++)
                    part[k] = input.Kind == InputKind.Number ? (double.IsNaN(value) ? term.Mean : value) * term.Coefficients[k]
                        : value >= 0 ? term.Coefficients[(int)value * outputs + k] : 0;
            }
        }
        return new(parts, rows.RowCount, terms.Count, outputs);
    }

    /// <summary>The mean of a term's part.</summary>
    public double Mean(int term, int output)
    {
        double sum = 0;
        for (int row = 0; row < Rows; row++) sum += this[row, term, output];
        return sum / Rows;
    }

    /// <summary>The covariances of the terms' parts of one output: a square matrix. Each variance is a billionth larger, as if a little
    /// noise of its own were in each term: then terms that tell the same share it evenly, and one that is constant in these rows keeps its
    /// own.</summary>
    public double[] Covariances(int output)
    {
        var matrix = new double[Terms * Terms];
        double[] means = [.. Enumerable.Range(0, Terms).Select(term => Mean(term, output))];
        for (int i = 0; i < Terms; i++)
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int row = 0; row < Rows; row++) sum += (this[row, i, output] - means[i]) * (this[row, j, output] - means[j]);
                matrix[i * Terms + j] = matrix[j * Terms + i] = sum / Rows;
            }
        double largest = Enumerable.Range(0, Terms).Select(i => matrix[i * Terms + i]).DefaultIfEmpty().Max();
        for (int i = 0; i < Terms; i++)
            matrix[i * Terms + i] += largest == 0 ? 1 : Noise * Math.Max(matrix[i * Terms + i], LeastVariance * largest);
        return matrix;
    }
}
