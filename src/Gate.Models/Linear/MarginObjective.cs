using Gate.Models.Numerics;

namespace Gate.Models.Linear;

/// <summary>
/// The objective of a generalised linear model: Σ w·loss + ½ penalty·‖coefficients‖², the intercept free. With the logistic loss and C for
/// the weights it is that of scikit-learn's <c>LogisticRegression</c> with <c>lbfgs</c>. Parameters lie output after output, each with the
/// design's columns, the intercept last.
/// </summary>
internal sealed class MarginObjective
{
    private readonly Design design;
    private readonly RowLoss loss;
    private readonly double[] weights;
    private readonly CancellationToken cancel;
    private readonly double[][] residuals;

    /// <param name="design">The columns, the intercept's included.</param>
    /// <param name="loss">The loss of each row.</param>
    /// <param name="weights">Sample weights times C.</param>
    /// <param name="penalty">The penalty's factor of each column; 0 for the intercept or without penalty.</param>
    /// <param name="cancel">Stops the work.</param>
    public MarginObjective(Design design, RowLoss loss, double[] weights, double[] penalty, CancellationToken cancel)
    {
        (this.design, this.loss, this.weights, Penalty, this.cancel) = (design, loss, weights, penalty, cancel);
        Means = NewOutputs();
        residuals = NewOutputs();
    }

    public int Outputs => loss.Outputs;

    public int Columns => design.Columns;

    public int Rows => design.Rows;

    public int Parameters => Outputs * Columns;

    public double[] Penalty { get; }

    public Design Design => design;

    public RowLoss Loss => loss;

    public ReadOnlySpan<double> Weights => weights;

    /// <summary>What was expected at the last evaluation, by output: probabilities, or counts.</summary>
    public double[][] Means { get; }

    public double[][] NewOutputs() => [.. Enumerable.Range(0, Outputs).Select(_ => new double[design.Rows])];

    /// <summary>The margins of all rows, by output.</summary>
    public double[][] Margins(double[] parameters)
    {
        double[][] margins = NewOutputs();
        for (int k = 0; k < Outputs; k++) design.Multiply(parameters.AsMemory(k * Columns, Columns), margins[k], cancel);
        return margins;
    }

    /// <summary>The objective at <paramref name="parameters"/> plus <paramref name="step"/> times a direction, from margins known; keeps
    /// what is expected.</summary>
    public double Evaluate(double[] parameters, double[] direction, double step, double[][] margins, double[][] directionMargins)
    {
        var partial = new double[RowBlocks.Count(Rows)];
        RowBlocks.ForEach(Rows, (block, first, end) =>
        {
            double sum = 0;
            Span<double> z = stackalloc double[Math.Min(Outputs, 256)];
            if (Outputs > 256) z = new double[Outputs];
            for (int row = first; row < end; row++)
            {
                for (int k = 0; k < Outputs; k++) z[k] = margins[k][row] + step * directionMargins[k][row];
                sum += weights[row] * loss.Of(z, row);
                for (int k = 0; k < Outputs; k++) Means[k][row] = z[k];
            }
            partial[block] = sum;
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
            for (int row = 0; row < Rows; row++) residuals[k][row] = weights[row] * (Means[k][row] - loss.Target(k, row));
            design.MultiplyTransposed(residuals[k], gradient.AsMemory(k * Columns, Columns), cancel);
        }
        for (int j = 0; j < gradient.Length; j++) gradient[j] += Penalty[j % Columns] * parameters[j];
        return gradient;
    }
}
