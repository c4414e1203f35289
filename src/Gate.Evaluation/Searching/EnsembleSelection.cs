using Gate.Models.Blending;

namespace Gate.Evaluation.Searching;

/// <summary>An average of trials.</summary>
/// <param name="Members">The trials with their weights, which add up to 1.</param>
/// <param name="Scores">The average of their cross-validated scores.</param>
/// <param name="Folds">The metric in each fold.</param>
internal sealed record Ensemble(IReadOnlyList<(TrialResult Result, double Weight)> Members, double[] Scores, IReadOnlyList<double> Folds);

/// <summary>
/// Greedy selection of an ensemble (Caruana and others 2004): again and again the trial is added whose scores make the average of those
/// that are in best, with replacement, from cross-validated scores.
/// </summary>
/// <param name="halving">What is better.</param>
/// <param name="measure">The metric of each fold of scores of all rows.</param>
internal sealed class EnsembleSelection(Halving halving, Func<double[], double[]> measure)
{
    private const int Rounds = 15, MostTrials = 12;

    /// <summary>The best average; null where it does not beat the best single trial by more than one standard error of the difference over
    /// the folds: what hardly helps is not worth a model that is several.</summary>
    /// <param name="finalists">Trials that were cross-validated on all rows.</param>
    public Ensemble? Of(IReadOnlyList<TrialResult> finalists)
    {
        IReadOnlyList<TrialResult> pool = [.. halving.Ranked(finalists).Take(MostTrials)];
        if (pool.Count < 2) return null;
        var counts = new int[pool.Count];
        counts[0] = 1;
        (double[] sum, double[] best) = ([.. pool[0].Scores], [.. pool[0].Folds]);
        for (int size = 1; size < Rounds; size++)
        {
            (int member, double[] folds) = Next(pool, sum, size);
            if (!(halving.Gain(folds.Average(), best.Average()) > 0)) break;
            (counts[member], best) = (counts[member] + 1, folds);
            for (int i = 0; i < sum.Length; i++) sum[i] += pool[member].Scores[i];
        }
        int total = counts.Sum();
        (TrialResult Result, double Weight)[] members = [.. pool.Select((result, i) => (result, counts[i] / (double)total))
            .Where(member => member.Item2 > 0)];
        if (members.Length < 2) return null;
        double[] gains = [.. best.Select((value, fold) => halving.Gain(value, pool[0].Folds[fold]))];
        return gains.Average() <= Spread.ErrorOfMean(gains) ? null
            : new(members, BlendedModel.Mean([.. members.Select(one => one.Result.Scores)], [.. members.Select(one => one.Weight)]), best);
    }

    private (int Member, double[] Folds) Next(IReadOnlyList<TrialResult> pool, double[] sum, int size)
    {
        (int Member, double[] Folds)? best = null;
        var average = new double[sum.Length];
        for (int m = 0; m < pool.Count; m++)
        {
            for (int i = 0; i < average.Length; i++) average[i] = (sum[i] + pool[m].Scores[i]) / (size + 1);
            double[] folds = measure(average);
            if (best is null || halving.Gain(folds.Average(), best.Value.Folds.Average()) > 0) best = (m, folds);
        }
        return best!.Value;
    }
}
