using System.Numerics;
using Gate.Data.Randomness;

namespace Gate.Explain.Linear;

/// <summary>
/// How the distance of each term from its mean is shared out among all terms when those that are known tell of the others. A coalition S is
/// worth the best linear prediction of the sum of all terms from those in S: c_S Σ_SS⁻¹ times their distances, with c the covariance of
/// each with the sum. So a Shapley value is a fixed row times the distances (Chen and others 2020, "True to the Model or True to the
/// Data?"; what shap estimates from draws).
/// </summary>
internal static class CorrelatedShares
{
    /// <summary>The matrix from distances to values, over all coalitions.</summary>
    public static double[] Exact(double[] covariances, int terms)
    {
        double[][] predictions = [.. Enumerable.Range(0, 1 << terms).Select(set => Prediction(covariances, terms,
            [.. Enumerable.Range(0, terms).Where(term => (set >> term & 1) != 0)]))];
        var shares = new double[terms * terms];
        for (int player = 0; player < terms; player++)
            for (int set = 0; set < predictions.Length; set++)
            {
                if ((set >> player & 1) != 0) continue;
                double weight = CoalitionGame.Weight(terms, BitOperations.PopCount((uint)set));
                Add(shares.AsSpan(player * terms, terms), weight, predictions[set | 1 << player], predictions[set]);
            }
        return shares;
    }

    /// <summary>The same, of random orders and their reverses.</summary>
    public static double[] Sampled(double[] covariances, int terms, int permutations, ulong seed, CancellationToken cancel)
    {
        var shares = new double[terms * terms];
        int[] order = [.. Enumerable.Range(0, terms)];
        var random = new SplitMix64(seed);
        for (int i = 0; i < permutations; i++)
        {
            cancel.ThrowIfCancellationRequested();
            random.Shuffle(order.AsSpan());
            for (int way = 0; way < 2; way++)
            {
                AddOrder(shares, covariances, terms, order, 0.5 / permutations);
                order.AsSpan().Reverse();
            }
        }
        return shares;
    }

    private static void AddOrder(double[] shares, double[] covariances, int terms, int[] order, double weight)
    {
        var system = new CholeskyRows(terms);
        double[] before = new double[terms], row = new double[terms], toSum = ToSum(covariances, terms);
        for (int k = 0; k < terms; k++)
        {
            for (int j = 0; j <= k; j++) row[j] = covariances[order[k] * terms + order[j]];
            system.Append(row);
            var solved = new double[k + 1];
            for (int j = 0; j <= k; j++) solved[j] = toSum[order[j]];
            system.Solve(solved);
            var now = new double[terms];
            for (int j = 0; j <= k; j++) now[order[j]] = solved[j];
            Add(shares.AsSpan(order[k] * terms, terms), weight, now, before);
            before = now;
        }
    }

    private static double[] Prediction(double[] covariances, int terms, int[] known)
    {
        var system = new CholeskyRows(known.Length);
        double[] toSum = ToSum(covariances, terms), row = new double[known.Length];
        for (int k = 0; k < known.Length; k++)
        {
            for (int j = 0; j <= k; j++) row[j] = covariances[known[k] * terms + known[j]];
            system.Append(row);
        }
        double[] solved = Array.ConvertAll(known, term => toSum[term]), prediction = new double[terms];
        system.Solve(solved);
        for (int k = 0; k < known.Length; k++) prediction[known[k]] = solved[k];
        return prediction;
    }

    private static double[] ToSum(double[] covariances, int terms) =>
        [.. Enumerable.Range(0, terms).Select(term => covariances.AsSpan(term * terms, terms).ToArray().Sum())];

    private static void Add(Span<double> shares, double weight, double[] with, double[] without)
    {
        for (int j = 0; j < shares.Length; j++) shares[j] += weight * (with[j] - without[j]);
    }
}
