using Gate.Models.Numerics;
using Gate.Models.Serialization;

namespace Gate.Models.Ensembles;

/// <summary>XGBoost's linear booster: what is missing adds nothing.</summary>
/// <param name="features">How many features there are.</param>
/// <param name="starts">What each output starts from.</param>
/// <param name="weights">One weight for each feature and output, by feature.</param>
internal sealed class LinearSums(int features, double[] starts, double[] weights) : MarginFunction(features, starts.Length)
{
    private readonly double[] starts = starts, weights = weights;

    public ReadOnlySpan<double> Starts => starts;

    public ReadOnlySpan<double> WeightsOf(int feature) => weights.AsSpan(feature * Outputs, Outputs);

    public override bool Uses(int feature) => WeightsOf(feature).ContainsAnyExcept(0.0);

    public override bool IsCategory(int feature) => false;

    public override double[] Sums(IReadOnlyList<double[]?> columns, int rows, CancellationToken cancel = default)
    {
        var sums = new double[checked(rows * Outputs)];
        RowBlocks.ForEach(rows, (_, first, end) =>
        {
            for (int row = first; row < end; row++) Sum(columns, row, sums.AsSpan(row * Outputs, Outputs));
        }, cancel);
        return sums;
    }

    private void Sum(IReadOnlyList<double[]?> columns, int row, Span<double> sums)
    {
        starts.CopyTo(sums);
        for (int feature = 0; feature < Features; feature++)
        {
            if (columns[feature] is not { } column || double.IsNaN(column[row])) continue;
            double value = (float)column[row];
            for (int k = 0; k < sums.Length; k++) sums[k] += value * weights[feature * Outputs + k];
        }
    }

    internal override void WriteTo(CanonicalBytes bytes) => bytes.Numbers(starts).Numbers(weights);
}
