namespace Gate.Bench.Coverage.References;

/// <summary>Metrics of the scores of two classes.</summary>
internal static class ScoreReferences
{
    private const double TopRows = 10, FalsePositiveRate = 0.1, AtLeast = 0.8;

    public static double? Of(string name, WeightedRows rows)
    {
        double Share(int i) => rows.Labels[i] == 1 ? rows.Scores[i] : 1 - rows.Scores[i];
        switch (name)
        {
            case "mean_score": return rows.Mean(i => rows.Scores[i]);
            case "log_loss": return rows.Mean(i => -Math.Log(Share(i)));
            case "brier_score_loss": return rows.Mean(i => (1 - Share(i)) * (1 - Share(i)));
            case "hinge_loss": return rows.Mean(i => Math.Max(0, 1 - (2 * rows.Labels[i] - 1) * rows.Scores[i]));
            case "d2_log_loss":
                double p = rows.Mean(i => rows.Labels[i]);
                return 1 + rows.Mean(i => -Math.Log(Share(i))) / (p * Math.Log(p) + (1 - p) * Math.Log(1 - p));
            case "d2_brier":
                double q = rows.Mean(i => rows.Labels[i]);
                return 1 - rows.Mean(i => (1 - Share(i)) * (1 - Share(i))) / (q * (1 - q));
            default: return OfRanking(name, Ranking.Of(rows, i => rows.Scores[i], i => rows.Labels[i] == 1));
        }
    }

    private static double? OfRanking(string name, Step[] steps)
    {
        double positives = steps[^1].Found, negatives = steps[^1].Wrong;
        return name switch
        {
            "roc_auc" => Ranking.Area(steps),
            "gini" => 2 * Ranking.Area(steps) - 1,
            "average_precision" => Ranking.AveragePrecision(steps),
            "pr_auc" => steps.Select((s, i) => s.Positives * (s.Precision + (i == 0 ? 1 : steps[i - 1].Precision)) / 2).Sum() / positives,
            "ks_statistic" => Math.Max(0, steps.Max(step => step.Found / positives - step.Wrong / negatives)),
            "tpr_at_fpr" => steps.Where(s => s.Wrong <= FalsePositiveRate * negatives).Select(s => s.Found).DefaultIfEmpty(0).Max()
                / positives,
            "precision_at_recall" => steps.Where(step => step.Found >= AtLeast * positives).Max(step => step.Precision),
            "recall_at_precision" => steps.Where(step => step.Precision >= AtLeast).Max(step => step.Found) / positives,
            "precision_at_k" => Top(steps) / TopRows,
            "recall_at_k" => Top(steps) / positives,
            "partial_roc_auc" => Partial(steps),
            _ => null,
        };
    }

    /// <summary>The weight of the positives among the best rows of a given weight; of a tie at the cut, its share.</summary>
    private static double Top(Step[] steps)
    {
        Step cut = steps.First(step => step.Seen >= TopRows);
        double before = cut.Seen - cut.Positives - cut.Negatives;
        return cut.Found - cut.Positives + cut.Positives * (TopRows - before) / (cut.Seen - before);
    }

    /// <summary>The area left of a false positive rate, by trapezoids, on McClish's scale.</summary>
    private static double Partial(Step[] steps)
    {
        double positives = steps[^1].Found, negatives = steps[^1].Wrong, area = 0, x = 0, y = 0;
        foreach (Step step in steps)
        {
            double nextX = step.Wrong / negatives, nextY = step.Found / positives;
            if (x >= FalsePositiveRate) break;
            if (nextX > FalsePositiveRate) (nextX, nextY) = (FalsePositiveRate, y + (nextY - y) * (FalsePositiveRate - x) / (nextX - x));
            area += (nextX - x) * (y + nextY) / 2;
            (x, y) = (nextX, nextY);
        }
        double guess = FalsePositiveRate * FalsePositiveRate / 2;
        return (1 + (area - guess) / (FalsePositiveRate - guess)) / 2;
    }
}
