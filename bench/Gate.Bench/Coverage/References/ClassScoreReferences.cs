namespace Gate.Bench.Coverage.References;

/// <summary>Metrics of the scores of several classes.</summary>
internal static class ClassScoreReferences
{
    public static double? Of(string name, WeightedRows rows)
    {
        int n = rows.Classes;
        double[] shares = [.. Range(n).Select(k => rows.Where(i => rows.Labels[i] == k) / rows.Total)];
        double Own(int i) => rows.Score(i, rows.Labels[i]);
        double LogLoss() => rows.Mean(i => -Math.Log(Own(i) / Range(n).Sum(k => rows.Score(i, k))));
        double Brier() => rows.Mean(i => Range(n).Sum(k => Square(rows.Score(i, k) - (k == rows.Labels[i] ? 1 : 0))));
        switch (name)
        {
            case "log_loss": return LogLoss();
            case "brier_score_loss": return Brier();
            case "d2_log_loss": return 1 - LogLoss() / shares.Sum(share => -share * Math.Log(share));
            case "d2_brier": return 1 - Brier() / shares.Sum(share => share * (1 - share));
            case "hinge_loss":
                return rows.Mean(i => Math.Max(0, 1 - Own(i) + Range(n).Where(k => k != rows.Labels[i]).Max(k => rows.Score(i, k))));
            case "top_k_accuracy": return rows.Mean(i => Range(n).Count(k => rows.Score(i, k) > Own(i)) < 2 ? 1 : 0);
            case "roc_auc_ovr": return Range(n).Average(k => Ranking.Area(AgainstRest(k)));
            case "roc_auc_ovr_weighted": return Range(n).Sum(k => shares[k] * Ranking.Area(AgainstRest(k)));
            case "average_precision_macro": return Range(n).Average(k => Ranking.AveragePrecision(AgainstRest(k)));
            case "roc_auc_ovo": return Pairs().Average(pair => Between(pair.A, pair.B));
            case "roc_auc_ovo_weighted":
                return Pairs().Sum(pair => (shares[pair.A] + shares[pair.B]) * Between(pair.A, pair.B))
                    / Pairs().Sum(pair => shares[pair.A] + shares[pair.B]);
            default: return null;
        }

        Step[] AgainstRest(int k) => Ranking.Of(rows, i => rows.Score(i, k), i => rows.Labels[i] == k);

        double Between(int a, int b) => Ranking.Area(Ranking.Of(rows, i => rows.Score(i, a), i => rows.Labels[i] == a,
            i => rows.Labels[i] == a || rows.Labels[i] == b));

        IEnumerable<(int A, int B)> Pairs() => Range(n).SelectMany(a => Range(n).Where(b => b != a).Select(b => (a, b)));
    }

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    private static double Square(double x) => x * x;
}
