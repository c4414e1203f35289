using Gate.Data.Numerics;

namespace Gate.Models.Linear;

/// <summary>The loss of each row as a function of its margins, for <see cref="MarginObjective"/>; the derivative by a margin is what is
/// expected minus the target.</summary>
internal abstract class RowLoss
{
    /// <summary>How many margins a row has.</summary>
    public abstract int Outputs { get; }

    /// <summary>The loss of a row. Replaces its margins by what is expected at them.</summary>
    public abstract double Of(Span<double> margins, int row);

    /// <summary>What should be expected of an output.</summary>
    public abstract double Target(int output, int row);

    /// <summary>The second derivative of a loss of one margin, at what is expected.</summary>
    public abstract double Curvature(double mean);
}

/// <summary>Minus the log-probability of a row's class. Two classes have one margin, the log-odds of class 1; more have one each
/// (multinomial).</summary>
/// <param name="labels">Labels from 0 to <paramref name="classes"/> - 1.</param>
/// <param name="classes">The number of classes.</param>
internal sealed class ClassLoss(int[] labels, int classes) : RowLoss
{
    public override int Outputs { get; } = classes == 2 ? 1 : classes;

    public override double Of(Span<double> margins, int row) =>
        Outputs == 1 ? LogisticLoss.Binary(margins, labels[row]) : LogisticLoss.Multinomial(margins, labels[row]);

    public override double Target(int output, int row) => labels[row] == (Outputs == 1 ? 1 : output) ? 1 : 0;

    public override double Curvature(double mean) => mean * (1 - mean);
}

/// <summary>Half the Poisson deviance of a count, without what does not depend on the margin: exp(margin) - count · margin.</summary>
/// <param name="counts">The counts, not negative.</param>
internal sealed class CountLoss(double[] counts) : RowLoss
{
    public override int Outputs => 1;

    public override double Of(Span<double> margins, int row)
    {
        double margin = margins[0];
        margins[0] = Portable.Exp(margin);
        return margins[0] - (counts[row] * margin);
    }

    public override double Target(int output, int row) => counts[row];

    public override double Curvature(double mean) => mean;
}
