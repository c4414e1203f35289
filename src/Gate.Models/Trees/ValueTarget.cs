namespace Gate.Models.Trees;

/// <summary>
/// Numbers, with the squared error. A bin holds Σwy and Σw, of targets less their overall mean: far from zero, sums of squares would lose
/// digits.
/// </summary>
internal sealed class ValueTarget : TreeTarget
{
    private readonly double[] targets;
    private readonly double[] centred;
    private readonly double[]? weights;

    public ValueTarget(double[] targets, double[]? weights)
    {
        this.targets = targets;
        this.weights = weights;
        double mean = MeanOf(Enumerable.Range(0, targets.Length).ToArray(), out _);
        centred = Array.ConvertAll(targets, y => y - mean);
    }

    public override int Stride => 3;

    public override int Values => 1;

    public override void Accumulate(ReadOnlySpan<int> rows, ReadOnlySpan<int> binOf, Span<double> bins)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            int bin = binOf[i] * 3;
            double weight = weights is null ? 1 : weights[row];
            bins[bin] += weight * centred[row];
            bins[bin + 1] += weight;
            bins[bin + 2]++;
        }
    }

    public override NodeSummary Summarise(ReadOnlySpan<int> rows, Span<double> value)
    {
        double mean = MeanOf(rows, out double weight);
        double sum = 0, loss = 0;
        foreach (int row in rows)
        {
            double w = weights is null ? 1 : weights[row];
            double distance = targets[row] - mean;
            sum += w * centred[row];
            loss += w * distance * distance;
        }
        value[0] = mean;
        return new(rows.Length, weight, loss, [sum, weight, rows.Length], 1e-12 * loss);
    }

    public override double Weight(ReadOnlySpan<double> bin) => bin[1];

    // Around the node's own mean both sides' sums are opposite, and the fall of the squared error is s²/W left plus s²/W right.
    public override double Gain(in NodeSummary node, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double excess = left[0] - left[1] * (node.Sums[0] / node.Weight);
        return excess * excess * (1 / left[1] + 1 / right[1]);
    }

    // Measured from the first row's target, so that a node of equal targets has exactly that mean.
    private double MeanOf(ReadOnlySpan<int> rows, out double weight)
    {
        double origin = targets[rows[0]], sum = 0;
        weight = 0;
        foreach (int row in rows)
        {
            double w = weights is null ? 1 : weights[row];
            weight += w;
            sum += w * (targets[row] - origin);
        }
        return origin + sum / weight;
    }
}
