using System.Runtime.CompilerServices;
using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

/// <summary>
/// Whether similar rows are predicted alike. Neighbours are looked for among all rows; the value of a group is the mean over its rows. The
/// interval resamples rows and holds their neighbours fixed. Features are taken as they are, without scaling, as in AIF360.
/// </summary>
internal sealed class Consistency(int neighbours = 5) : MeanMetric
{
    /// <summary>Beyond this, comparing every row with every other takes too long for a gate.</summary>
    internal const int MostRows = 32_768;

    private static readonly MetricParameter[] parameters =
        [new("n_neighbors", 5, 1, 1000, IsWhole: true,
        "How many nearest rows, the row itself among them, each prediction is compared with.")];

    private readonly ConditionalWeakTable<Sample, double[]> disagreements = [];

    // Candidate and baseline share the array of features, and so the search.
    private readonly ConditionalWeakTable<double[], Neighbours> searches = [];

    public override string Name => "consistency";

    public override string Definition =>
        "1 minus the mean share of a row's nearest rows (by Euclid's distance of the features as they are, the row itself among them) that "
            + "are predicted as another class. Rows as far as the last one share its place.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen =>
        "the features of the rows are not known as numbers, there are fewer rows than n_neighbors, or more than 32768";

    public override string Source => "Zemel et al., Learning fair representations, ICML 2013; AIF360, consistency";

    public override MetricInputs Inputs => MetricInputs.Predictions | MetricInputs.Features;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override IReadOnlyList<MetricParameter> Parameters => parameters;

    public override IReadOnlyList<double> ParameterValues => [neighbours];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new Consistency((int)values[0]);

    internal override void Prepare(Sample sample, int threads, CancellationToken cancel)
    {
        if (Refuse(sample) is not null || disagreements.TryGetValue(sample, out _)) return;
        Neighbours search = searches.GetValue(sample.Features!, features => new Neighbours(features, sample.Rows, neighbours, cancel));
        disagreements.Add(sample, search.Disagreement(sample.Predictions!, threads, cancel));
    }

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        if (Refuse(sample) is string reason) return reason;
        if (!disagreements.TryGetValue(sample, out double[]? shares))
            throw new InvalidOperationException("consistency is read before it is prepared");
        terms[0] = 1 - shares[row];
        return null;
    }

    private string? Refuse(Sample sample) =>
        sample.Rows < neighbours ? $"there are fewer rows than n_neighbors = {neighbours}"
        : sample.Rows > MostRows ? $"there are more than {MostRows} rows, too many to compare each with each"
        : null;
}
