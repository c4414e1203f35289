using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

/// <summary>How far the classes of a group are distributed from those of others: of its labels, or of its predictions.</summary>
internal abstract class DistributionDistance(bool ofPredictions) : FacetMetric
{
    public sealed override string Name => Stem + (ofPredictions ? "_of_predictions" : "");

    public sealed override string Definition =>
        $"{Formula}, where P is the distribution of the {(ofPredictions ? "predicted classes" : "labels")} of the reference (or of all "
        + "other rows) and Q that of the group.";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public sealed override MetricInputs Inputs => ofPredictions ? MetricInputs.Predictions : MetricInputs.None;

    /// <summary>Whether it is of predictions rather than of labels.</summary>
    protected bool OfPredictions => ofPredictions;

    /// <summary>The name without its suffix.</summary>
    protected abstract string Stem { get; }

    /// <summary>The formula in words.</summary>
    protected abstract string Formula { get; }

    internal sealed override string ShownFor(TaskType task) => task != TaskType.BinaryClassification ? "count" : ofPredictions
        ? "selection_rate" : "base_rate";

    internal sealed override MetricValue Contrast(Confusion others, Confusion group)
    {
        int classes = others.Classes;
        Span<double> p = classes <= 64 ? stackalloc double[classes] : new double[classes], q = classes <= 64
            ? stackalloc double[classes] : new double[classes];
        Distribution(others, p);
        Distribution(group, q);
        return Distance(p, q);
    }

    /// <summary>The distance between two distributions.</summary>
    protected abstract MetricValue Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q);

    private void Distribution(Confusion cells, Span<double> shares)
    {
        double total = cells.Total;
        for (int k = 0; k < shares.Length; k++) shares[k] = (ofPredictions ? cells.Predicted(k) : cells.Labelled(k)) / total;
    }
}
