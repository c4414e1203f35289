using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Joint;

/// <summary>A group against others within one control level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Group">The group; -1 where the level has none of its rows.</param>
/// <param name="Others">The groups it is compared with; of a partition, all groups.</param>
internal sealed record Stratum(int Level, int Group, int[] Others);

/// <summary>One number that a joint metric makes.</summary>
/// <param name="Group">The group that it is about, in the first of its strata; null for a partition.</param>
/// <param name="Strata">Where it is measured: one stratum, or one for each control level.</param>
internal sealed record JointQuestion(int? Group, Stratum[] Strata)
{
    /// <summary>Answers from the confusion matrices of all groups.</summary>
    public MetricValue Answer(JointMetric metric, ReadOnlySpan<double> cells, int classes) => metric switch
    {
        PartitionMetric partition => partition.Compute(new GroupCells(cells, classes, Strata[0].Others)),
        FacetMetric facet when Strata.Length == 1 => Contrast(facet, Strata[0], cells, classes, out _),
        FacetMetric facet => MeanOverStrata(facet, cells, classes),
        _ => throw new InvalidOperationException($"{metric.Name} is neither of facets nor of a partition"),
    };

    /// <summary>The answer in one of the strata.</summary>
    public MetricValue AnswerIn(int stratum, FacetMetric metric, ReadOnlySpan<double> cells, int classes) =>
        Contrast(metric, Strata[stratum], cells, classes, out _);

    private MetricValue MeanOverStrata(FacetMetric metric, ReadOnlySpan<double> cells, int classes)
    {
        double sum = 0, weights = 0;
        foreach (Stratum stratum in Strata)
        {
            MetricValue value = Contrast(metric, stratum, cells, classes, out double weight);
            if (weight == 0) continue;
            if (!value.IsDefined) return value;
            sum += weight * value.Number;
            weights += weight;
        }
        return MetricValue.Ratio(sum, weights, Reasons.NoRows);
    }

    private static MetricValue Contrast(FacetMetric metric, Stratum stratum, ReadOnlySpan<double> cells, int classes, out double weight)
    {
        int size = Confusion.Size(classes);
        Span<double> others = size <= 64 ? stackalloc double[size] : new double[size];
        others.Clear();
        foreach (int g in stratum.Others)
            for (int k = 0; k < size; k++) others[k] += cells[g * size + k];
        Confusion a = new(others, classes), d = stratum.Group < 0
            ? new(new double[size], classes) : new(cells.Slice(stratum.Group * size, size), classes);
        double rows = a.Total, own = d.Total;
        weight = rows + own;
        if (metric.IsStratified) return weight == 0 ? MetricValue.Missing(Reasons.NoRows) : metric.Contrast(a, d);
        return rows == 0 ? MetricValue.Missing("there are no other rows to compare it with") : own == 0
            ? MetricValue.Missing(Reasons.NoRows) : metric.Contrast(a, d);
    }
}
