using Gate.Metrics.Cells;
using Gate.Metrics.Groups;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Power;

/// <summary>What is known of a group's rate before a model has spoken.</summary>
/// <param name="Trials">The effective number of trials, when as many rows are predicted of each class as there are.</param>
/// <param name="Rate">The rate of a model without errors: 1 for a recall, 0 for a false positive rate, the share of positives for a
/// selection rate.</param>
public sealed record PlannedRate(double Trials, double Rate);

/// <summary>Counts the rows behind a metric from labels and weights alone.</summary>
public static class PlannedTrials
{
    /// <summary>The trials of each group; null for a metric that is no rate. A group without trials is null.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="truth">The rows; only labels and weights are read.</param>
    /// <param name="grouping">Their groups.</param>
    public static IReadOnlyList<PlannedRate?>? Rates(Metric metric, Truth truth, Grouping grouping)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(grouping);
        if (metric is not RateMetric rate || truth.Labels is null || !metric.Tasks.Contains(truth.Task)) return null;
        int classes = truth.Classes.Count, size = Confusion.Size(classes);
        var weights = new double[grouping.Groups.Count * size];
        var squares = new double[weights.Length];
        for (int row = 0; row < truth.Rows; row++)
        {
            double weight = truth.Weights?[row] ?? 1;
            int start = grouping.Codes[row] * size, label = truth.Labels[row];
            Confusion.Add(weights.AsSpan(start, size), classes, label, label, weight);
            Confusion.Add(squares.AsSpan(start, size), classes, label, label, weight * weight);
        }
        var planned = new PlannedRate?[grouping.Groups.Count];
        for (int g = 0; g < planned.Length; g++)
        {
            (double hits, double trials) = rate.Share(new Confusion(weights.AsSpan(g * size, size), classes));
            double trialsSquared = rate.Share(new Confusion(squares.AsSpan(g * size, size), classes)).Trials;
            planned[g] = trials > 0 ? new(EffectiveSize.Of(trials, trialsSquared), hits / trials) : null;
        }
        return planned;
    }

    /// <summary>The effective numbers of positive and negative rows of each group of a binary task.</summary>
    /// <param name="truth">The rows; only labels and weights are read.</param>
    /// <param name="grouping">Their groups.</param>
    public static IReadOnlyList<(double Positives, double Negatives)> Classes(Truth truth, Grouping grouping)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(grouping);
        var sums = new double[grouping.Groups.Count, 2, 2];
        for (int row = 0; row < truth.Rows; row++)
        {
            double weight = truth.Weights?[row] ?? 1;
            int side = truth.Labels![row] == Sample.Positive ? 1 : 0;
            sums[grouping.Codes[row], side, 0] += weight;
            sums[grouping.Codes[row], side, 1] += weight * weight;
        }
        double Size(int group, int side) => sums[group, side, 1] > 0 ? EffectiveSize.Of(sums[group, side, 0], sums[group, side, 1]) : 0;
        return [.. Enumerable.Range(0, grouping.Groups.Count).Select(g => (Size(g, 1), Size(g, 0)))];
    }
}
