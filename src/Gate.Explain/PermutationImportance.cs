using Gate.Data;
using Gate.Models;

namespace Gate.Explain;

/// <summary>How permutation importance is measured.</summary>
/// <param name="Repeats">How often each column is shuffled.</param>
/// <param name="Seed">The seed of the shuffles; the result does not depend on the number of threads or the order of columns.</param>
/// <param name="Threads">How many threads may work; 0 for all cores.</param>
public sealed record PermutationOptions(int Repeats = 5, ulong Seed = 0, int Threads = 0);

/// <summary>The importance of one raw column.</summary>
/// <param name="Feature">The column; all categories of a column move as one.</param>
/// <param name="Mean">By how much the score falls on average when the column is shuffled.</param>
/// <param name="StandardDeviation">The spread over repeats (divided by the number of repeats, as scikit-learn's <c>importances_std</c>).</param>
/// <param name="Repeats">The fall in each repeat.</param>
public sealed record FeatureImportance(string Feature, double Mean, double StandardDeviation, IReadOnlyList<double> Repeats);

/// <summary>Permutation importance (Breiman 2001; Fisher, Rudin and Dominici 2019), as scikit-learn's <c>permutation_importance</c>, on raw columns.</summary>
public static class PermutationImportance
{
    /// <summary>Measures by how much a score falls when each column in turn is shuffled.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">Rows to measure on.</param>
    /// <param name="score">From the model's output (as <see cref="IModel.Score"/> returns it) to a number where higher is better.</param>
    /// <param name="options">How it is measured.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>One entry a feature of the model, most important first (ties in the model's order).</returns>
    public static IReadOnlyList<FeatureImportance> Compute(IModel model, Table features, Func<double[], double> score, PermutationOptions options, CancellationToken cancel = default) => throw new NotImplementedException();
}
