using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Checks;

/// <summary>
/// Refuses <c>on_undefined: pass</c> where it is the policy's own evidence floor that makes a condition undefined: it would let pass what
/// the policy says itself cannot be judged. What rows and labels tell is refused before a model is made; the rest, once it has spoken.
/// </summary>
internal static class FloorCheck
{
    /// <summary>The problem of a condition, as far as it is known before a model predicts, or null.</summary>
    public static PolicyProblem? Check(ConditionSpec condition, Dataset data) =>
        LetsPass(condition) && Shortfall(condition, data) is { } reason ? Problem(condition, reason) : null;

    /// <summary>What a condition on rows lacks of the evidence that its floor asks for, as far as it is known before a model predicts; null
    /// where it lacks nothing.</summary>
    public static string? Shortfall(ConditionSpec condition, Dataset data)
    {
        bool ofRows = ConditionMetric.Disparity(condition.Metric) is not null || MetricCatalogue.Find(condition.Metric) is not null;
        if (!ofRows) return null;
        int[]? rows = condition.Where is null ? null : data.Slices[condition.Where];
        Truth all = data.Truth with { Features = null }, truth = rows is null ? all : all.Take(rows);
        if (truth.Rows == 0) return null;
        CategoryColumn Column(CategoryColumn column) => rows is null ? column : (CategoryColumn)column.Take(rows);
        Grouping grouping = Grouping.Create([.. condition.By.Select(name => Column(data.Sensitive[name]))],
            [.. condition.Control.Select(name => Column(data.Control(name)))], truth.Rows);
        return Reason(condition, data, grouping, LabelCounts.Of(condition, truth, grouping));
    }

    /// <summary>Whether a condition lets pass what is undefined.</summary>
    public static bool LetsPass(ConditionSpec condition) => condition is { OnUndefined: Effect.Pass, Level: not Level.Inform };

    /// <summary>The problem of a condition that is undefined for lack of evidence.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="reason">What it lacks.</param>
    public static PolicyProblem Problem(ConditionSpec condition, string reason)
    {
        string path = FormattableString.Invariant($"conditions[{condition.Index}].on_undefined");
        return new(condition.Marks.GetValueOrDefault("on_undefined", condition.At), path,
            $"{path}: it is the policy's own evidence floor that makes '{condition.Id}' undefined ({reason}), so 'pass' would let through "
            + "what the policy says cannot be judged; measure more rows, lower the number in 'evidence', or write 'on_undefined: warn'");
    }

    private static string? Reason(ConditionSpec condition, Dataset data, Grouping grouping, EvidenceCounts counts)
    {
        if (ComparisonWords.Of(condition, data.Classes) is { } comparison)
            return GroupEvidence.BelowFloor(comparison, grouping, GroupEvidence.Excluded(condition, comparison, grouping, counts));
        EvidenceNeeds needs = ConditionMetric.Of(condition, data.Classes).Needs;
        if (condition.Compare != CompareSpec.Each) return EvidenceFloor.Shortfall(counts.Overall, needs, condition.Evidence);
        string?[] excluded = [.. counts.Groups.Select(group => EvidenceFloor.Shortfall(group, needs, condition.Evidence))];
        return excluded.Any(reason => reason is null) ? null : excluded.FirstOrDefault();
    }
}
