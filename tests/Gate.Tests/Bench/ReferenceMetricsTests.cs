using Gate.Bench.Coverage.Populations;
using Gate.Bench.Coverage.References;
using Gate.Metrics;

namespace Gate.Tests.Bench;

/// <summary>The formulas that simulations take their truths from, and the metrics that they judge, are written apart and must
/// agree.</summary>
public sealed class ReferenceMetricsTests
{
    public static TheoryData<string> Names => [.. Laws.All.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_metric_of_every_law_agrees_with_its_reference_formula(string name)
    {
        NamedLaw law = Laws.All.Single(law => law.Name == name);
        foreach (Weighting weighting in Enum.GetValues<Weighting>())
        {
            Population population = Weightings.Apply(law.Main.Value, law.Apart.Value, weighting);
            (IReadOnlyList<string> differences, _) = Verification.Of(name, population, 200);
            Assert.Empty(differences);
        }
    }

    /// <summary>So that two absences do not pass for agreement: a metric has a truth on some law of each of its tasks.</summary>
    [Fact]
    public void Every_metric_of_the_catalogue_has_a_truth_or_a_reason_why_not()
    {
        IEnumerable<string> measured = Laws.All.SelectMany(law => Verification.MetricsOf(law.Main.Value).Where(metric =>
            ReferenceMetrics.Of(metric.Name, law.Main.Value.Expected(law.Main.Value.Candidate, 200)) is not null))
            .Select(metric => metric.Name).Concat(ReferenceMetrics.Left.Keys);
        Assert.Equal(MetricCatalogue.All.Select(metric => metric.Name).Order(), measured.Distinct().Order());
    }

    [Fact]
    public void Numbers_agree_to_nine_digits_and_an_absence_agrees_with_nothing_but_another()
    {
        Assert.True(Verification.Agree(MetricValue.Of(2), 2 + 1e-9));
        Assert.False(Verification.Agree(MetricValue.Of(2), 2 + 3e-9));
        Assert.True(Verification.Agree(MetricValue.Of(2e6), 2e6 + 1e-3));
        Assert.True(Verification.Agree(MetricValue.Missing("no rows"), null));
        Assert.True(Verification.Agree(MetricValue.Of(double.PositiveInfinity), null));
        Assert.False(Verification.Agree(MetricValue.Missing("no rows"), 2));
        Assert.False(Verification.Agree(MetricValue.Of(2), null));
    }
}
