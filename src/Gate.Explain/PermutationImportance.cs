using Gate.Data;
using Gate.Data.Numerics;
using Gate.Models;

namespace Gate.Explain;

/// <summary>How permutation importance is measured.</summary>
/// <param name="Repeats">How often each column is shuffled.</param>
/// <param name="Seed">The seed of the shuffles; the result does not depend on the number of threads or the order of columns.</param>
/// <param name="Threads">How many threads may work; 0 for all cores.</param>
public sealed record PermutationOptions(int Repeats = 5, ulong Seed = 0, int Threads = 0)
{
    /// <summary>Columns that are also shuffled together, by the names of their groups: of columns that say the same thing each alone looks
    /// unimportant. Columns that the model does not have count for nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Groups { get; init; } = [];

    /// <summary>Told after each shuffle how many are done, and of how many; from several threads.</summary>
    public Action<int, int>? Progress { get; init; }
}

/// <summary>The importance of one raw column, or of a group of them.</summary>
/// <param name="Feature">The column, all of whose categories move as one; or the name of the group.</param>
/// <param name="Mean">By how much the score falls on average when the column is shuffled.</param>
/// <param name="StandardDeviation">The spread over repeats (divided by the number of repeats, as scikit-learn's
/// <c>importances_std</c>).</param>
/// <param name="Repeats">The fall in each repeat.</param>
public sealed record FeatureImportance(string Feature, double Mean, double StandardDeviation, IReadOnlyList<double> Repeats)
{
    /// <summary>The columns of a group; empty for a column.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Where the mean over endlessly many shuffles lies, by Student's t of the repeats; null for fewer than two. It says nothing
    /// of other test rows.</summary>
    /// <param name="confidence">Above 0 and below 1.</param>
    public (double Low, double High)? Interval(double confidence)
    {
        if (Repeats.Count < 2) return null;
        double half = StudentLaw.OfTails(1 - confidence, Repeats.Count - 1) * StandardDeviation / Math.Sqrt(Repeats.Count - 1);
        return (Mean - half, Mean + half);
    }
}

/// <summary>Permutation importance (Breiman 2001; Fisher, Rudin and Dominici 2019), as scikit-learn's <c>permutation_importance</c>, on raw
/// columns.</summary>
public static class PermutationImportance
{
    /// <summary>Measures by how much a score falls when each column in turn is shuffled.</summary>
    /// <param name="model">The model. Where it says which columns it uses (<see cref="IUsesFeatures"/>), the others are 0 without being
    /// shuffled.</param>
    /// <param name="features">Rows to measure on.</param>
    /// <param name="score">From the model's output (as <see cref="IModel.Score"/> returns it) to a number where higher is better. Called
    /// from several threads.</param>
    /// <param name="options">How it is measured.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>One entry a feature of the model and a group, most important first (ties in the model's order, groups last).</returns>
    /// <exception cref="ModelException">There are no rows, or the score is not a number.</exception>
    public static IReadOnlyList<FeatureImportance> Compute(IModel model, Table features, Func<double[], double> score,
        PermutationOptions options, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Repeats, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads, nameof(options));
        if (features.RowCount == 0) throw new ModelException("no rows to measure permutation importance on");
        string[] used = [.. (model is IUsesFeatures knows ? knows.UsedFeatures : model.Features).Distinct(StringComparer.Ordinal)];
        // A group of which the model uses one column only is shuffled by its own name all the same.
        (string Name, string[] Columns)[] moved = [.. used.Select(name => (name, (string[])[name])),
            .. options.Groups.Select(group => (group.Key, group.Value.Intersect(used, StringComparer.Ordinal).ToArray()))];
        double[,] falls = Falls(model, features, moved, score, options, cancel);
        return [.. model.Features.Select(name => Summarise(name, Array.IndexOf(used, name), falls))
            .Concat(options.Groups.Select((group, i) => Summarise(group.Key, used.Length + i, falls) with { Columns = group.Value }))
            .OrderByDescending(importance => importance.Mean)];
    }

    /// <summary>The fall of the score by what is moved and repeat. Each worker holds one shuffled column, or the group's, and one output at
    /// a time.</summary>
    private static double[,] Falls(IModel model, Table features, (string Name, string[] Columns)[] moved, Func<double[], double> score,
        PermutationOptions options, CancellationToken cancel)
    {
        double baseline = ScoreOf(model.Score(features, cancel));
        IRescoring? prepared = (model as IRescores)?.Prepare(features, cancel);
        var falls = new double[moved.Length, options.Repeats];
        int done = 0;
        InParallel.For(0, falls.Length, InParallel.Options(options.Threads, cancel), Shuffle);
        return falls;

        void Shuffle(int task)
        {
            (int feature, int repeat) = Math.DivRem(task, options.Repeats);
            (string name, string[] columns) = moved[feature];
            int[] order = Permutation.Of(features.RowCount, options.Seed, name, repeat);
            if (columns is [var only])
            {
                Column shuffled = features[only].Take(order);
                falls[feature, repeat] = baseline
                    - ScoreOf(prepared?.Score(shuffled, cancel) ?? model.Score(features.With(shuffled), cancel));
            }
            else if (columns.Length > 1)
                falls[feature, repeat] = baseline - ScoreOf(model.Score(
                    columns.Aggregate(features, (table, column) => table.With(features[column].Take(order))), cancel));
            options.Progress?.Invoke(Interlocked.Increment(ref done), falls.Length);
        }

        double ScoreOf(double[] output)
        {
            double value = score(output);
            return double.IsFinite(value)
                ? value : throw new ModelException("permutation importance needs a score that is a finite "
                + "number on these rows; choose another metric");
        }
    }

    private static FeatureImportance Summarise(string name, int index, double[,] falls)
    {
        var repeats = new double[falls.GetLength(1)];
        if (index < 0) return new(name, 0, 0, repeats);
        for (int r = 0; r < repeats.Length; r++) repeats[r] = falls[index, r];
        double mean = repeats.Sum() / repeats.Length;
        double variance = repeats.Sum(fall => (fall - mean) * (fall - mean)) / repeats.Length;
        return new(name, mean, Math.Sqrt(variance), repeats);
    }
}
