using Gate.Data;
using Gate.Metrics.Cells;

namespace Gate.Metrics.Comparing;

/// <summary>
/// Asks a comparison of two-class metrics of every class of a multiclass sample, each against the others: one part a class and metric, so
/// that the worst class decides and the deciding part names it. Of comparisons by the mean, the mean is over all of them.
/// </summary>
internal sealed class ComparisonExpander(FrameShape shape)
{
    // The same instance each time, since statistics are remembered by instance.
    private readonly Dictionary<Metric, Metric[]?> classes = [];
    private readonly Dictionary<Comparison, Comparison> expanded = [];

    /// <summary>The comparison with a part for each class, where each of its parts can be asked of one class; else the comparison
    /// itself.</summary>
    public Comparison Expand(Comparison comparison)
    {
        if (shape.Task != TaskType.MulticlassClassification || comparison.Parts.All(part => part.Tasks.Contains(shape.Task)))
            return comparison;
        if (expanded.TryGetValue(comparison, out Comparison? found)) return found;
        Metric[]?[] parts = [.. comparison.Parts.Select(Classes)];
        return expanded[comparison] = parts.Any(part => part is null) ? comparison : comparison
            with { Parts = [.. parts.SelectMany(part => part!)] };
    }

    private Metric[]? Classes(Metric metric)
    {
        if (metric.Tasks.Contains(shape.Task)) return [metric];
        if (!classes.TryGetValue(metric, out Metric[]? found))
        {
            Metric?[] each = [.. shape.Classes.Select((name, code) => metric.OneVsRest(code, name))];
            classes[metric] = found = each.All(one => one is not null) ? [.. each.Select(one => one!)] : null;
        }
        return found;
    }
}
