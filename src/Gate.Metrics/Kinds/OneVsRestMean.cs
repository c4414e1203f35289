using System.Runtime.CompilerServices;
using Gate.Data;

namespace Gate.Metrics.Kinds;

/// <summary>A mean over rows of the score of one class of many against the others.</summary>
internal sealed class OneVsRestMean(MeanMetric metric, int code, string name) : MeanMetric
{
    // Each sample is folded once, not once a row.
    private readonly ConditionalWeakTable<Sample, Sample> folded = [];

    public override string Name => ClassAgainstRest.Name(metric, name);

    public override string Definition => ClassAgainstRest.Definition(metric, name);

    public override Direction Direction => metric.Direction;

    public override (double Low, double High) Range => (metric.Range.Low, metric.HighestOfTwoClasses);

    public override string UndefinedWhen => ClassAgainstRest.UndefinedWhen(metric, name);

    public override string Source => metric.Source;

    public override MetricInputs Inputs => metric.Inputs;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Multiclass;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => metric.Needs;

    internal override bool IsLightTailed => metric.IsLightTailed;

    internal override int Terms => metric.Terms;

    internal override string? Read(Sample sample, int row, Span<double> terms) =>
        metric.Read(folded.GetValue(sample, Fold), row, terms) is string reason ? ClassAgainstRest.Reason(reason, name) : null;

    internal override MetricValue Finish(ReadOnlySpan<double> means, double rows)
    {
        MetricValue value = metric.Finish(means, rows);
        return value.IsDefined ? value : MetricValue.Missing(ClassAgainstRest.Reason(value.Undefined!, name));
    }

    private Sample Fold(Sample sample)
    {
        var scores = new double[sample.Rows];
        for (int row = 0; row < scores.Length; row++) scores[row] = sample.Scores![row * sample.Classes.Count + code];
        int[] labels = Array.ConvertAll(sample.Labels!, label => label == code ? Sample.Positive : 0);
        return new Sample(sample.Truth with { Task = TaskType.BinaryClassification, Classes = ["others", name], Labels = labels },
            new ClassOutput(null, scores));
    }
}
