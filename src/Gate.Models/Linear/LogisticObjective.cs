using Gate.Models.Numerics;

namespace Gate.Models.Linear;

/// <summary>
/// The objective of scikit-learn's <c>LogisticRegression</c> with <c>lbfgs</c>: C Σ w·loss + ½‖coefficients‖², the intercept free. Two
/// classes have one logit, more have one each (multinomial). Parameters lie output after output, each with the design's columns, the
/// intercept last.
/// </summary>
internal sealed class LogisticObjective
{
    private readonly Design design;
    private readonly int[] labels;
    private readonly double[] weights;
    private readonly CancellationToken cancel;
    private readonly double[][] residuals;

    /// <param name="design">The columns, the intercept's included.</param>
    /// <param name="labels">Labels from 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="weights">Sample weights times C, or null for 1.</param>
    /// <param name="penalty">The penalty's factor of each column: 1, or 0 for the intercept or without penalty.</param>
    /// <param name="cancel">Stops the work.</param>
    public LogisticObjective(Design design, int[] labels, int classes, double[] weights, double[] penalty, CancellationToken cancel)
    {
        (this.design, this.labels, this.weights, Penalty, this.cancel) = (design, labels, weights, penalty, cancel);
        Outputs = classes == 2 ? 1 : classes;
        Probabilities = NewOutputs();
        residuals = NewOutputs();
    }

    public int Outputs { get; }

    public int Columns => design.Columns;

    public int Rows => design.Rows;

    public int Parameters => Outputs * Columns;

    public double[] Penalty { get; }

    public Design Design => design;

    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The probabilities at the last evaluation, by output.</summary>
    public double[][] Probabilities { get; }

    public double[][] NewOutputs() => [.. Enumerable.Range(0, Outputs).Select(_ => new double[design.Rows])];

    /// <summary>The logits of all rows, by output.</summary>
    public double[][] Logits(double[] parameters)
    {
        double[][] logits = NewOutputs();
        for (int k = 0; k < Outputs; k++) design.Multiply(parameters.AsMemory(k * Columns, Columns), logits[k], cancel);
        return logits;
    }

    /// <summary>The objective at <paramref name="parameters"/> plus <paramref name="step"/> times a direction, from logits known; keeps the
    /// probabilities.</summary>
    public double Evaluate(double[] parameters, double[] direction, double step, double[][] logits, double[][] directionLogits)
    {
        var partial = new double[RowBlocks.Count(Rows)];
        RowBlocks.ForEach(Rows, (block, first, end) =>
        {
            double loss = 0;
            Span<double> z = stackalloc double[Math.Min(Outputs, 256)];
            if (Outputs > 256) z = new double[Outputs];
            for (int row = first; row < end; row++)
            {
                for (int k = 0; k < Outputs; k++) z[k] = logits[k][row] + step * directionLogits[k][row];
                loss += weights[row] * (Outputs == 1 ? LogisticLoss.Binary(z, labels[row]) : LogisticLoss.Multinomial(z, labels[row]));
                for (int k = 0; k < Outputs; k++) Probabilities[k][row] = z[k];
            }
            partial[block] = loss;
        }, cancel);
        double squares = 0;
        for (int j = 0; j < parameters.Length; j++)
        {
            double value = parameters[j] + step * direction[j];
            squares += Penalty[j % Columns] * value * value;
        }
        return partial.Sum() + squares / 2;
    }

    /// <summary>The gradient where <see cref="Evaluate"/> was called last, which was at <paramref name="parameters"/>.</summary>
    public double[] Gradient(double[] parameters)
    {
        var gradient = new double[Parameters];
        for (int k = 0; k < Outputs; k++)
        {
            int target = Outputs == 1 ? 1 : k;
            for (int row = 0; row < Rows; row++)
                residuals[k][row] = weights[row] * (Probabilities[k][row] - (labels[row] == target ? 1 : 0));
            design.MultiplyTransposed(residuals[k], gradient.AsMemory(k * Columns, Columns), cancel);
        }
        for (int j = 0; j < gradient.Length; j++) gradient[j] += Penalty[j % Columns] * parameters[j];
        return gradient;
    }
}
