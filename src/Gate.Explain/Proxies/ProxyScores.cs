using Gate.Data;
using Gate.Models;
using Gate.Models.Catalogue;

namespace Gate.Explain.Proxies;

/// <summary>
/// How well columns tell which group a row is of: scores of models that were not fitted to the row (cross-fitting). Each row's score is the
/// mean of what a logistic regression and a shallow tree say, so that neither straight nor stepped relations are missed, and nothing is
/// chosen by its result.
/// </summary>
public static class ProxyScores
{
    /// <summary>In so many folds; each is scored by models of the others.</summary>
    public const int FoldCount = 5;

    // A linear model of more columns than this takes longer than the tree that then speaks alone.
    private const int MostLinearColumns = 400;
    private const int LeastLeafRows = 10;

    /// <summary>Scores the rows by several sets of columns.</summary>
    /// <param name="features">The columns; of a category the 20 commonest values count, the others as one.</param>
    /// <param name="sets">The columns of each set, by name; no set is empty.</param>
    /// <param name="labels">The group of each row by code.</param>
    /// <param name="groups">How many groups there are, at least two.</param>
    /// <param name="seed">The seed of the folds.</param>
    /// <param name="threads">How many threads may work; 0 for all cores. The result does not depend on it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>For each set the probabilities, rows × groups, row-major.</returns>
    /// <exception cref="ModelException">A value is infinite.</exception>
    public static IReadOnlyList<double[]> Of(Table features, IReadOnlyList<IReadOnlyList<string>> sets, int[] labels, int groups,
        ulong seed, int threads = 0, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        var coarse = new Table([.. features.Columns.Select(ProxyColumn.Coarse)]);
        int[] fold = Folds.Of(labels, FoldCount, seed);
        double[][] scores = [.. sets.Select(_ => new double[labels.Length * groups])];
        InParallel.For(0, sets.Count * FoldCount, InParallel.Options(threads, cancel), task =>
        {
            (int set, int own) = Math.DivRem(task, FoldCount);
            Fill(scores[set], coarse.Select(sets[set]), labels, groups, fold, own, cancel);
        });
        return scores;
    }

    private static void Fill(double[] scores, Table features, int[] labels, int groups, int[] fold, int own, CancellationToken cancel)
    {
        int[] scored = [.. Enumerable.Range(0, labels.Length).Where(row => fold[row] == own)];
        int[] fitted = [.. Enumerable.Range(0, labels.Length).Where(row => fold[row] != own)];
        if (scored.Length == 0 || fitted.Length == 0) return;
        Table learned = features.Take(fitted);
        string[] telling = [.. learned.Columns.Where(ProxyColumn.Varies).Select(column => column.Name)];
        int[] codes = Array.ConvertAll(fitted, row => labels[row]);
        if (telling.Length == 0 || codes.Distinct().Count() < 2) return;

        TaskType task = groups == 2 ? TaskType.BinaryClassification : TaskType.MulticlassClassification;
        var data = new TrainingData(task, learned.Select(telling), [.. Enumerable.Range(0, groups).Select(code => $"{code}")], codes, null,
            null) { Threads = 1 };
        Table rows = features.Select(telling).Take(scored);
        ILearner[] learners = Learners(data.Features, fitted.Length);
        foreach (ILearner learner in learners)
        {
            double[] said = learner.Fit(data, cancel).Score(rows, cancel);
            for (int i = 0; i < scored.Length; i++)
                for (int code = 0; code < groups; code++)
                {
                    double share = groups > 2 ? said[i * groups + code] : code == 1 ? said[i] : 1 - said[i];
                    scores[scored[i] * groups + code] += share / learners.Length;
                }
        }
    }

    private static ILearner[] Learners(Table features, int rows)
    {
        ILearner tree = Learner("decision_tree", ("max_depth", 5.0), ("min_samples_leaf", (double)Math.Max(LeastLeafRows, rows / 100)));
        return features.Columns.Sum(ProxyColumn.Width) > MostLinearColumns ? [tree] : [Learner("logistic_regression"), tree];
    }

    private static ILearner Learner(string name, params (string Name, object? Value)[] parameters) =>
        LearnerCatalogue.Find(name)!.Create(parameters.ToDictionary(one => one.Name, one => one.Value));
}
