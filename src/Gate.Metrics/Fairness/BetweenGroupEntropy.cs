using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

/// <summary>The part of the generalised entropy of benefits that lies between groups: every row's benefit is taken to be its group's
/// mean.</summary>
internal sealed class BetweenGroupEntropy(string name, double alpha, bool isTheil = false) : PartitionMetric
{
    private const string NoBenefit = "all rows are false negatives, so nobody has a benefit";

    public override string Name => name;

    public override string Definition => isTheil
        ? "The Theil index of benefits (predicted minus true class plus 1) in which every row has the mean benefit of its group: 0 when "
            + "all groups benefit alike."
        : "The generalised entropy of benefits (predicted minus true class plus 1) in which every row has the mean benefit of its group: 0 "
            + "when all groups benefit alike.";

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen =>
        isTheil ? "fewer than two groups, or all rows are false negatives" : "fewer than two groups, all rows are false negatives, or "
        + "alpha is not above 0 and all rows of a group are";

    public override string Source => "Speicher et al., A unified approach to quantifying algorithmic unfairness, KDD 2018";

    public override IReadOnlyList<MetricParameter> Parameters => isTheil ? [] : GeneralizedEntropy.Parameters;

    public override IReadOnlyList<double> ParameterValues => isTheil ? [] : [alpha];

    internal override JointScale Scale => JointScale.SquareRoot;

    protected override Metric Parameterised(IReadOnlyList<double> values) => new BetweenGroupEntropy(name, values[0]);

    internal override string ShownFor(TaskType task) => "mean_benefit";

    internal override MetricValue Compute(GroupCells groups)
    {
        double weight = 0, sum = 0, entropy = 0;
        for (int g = 0; g < groups.Count; g++)
        {
            Confusion cells = groups[g];
            weight += cells.Total;
            sum += Benefits.Sum(cells);
        }
        if (weight == 0) return MetricValue.Missing(Reasons.NoRows);
        if (sum == 0) return MetricValue.Missing(NoBenefit);
        double mean = sum / weight;
        for (int g = 0; g < groups.Count; g++)
        {
            Confusion cells = groups[g];
            double own = cells.Total;
            if (own == 0) continue;
            double term = GeneralizedEntropy.Term(Benefits.Sum(cells) / own / mean, alpha);
            if (double.IsInfinity(term)) return MetricValue.Missing(GeneralizedEntropy.NoBenefitOfOne);
            entropy += own * term;
        }
        return MetricValue.Of(Math.Max(0, entropy / weight));
    }
}
