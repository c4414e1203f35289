using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Scores;

internal sealed class TopKAccuracy(double k = 2) : MeanMetric
{
    public override string Name => "top_k_accuracy";

    public override IReadOnlyList<string> Aliases => ["top_k_accuracy_score"];

    public override string Definition =>
        "The share of rows whose label is among the k classes with the highest scores. Of classes that tie at the cut, each is taken with "
        + "the same chance. With k at or above the number of classes it is 1 for every model, and certain.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, top_k_accuracy_score (which takes the later of tied classes)";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Multiclass;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override IReadOnlyList<MetricParameter> Parameters => [new("k", 2, 1, int.MaxValue, true, "How many classes are taken.")];

    public override IReadOnlyList<double> ParameterValues => [k];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new TopKAccuracy(values[0]);

    internal override bool IsCertain(int classes) => k >= classes;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        ReadOnlySpan<double> scores = sample.Scores.AsSpan(row * sample.Classes.Count, sample.Classes.Count);
        double own = scores[sample.Labels![row]];
        int above = 0, tied = 0;
        foreach (double score in scores)
        {
            if (score > own) above++;
            else if (score == own) tied++;
        }
        terms[0] = Math.Clamp((k - above) / tied, 0, 1);
        return null;
    }
}
