using Gate.Metrics.Intervals;

namespace Gate.Metrics.Statistics;

/// <summary>Metrics of sorted rows of one frame.</summary>
internal sealed class RankStatistics(Sample candidate, Sample? baseline, RowPatterns patterns, RowBootstrap bootstrap) : IReplicates<RankedMetric>
{
    private readonly Dictionary<(RankBy, int Class, Side, ScopeKind), Ranking> rankings = [];

    public MetricValue[] Estimate(RankedMetric metric, Side side, Scopes scopes)
    {
        var once = new float[patterns.Length];
        for (int p = 0; p < once.Length; p++) once[p] = patterns.Count[p];
        return Compute(metric, RankingsOf(metric, side, scopes), once, new double[patterns.Length], scopes);
    }

    public double[] Replicate(RankedMetric metric, Side side, Scopes scopes)
    {
        Ranking[] own = RankingsOf(metric, side, scopes);
        int replicates = bootstrap.Replicates;
        var values = new double[scopes.Count * replicates];
        bootstrap.ForEach(() => new double[patterns.Length], (r, drawn, weights) =>
        {
            MetricValue[] computed = Compute(metric, own, drawn.Span, weights, scopes);
            for (int s = 0; s < computed.Length; s++) values[s * replicates + r] = computed[s].NumberOrNull ?? double.NaN;
        });
        return values;
    }

    private MetricValue[] Compute(RankedMetric metric, Ranking[] rankings, ReadOnlySpan<float> drawn, Span<double> weights, Scopes scopes)
    {
        var values = new MetricValue[scopes.Count];
        for (int s = 0; s < values.Length; s++)
        {
            double sum = 0;
            string? reason = null;
            for (int k = 0; k < rankings.Length && reason is null; k++)
            {
                MetricValue value = metric.Compute(rankings[k].Rows(s, drawn, weights, candidate.Weights is not null));
                if (value.IsDefined) sum += value.Number;
                else reason = rankings.Length == 1 ? value.Undefined : $"{value.Undefined} (class {candidate.Classes[k]} against the others)";
            }
            values[s] = reason is null ? MetricValue.Of(sum / rankings.Length) : MetricValue.Missing(reason);
        }
        return values;
    }

    private Ranking[] RankingsOf(RankedMetric metric, Side side, Scopes scopes)
    {
        int classes = metric.RankBy == RankBy.EachClass ? candidate.Classes.Count : 1;
        return [.. Enumerable.Range(0, classes).Select(k => RankingOf(metric.RankBy, k, side, scopes))];
    }

    private Ranking RankingOf(RankBy by, int k, Side side, Scopes scopes)
    {
        if (rankings.TryGetValue((by, k, side, scopes.Kind), out Ranking? found)) return found;
        Sample sample = side == Side.Candidate ? candidate : baseline!;
        double[] keys = Array.ConvertAll(patterns.Row, row => by switch
        {
            RankBy.Score => sample.Scores![row],
            RankBy.EachClass => sample.Scores![row * sample.Classes.Count + k],
            _ => Math.Abs(sample.Targets![row] - sample.Estimates![row]),
        });
        int of = by == RankBy.Score ? Sample.Positive : k;
        Ranking ranking = Ranking.Sort(keys, by != RankBy.AbsoluteError, p => sample.Labels is not null && sample.Labels[patterns.Row[p]] == of, patterns, scopes);
        return rankings[(by, k, side, scopes.Kind)] = ranking;
    }
}
