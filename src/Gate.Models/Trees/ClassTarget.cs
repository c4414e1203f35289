using Gate.Data.Numerics;

namespace Gate.Models.Trees;

/// <summary>Classes, with the impurity of Gini or the entropy (Breiman et al. 1984; Quinlan 1986). A bin holds the weight of each
/// class.</summary>
internal sealed class ClassTarget(int[] labels, double[]? weights, int classes, bool entropy) : TreeTarget
{
    public override int Stride => classes + 1;

    public override int Values => classes;

    public override void Accumulate(ReadOnlySpan<int> rows, ReadOnlySpan<int> binOf, Span<double> bins)
    {
        int stride = Stride;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            int bin = binOf[i] * stride;
            bins[bin + labels[row]] += weights is null ? 1 : weights[row];
            bins[bin + classes]++;
        }
    }

    public override NodeSummary Summarise(ReadOnlySpan<int> rows, Span<double> value)
    {
        var sums = new double[Stride];
        foreach (int row in rows) sums[labels[row]] += weights is null ? 1 : weights[row];
        sums[classes] = rows.Length;
        double weight = Weight(sums);
        for (int k = 0; k < classes; k++) value[k] = sums[k] / weight;
        double loss = (entropy ? 0 : weight) - Purity(sums, weight);
        if (Array.IndexOf(sums, weight, 0, classes) >= 0) loss = 0; // one class only: exactly pure, whatever rounding says
        return new(rows.Length, weight, loss, sums, 1e-12 * loss + 4e-15 * weight);
    }

    public override double Gain(in NodeSummary node, ReadOnlySpan<double> left, ReadOnlySpan<double> right) =>
        Purity(left, Weight(left)) + Purity(right, Weight(right)) - Purity(node.Sums, node.Weight);

    public override double Weight(ReadOnlySpan<double> bin)
    {
        double weight = 0;
        for (int k = 0; k < classes; k++) weight += bin[k];
        return weight;
    }

    // What grows when impurity falls: Σ c²/W for Gini, Σ c log2(c/W) for the entropy in bits.
    private double Purity(ReadOnlySpan<double> bin, double weight)
    {
        double sum = 0;
        for (int k = 0; k < classes; k++)
        {
            double c = bin[k];
            if (c > 0) sum += entropy ? c * Portable.Log2(c / weight) : c * c;
        }
        return entropy ? sum : sum / weight;
    }
}
