using System.Globalization;
using Gate.Models.Serialization;

namespace Gate.Models.Calibration;

/// <summary>
/// The rising curve that is nearest to the labels (Zadrozny and Elkan 2002), by pooling adjacent violators, with straight lines between
/// its points and level ends: scikit-learn's <c>IsotonicRegression(out_of_bounds="clip")</c>.
/// </summary>
public sealed record IsotonicCalibration : ScoreCalibration
{
    /// <summary>Scores nearer to each other than this are one: else a line between two could be steeper than rounding allows.</summary>
    public const double Resolution = 1e-9;

    private readonly double[] scores, probabilities;

    private IsotonicCalibration(double[] scores, double[] probabilities) =>
        (this.scores, this.probabilities) = (scores, probabilities);

    /// <inheritdoc/>
    public override string Method => "isotonic";

    /// <inheritdoc/>
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"isotonic, {scores.Length} points");

    /// <summary>The scores of its points, rising.</summary>
    public IReadOnlyList<double> Scores => scores;

    /// <summary>The probabilities of its points, never falling.</summary>
    public IReadOnlyList<double> Probabilities => probabilities;

    /// <summary>Learns it.</summary>
    /// <param name="scores">Scores of rows by models that had not seen them; at least one of a weight above 0.</param>
    /// <param name="labels">1 for a row of the positive class, else 0.</param>
    /// <param name="weights">Sample weights, or null.</param>
    public static IsotonicCalibration Fit(double[] scores, int[] labels, double[]? weights)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        List<(double Score, double Sum, double Weight)> points = Distinct(scores, labels, weights);
        double[] pooled = Pooled(points);
        // What lies within a level stretch says nothing.
        int[] kept = [.. Enumerable.Range(0, pooled.Length).Where(i => i == 0 || i == pooled.Length - 1
            || pooled[i] != pooled[i - 1] || pooled[i] != pooled[i + 1])];
        return new(Array.ConvertAll(kept, i => points[i].Score), Array.ConvertAll(kept, i => pooled[i]));
    }

    /// <inheritdoc/>
    public override double Apply(double score)
    {
        if (score <= scores[0]) return probabilities[0];
        if (score >= scores[^1]) return probabilities[^1];
        int found = Array.BinarySearch(scores, score);
        if (found >= 0) return probabilities[found];
        int above = ~found, below = above - 1;
        double share = (score - scores[below]) / (scores[above] - scores[below]);
        return probabilities[below] + (share * (probabilities[above] - probabilities[below]));
    }

    internal override void WriteTo(CanonicalBytes bytes) => bytes.Text(Method).Numbers(scores).Numbers(probabilities);

    /// <summary>Equality of the values, which a record's own does not see in arrays.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(IsotonicCalibration? other) =>
        other is not null && scores.AsSpan().SequenceEqual(other.scores) && probabilities.AsSpan().SequenceEqual(other.probabilities);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(scores.Length, scores[0], probabilities[^1]);

    private static List<(double Score, double Sum, double Weight)> Distinct(double[] scores, int[] labels, double[]? weights)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).Where(row => weights is null || weights[row] > 0)];
        // By score, and then by row, so that sums do not depend on how a sort treats equals.
        Array.Sort(order, (a, b) => scores[a] != scores[b] ? scores[a].CompareTo(scores[b]) : a.CompareTo(b));
        var points = new List<(double Score, double Sum, double Weight)>();
        foreach (int row in order)
        {
            double weight = weights?[row] ?? 1, sum = weight * labels[row];
            if (points.Count > 0 && scores[row] - points[^1].Score < Resolution)
                points[^1] = (points[^1].Score, points[^1].Sum + sum, points[^1].Weight + weight);
            else points.Add((scores[row], sum, weight));
        }
        return points;
    }

    /// <summary>The means of the pools, one a point: neighbours whose means fall are joined until none do.</summary>
    private static double[] Pooled(List<(double Score, double Sum, double Weight)> points)
    {
        var pools = new List<(double Sum, double Weight, int Points)>();
        foreach ((_, double sum, double weight) in points)
        {
            (double Sum, double Weight, int Points) pool = (sum, weight, 1);
            while (pools.Count > 0 && pools[^1].Sum / pools[^1].Weight >= pool.Sum / pool.Weight)
            {
                pool = (pools[^1].Sum + pool.Sum, pools[^1].Weight + pool.Weight, pools[^1].Points + pool.Points);
                pools.RemoveAt(pools.Count - 1);
            }
            pools.Add(pool);
        }
        return [.. pools.SelectMany(pool => Enumerable.Repeat(pool.Sum / pool.Weight, pool.Points))];
    }
}
