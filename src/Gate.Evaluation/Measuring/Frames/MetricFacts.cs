using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>All metrics of the task, overall and by group.</summary>
internal static class MetricFacts
{
    /// <summary>Beyond so many classes the report leaves out what is computed once for each class or each pair of classes. Conditions that
    /// ask for it are judged all the same.</summary>
    public const int MostClasses = 100;

    /// <summary>The metrics of the report that the candidate's output serves, in the catalogue's order.</summary>
    public static IReadOnlyList<Metric> Of(Sample sample) =>
        [.. MetricCatalogue.All.Where(metric => metric.ReportedFor.Contains(sample.Truth.Task)
            && !(metric.AsksEachClass && sample.Truth.Classes.Count > MostClasses)
            && (metric.Inputs & ~sample.Inputs) == MetricInputs.None)];

    public static IReadOnlyList<MetricFact> Overall(FrameCache frames, IReadOnlyList<Metric> metrics, bool baseline)
    {
        MetricFrame frame = frames.Get([], []).Frame;
        return [.. metrics.Select(
            metric => Fact(metric, frame.Measure(metric), baseline ? frame.MeasureBaseline(metric).Value.NumberOrNull : null))];
    }

    /// <summary>Each sensitive column, and each combination that a condition names.</summary>
    public static IReadOnlyList<FrameFacts> Frames(FrameCache frames, IReadOnlyList<Metric> metrics, PolicyDocument policy)
    {
        IEnumerable<IReadOnlyList<string>> lists = [.. policy.Data.Sensitive.Select(s => (IReadOnlyList<string>)[s.As]),
            .. policy.Conditions.Where(c => c.By.Count > 1).Select(c => c.By)];
        return [.. lists.DistinctBy(list => string.Join('\u001f', list)).Select(by => Frame(frames, by, metrics, policy))];
    }

    private static FrameFacts Frame(FrameCache frames, IReadOnlyList<string> by, IReadOnlyList<Metric> metrics, PolicyDocument policy)
    {
        (Grouping grouping, MetricFrame frame) = frames.Get(by, []);
        var measured = metrics.Select(metric => frame.MeasureGroups(metric)).ToArray();
        string?[] excluded = [.. frame.Groups.Select(group => EvidenceFloor.Shortfall(group, EvidenceNeeds.Rows, policy.Evidence))];
        var groups = new FrameGroup[grouping.Groups.Count];
        for (int g = 0; g < groups.Length; g++)
        {
            GroupCounts counts = frame.Groups[g];
            groups[g] = new(GroupEvidence.Label(grouping.Groups[g]), [.. grouping.Groups[g].Values], counts.Count, counts.Positives,
                counts.Negatives, excluded[g],
                [.. metrics.Select((metric, m) => Fact(metric, measured[m][g], null))]);
        }
        return new([.. by], groups, Disparities(grouping, frame, metrics, policy));
    }

    private static DisparityFact[] Disparities(Grouping grouping, MetricFrame frame, IReadOnlyList<Metric> metrics, PolicyDocument policy)
    {
        if (grouping.Groups.Count < 2) return [];
        TaskType task = policy.Task.ToTaskType();
        // Counts of groups of different sizes are not to be compared.
        IEnumerable<Comparison> generated =
            metrics.Where(metric => !metric.IsExact && !(metric.Inputs == MetricInputs.Predictions && double.IsInfinity(metric.Range.High)))
            .SelectMany(metric => new[] { CompareKind.Difference, CompareKind.Ratio }
            .Where(kind => kind == CompareKind.Difference || metric.Range.Low >= 0)
            .Select(kind => new Comparison($"{metric.Name}_{ComparisonWords.Word(kind)}", kind, [metric])));
        IEnumerable<Comparison> named = DisparityCatalogue.All.Where(disparity => !disparity.NeedsControl && disparity.Tasks.Contains(task))
            .Select(disparity => disparity.Comparison).Where(comparison => comparison.Parts.All(metrics.Contains));
        return [.. named.Concat(generated).DistinctBy(comparison => comparison.Name)
            .Select(comparison => Disparity(grouping, frame, comparison, policy.Evidence))];
    }

    private static DisparityFact Disparity(Grouping grouping, MetricFrame frame, Comparison comparison, EvidenceSpec floor)
    {
        EvidenceNeeds needs = comparison.Parts.Aggregate(EvidenceNeeds.Rows, (all, part) => all | part.Needs);
        ComparisonResult result =
            frame.Compare(comparison, [.. frame.Groups.Select(group => EvidenceFloor.Shortfall(group, needs, floor) is null)]);
        LevelComparison level = result.Levels[0];
        string? Label(int? group) => group is { } g ? GroupEvidence.Label(grouping.Groups[g]) : null;
        return new(comparison.Name, result.Worst.Value.NumberOrNull, result.Worst.Value.Undefined, result.Worst.Interval.ToFact(),
            Label(level.LowGroup), Label(level.HighGroup)) { Unit = MetricUnits.Of(comparison) };
    }

    private static MetricFact Fact(Metric metric, Measurement measured, double? baseline) => new(
        metric.Name, measured.Value.NumberOrNull, measured.Value.Undefined, measured.Interval.ToFact(),
        metric.Direction switch { Direction.HigherIsBetter => "higher", Direction.LowerIsBetter => "lower", _ => "neutral" }, baseline)
        { Unit = MetricUnits.Of(metric) };
}
