using Gate.Data.Numerics;

namespace Gate.Models.Linear;

/// <summary>The logistic loss of one row. Each function replaces the logits by probabilities and returns minus the log-probability of the
/// label.</summary>
internal static class LogisticLoss
{
    /// <summary>One logit, the log-odds of class 1.</summary>
    public static double Binary(Span<double> logits, int label)
    {
        double z = logits[0];
        double small = Portable.Exp(-Math.Abs(z)); // never overflows
        logits[0] = z >= 0 ? 1 / (1 + small) : small / (1 + small);
        return Portable.Log(1 + small) + Math.Max(0, label == 1 ? -z : z);
    }

    /// <summary>One logit a class.</summary>
    public static double Multinomial(Span<double> logits, int label)
    {
        double max = double.NegativeInfinity, sum = 0;
        foreach (double z in logits) max = Math.Max(max, z);
        double own = logits[label] - max;
        for (int k = 0; k < logits.Length; k++) sum += logits[k] = Portable.Exp(logits[k] - max);
        for (int k = 0; k < logits.Length; k++) logits[k] /= sum;
        return Portable.Log(sum) - own;
    }
}
