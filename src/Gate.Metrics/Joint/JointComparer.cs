using Gate.Metrics.Catalogue;
using Gate.Metrics.Comparing;
using Gate.Metrics.Groups;
using Gate.Metrics.Kinds;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Joint;

/// <summary>Compares groups by a metric that reads several of them at once (<see cref="CompareKind.Joint"/>), with intervals from
/// replicates of their counts.</summary>
internal sealed class JointComparer(FrameStatistics statistics, Grouping grouping)
{
    private readonly Dictionary<(Comparison, string, Side), JointAnswers> answered = [];

    private int Levels => Math.Max(1, grouping.Levels.Count);

    public ComparisonResult Compare(Comparison comparison, IReadOnlyList<bool> included, Side side, double confidence)
    {
        JointAnswers answers = Answer(comparison, included, side);
        LevelComparison[] levels = [.. Enumerable.Range(0, Levels).Select(level => answers.Level(level, confidence))];
        (Measurement worst, int? worstLevel) = answers.Worst(confidence);
        return new ComparisonResult(worst, worstLevel, levels, answers.Weighted(confidence));
    }

    /// <summary>The value that is judged, as a distance from 0, and its replicates, for a paired comparison of two models.</summary>
    public (MetricValue Value, double[]? Replicates) Judge(Comparison comparison, IReadOnlyList<bool> included, Side side)
    {
        JointAnswers answers = Answer(comparison, included, side);
        return comparison.Levels == LevelSummary.Weighted ? answers.WeightedDistance() : answers.WorstDistance();
    }

    /// <summary>The answers, made once a comparison: callers ask for many confidences.</summary>
    private JointAnswers Answer(Comparison comparison, IReadOnlyList<bool> included, Side side)
    {
        (Comparison, string, Side) key = (comparison, FrameComparer.Key(included), side);
        if (!answered.TryGetValue(key, out JointAnswers? answers)) answered[key] = answers = Make(comparison, included, side);
        return answers;
    }

    private JointAnswers Make(Comparison comparison, IReadOnlyList<bool> included, Side side)
    {
        int[][] members = Members(comparison, included, out JointMetric metric);
        Metric shown = MetricCatalogue.Find(metric.ShownFor(statistics.Shape.Task))!;
        var reference = new JointReference(statistics, grouping, shown, side);
        (JointQuestion[] Questions, string? Undefined)[] sets = Applicability.Lacks(metric, statistics.Shape, side) is string reason
            ? [.. members.Select(_ => (Array.Empty<JointQuestion>(), (string?)reason))]
            : metric is FacetMetric { IsStratified: true } ? [JointQuestions.OfStrata(comparison, members, grouping, reference)]
            : [.. Enumerable.Range(0, Levels)
            .Select(level => JointQuestions.OfLevel(comparison, metric, level, members[level], grouping, reference))];
        return new JointAnswers(metric, shown, sets, members, statistics, grouping, side);
    }

    private int[][] Members(Comparison comparison, IReadOnlyList<bool> included, out JointMetric metric)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(included);
        if (included.Count != grouping.Groups.Count)
            throw new ArgumentException($"{included.Count} flags for {grouping.Groups.Count} groups", nameof(included));
        metric = comparison.Parts is [JointMetric only]
            ? only : throw new ArgumentException("a joint comparison has one part, and that is a joint metric", nameof(comparison));
        return [.. Enumerable.Range(0, Levels)
            .Select(level => Enumerable.Range(0, included.Count).Where(g => included[g] && grouping.Groups[g].Level == level).ToArray())];
    }
}
