using Gate.Data.Numerics;

namespace Gate.Models;

/// <summary>How sums become scores.</summary>
public enum LinkKind
{
    /// <summary>The sum is the prediction.</summary>
    Identity,

    /// <summary>A probability: 1 / (1 + exp(-scale × sum)).</summary>
    Logistic,

    /// <summary>Probabilities of the classes: the softmax of their sums.</summary>
    Softmax,

    /// <summary>A probability of each class for itself: they need not add up to 1.</summary>
    LogisticEach,

    /// <summary>A probability of each class against the rest, divided by their sum (as scikit-learn's
    /// <c>OneVsRestClassifier</c>).</summary>
    LogisticShares,

    /// <summary>Sums that are shares of the classes, not negative, divided by their sum; where all are 0, classes share
    /// equally.</summary>
    Shares,

    /// <summary>exp(sum), of counts and other numbers that are not negative.</summary>
    Exp,

    /// <summary>sum × |sum|: the model was trained on square roots.</summary>
    SignedSquare,

    /// <summary>log(1 + exp(sum)).</summary>
    LogOnePlusExp,
}

/// <summary>How the sums of a model become its scores, made of portable mathematics.</summary>
/// <param name="Kind">The function.</param>
/// <param name="Scale">The factor of a logistic function.</param>
public sealed record OutputLink(LinkKind Kind, double Scale = 1)
{
    /// <summary>Replaces the sums of one row by its scores.</summary>
    /// <param name="row">One number for each output.</param>
    public void Apply(Span<double> row)
    {
        if (Kind == LinkKind.Softmax) Softmax(row);
        else
            foreach (ref double value in row) value = Of(value);
        if (Kind is LinkKind.LogisticShares or LinkKind.Shares) Share(row);
    }

    private double Of(double sum) => Kind switch
    {
        LinkKind.Logistic or LinkKind.LogisticEach or LinkKind.LogisticShares => 1 / (1 + Portable.Exp(-Scale * sum)),
        LinkKind.Exp => Portable.Exp(sum),
        LinkKind.SignedSquare => sum * Math.Abs(sum),
        LinkKind.LogOnePlusExp => LogOnePlusExp(sum),
        _ => sum,
    };

    private static double LogOnePlusExp(double sum)
    {
        // Beyond 36 the 1 is lost, and near 0 the ratio takes back what the addition rounded away.
        if (sum > 36) return sum;
        double power = Portable.Exp(sum), above = 1 + power;
        return above == 1 ? power : Portable.Log(above) * (power / (above - 1));
    }

    private static void Share(Span<double> row)
    {
        double total = 0;
        foreach (double value in row) total += value;
        foreach (ref double value in row) value = total == 0 ? 1.0 / row.Length : value / total;
    }

    private static void Softmax(Span<double> row)
    {
        double largest = double.NegativeInfinity, total = 0;
        foreach (double value in row) largest = Math.Max(largest, value);
        foreach (ref double value in row) total += value = Portable.Exp(value - largest);
        foreach (ref double value in row) value /= total;
    }
}
