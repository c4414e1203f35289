using System.Numerics.Tensors;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

/// <summary>What a model saves against one that always predicts the classes' own shares.</summary>
internal static class ClassShares
{
    /// <summary>1 minus the mean loss over that of the shares.</summary>
    /// <param name="rows">Rows whose first term is their loss and whose second is their label.</param>
    /// <param name="loss">What one class adds to the loss of the shares.</param>
    public static MetricValue Saved(OrderedRows rows, Func<double, double> loss)
    {
        ReadOnlySpan<double> weights = rows.Weights, labels = rows.Term(1), losses = rows.Term(0);
        double[] shares = new double[1 + (int)TensorPrimitives.Max(labels)];
        double total = 0, sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            shares[(int)labels[i]] += weights[i];
            sum += weights[i] * losses[i];
            total += weights[i];
        }
        if (total == 0) return MetricValue.Missing(Reasons.NoRows);
        double constant = 0;
        int present = 0;
        foreach (double share in shares)
        {
            constant += loss(share / total);
            if (share > 0) present++;
        }
        return present < 2 ? MetricValue.Missing(Reasons.OneClass) : MetricValue.Of(1 - sum / total / constant);
    }
}
