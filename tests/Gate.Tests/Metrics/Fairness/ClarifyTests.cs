using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Fairness;

/// <summary>SageMaker Clarify's measures: the worked examples of its documentation, and every formula written out over rows.</summary>
public sealed class ClarifyTests
{
    private static readonly ReferenceGroup facetA = new(ReferenceKind.Named, ["a"]);

    /// <summary>The confusion matrices of the page on specificity difference.</summary>
    private static readonly Facets matrices = Facets.Of(("a", 20, 10, 5, 65), ("d", 18, 5, 7, 20));

    [Theory]
    [InlineData("sd", 18 / 23.0 - 20 / 30.0)] // 0.1159 on that page
    [InlineData("rd", 65 / 70.0 - 20 / 27.0)]
    [InlineData("ad", 85 / 100.0 - 38 / 50.0)]
    [InlineData("dppl", 75 / 100.0 - 25 / 50.0)]
    [InlineData("di", 0.5 / 0.75)]
    [InlineData("dca", 70 / 75.0 - 27 / 25.0)]
    [InlineData("dcr", 23 / 25.0 - 30 / 25.0)]
    [InlineData("dar", 65 / 75.0 - 20 / 25.0)]
    [InlineData("drr", 18 / 25.0 - 20 / 25.0)]
    [InlineData("te", 7 / 5.0 - 5 / 10.0)]
    [InlineData("dpl", 70 / 100.0 - 27 / 50.0)]
    [InlineData("ci", (100 - 50) / 150.0)]
    [InlineData("ks", 70 / 100.0 - 27 / 50.0)]
    [InlineData("tvd", 70 / 100.0 - 27 / 50.0)]
    [InlineData("lp", 1.4142135623730951 * (70 / 100.0 - 27 / 50.0))]
    public void Signs_are_those_of_the_documentation(string alias, double expected) =>
        Near.Check(expected, matrices.Compare(alias, CompareMethod.ToReference, facetA).Worst.Value.Number, alias);

    [Theory]
    // the page on conditional acceptance: 100 and 50 people, 60 and 30 predicted, 70 and 20 observed
    [InlineData("dca", 70 / 60.0 - 20 / 30.0)]
    [InlineData("dppl", 0.0)]
    public void Example_of_conditional_acceptance(string alias, double expected) =>
        Near.Check(expected, Facets.Of(("a", 30, 0, 10, 60), ("d", 20, 10, 0, 20)).Compare(alias, CompareMethod.ToReference,
            facetA).Worst.Value.Number, alias);

    [Fact]
    public void Example_of_acceptance_rates() => // 35 of 70 and 40 of 100
        Near.Check(0.1, Facets.Of(("a", 5, 35, 5, 35), ("d", 5, 60, 5, 40)).Compare("dar", CompareMethod.ToReference,
            facetA).Worst.Value.Number, "dar");

    [Fact]
    public void Example_of_disparate_impact() => // 60 % and 50 % selected
        Near.Check(0.5 / 0.6, Facets.Of(("a", 40, 0, 0, 60), ("d", 50, 0, 0, 50)).Compare("di", CompareMethod.ToReference,
            facetA).Worst.Value.Number, "di");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Divergences_follow_their_formulas(bool weighted)
    {
        Facets rows = Facets.Random(200, 2, 5, weighted);
        foreach (bool predicted in new[] { false, true })
        {
            double Share(string group) => rows.Sum((g, y, p) => g == group && (predicted ? p : y) == 1) / rows.Sum((g, _, _) => g == group);
            double pa = Share("a"), pd = Share("b"), m = (pa + pd) / 2;
            static double Kl(double p, double q) => p * Math.Log(p / q) + (1 - p) * Math.Log((1 - p) / (1 - q));
            string suffix = predicted ? "_of_predictions" : "";
            foreach ((string name, double expected) in new[] { ("kullback_leibler_divergence", Kl(pa, pd)),
                ("jensen_shannon_divergence", (Kl(pa, m) + Kl(pd, m)) / 2), ("lp_norm", Math.Sqrt(2) * Math.Abs(pa - pd)),
                ("total_variation_distance", Math.Abs(pa - pd)), ("kolmogorov_smirnov", Math.Abs(pa - pd)) })
                Near.Check(expected, rows.Compare(name + suffix, CompareMethod.ToReference, facetA).Worst.Value.Number, name + suffix);
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Group_farthest_from_the_rest_decides(int seed, bool weighted)
    {
        Facets rows = Facets.Random(300, 3, (ulong)seed, weighted);
        foreach ((string alias, Func<Func<string, bool>, double> value, bool minusOthers) in Formulas(rows))
        {
            double farthest = 0;
            foreach (string d in new[] { "a", "b", "c" })
            {
                double own = value(g => g == d), others = value(g => g != d), difference = minusOthers ? own - others : others - own;
                if (Math.Abs(difference) > Math.Abs(farthest)) farthest = difference;
            }
            Near.Check(farthest, rows.Compare(alias).Worst.Value.Number, alias);
        }
    }

    /// <summary>Of two groups each is the other's rest: one difference, which has the interval of one.</summary>
    [Fact]
    public void Two_groups_are_one_difference()
    {
        Interval found = matrices.Compare("ad").Worst.Interval!;
        (double low, double high) = new DifferenceLimits(new ShareLimits(38 / 50.0, 50), new ShareLimits(85 / 100.0, 100))
            .At(Limits.Critical(0.95))!.Value;
        Assert.Equal(low, found.Low, 12);
        Assert.Equal(high, found.High, 12);
    }

    private static IEnumerable<(string Alias, Func<Func<string, bool>, double> Value, bool GroupMinusOthers)> Formulas(Facets rows)
    {
        double N(Func<string, bool> facet, Func<int, int, bool> condition) => rows.Sum((g, y, p) => facet(g) && condition(y, p));
        double R(Func<string, bool> facet, Func<int, int, bool> hits, Func<int, int, bool> trials) => N(facet, hits) / N(facet, trials);
        return
        [
            ("dpl", f => R(f, (y, _) => y == 1, (_, _) => true), false),
            ("dppl", f => R(f, (_, p) => p == 1, (_, _) => true), false),
            ("dca", f => R(f, (y, _) => y == 1, (_, p) => p == 1), false),
            ("dcr", f => R(f, (y, _) => y == 0, (_, p) => p == 0), true),
            ("rd", f => R(f, (y, p) => y == 1 && p == 1, (y, _) => y == 1), false),
            ("sd", f => R(f, (y, p) => y == 0 && p == 0, (y, _) => y == 0), true),
            ("ad", f => R(f, (y, p) => y == p, (_, _) => true), false),
            ("dar", f => R(f, (y, p) => y == 1 && p == 1, (_, p) => p == 1), false),
            ("drr", f => R(f, (y, p) => y == 0 && p == 0, (_, p) => p == 0), true),
            ("te", f => R(f, (y, p) => y == 1 && p == 0, (y, p) => y == 0 && p == 1), true),
            ("ci", f => N(f, (_, _) => true) / N(_ => true, (_, _) => true), false),
        ];
    }

    [Fact]
    public void Every_measure_of_clarify_has_a_name()
    {
        string[] aliases = ["ci", "dpl", "kl", "js", "lp", "tvd", "ks", "cddl", "dppl", "di", "dca", "dcr", "rd", "sd", "ad", "dar", "drr",
            "te", "cddpl"];
        foreach (string alias in aliases) Assert.Contains(alias, DisparityCatalogue.Find(alias)!.Aliases);
        Assert.Equal("generalized_entropy_index", MetricCatalogue.Find("ge")!.Name);
    }
}
