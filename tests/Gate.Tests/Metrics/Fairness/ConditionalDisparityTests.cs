using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Fairness;

public sealed class ConditionalDisparityTests
{
    private static ComparisonResult Compare(Facets rows, string[] strata, CompareMethod method = CompareMethod.ToRest,
        Func<GroupKey, bool>? included = null, int replicates = 0)
    {
        Grouping grouping = Grouping.Create([Samples.Column("g", rows.Groups)], [Samples.Column("s", strata)], strata.Length);
        MetricFrame frame = MetricFrame.Gather(rows.Sample, grouping, new FrameOptions(Replicates: replicates));
        return frame.Compare(DisparityCatalogue.Find("cddpl")!.Comparison with { Method = method },
            [.. grouping.Groups.Select(included ?? (_ => true))]);
    }

    /// <summary>Of two groups each is the other's rest: the values differ in sign alone, and the first group is d, whatever rounding
    /// says.</summary>
    [Fact]
    public void Of_two_groups_the_first_is_told()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Facets rows = Facets.Random(200 + seed, 2, (ulong)seed, weighted: true);
            string[] strata = [.. Enumerable.Range(0, 200 + seed).Select(i => $"s{i % 5}")];
            LevelComparison level = Compare(rows, strata).Levels[0];
            Assert.Equal(0, level.LowGroup);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Mean_of_the_strata_by_their_weight(bool weighted)
    {
        Facets rows = Facets.Random(400, 3, 11, weighted);
        string[] strata = [.. Enumerable.Range(0, 400).Select(i => i % 3 == 0 ? "x" : "y")];
        double farthest = 0;
        foreach (string d in new[] { "a", "b", "c" })
        {
            double sum = 0, all = 0;
            foreach (string s in new[] { "x", "y" })
            {
                double N(Func<int, bool> condition) => Enumerable.Range(0, 400).Where(i => strata[i] == s && condition(i))
                    .Sum(i => rows.Weights[i]);
                double n = N(_ => true);
                sum += n * (N(i => rows.Groups[i] == d && rows.Predictions[i] == 0) / N(i => rows.Predictions[i] == 0)
                    - N(i => rows.Groups[i] == d && rows.Predictions[i] == 1) / N(i => rows.Predictions[i] == 1));
                all += n;
            }
            if (Math.Abs(sum / all) > Math.Abs(farthest)) farthest = sum / all;
        }
        ComparisonResult result = Compare(rows, strata);
        Near.Check(farthest, result.Worst.Value.Number, "cddpl");
        Assert.Equal(result.Worst.Value, result.Weighted.Value);
        Assert.Equal(2, result.Levels.Count);
    }

    /// <summary>Women are selected less often overall and exactly as often as men in each department, like Berkeley's admissions of
    /// 1973.</summary>
    [Fact]
    public void Paradox_of_simpson_is_told_apart()
    {
        Facets rows = Facets.Of(("men", 20, 0, 0, 80), ("women", 4, 0, 0, 16), ("men", 16, 0, 0, 4), ("women", 80, 0, 0, 20));
        string[] departments = [.. Enumerable.Range(0, rows.Labels.Length).Select(i => i < 120 ? "easy" : "hard")];
        Assert.True(Math.Abs(rows.Compare("dppl").Worst.Value.Number) > 0.3);
        Near.Check(0, Compare(rows, departments).Worst.Value.Number, "cddpl");
    }

    [Fact]
    public void Undefined_without_control_and_where_a_stratum_has_one_outcome()
    {
        Facets rows = Facets.Of(("a", 5, 0, 0, 5), ("b", 5, 0, 0, 5));
        Assert.Equal("it compares groups within control levels, and there is no control column",
            rows.Compare("cddpl").Worst.Value.Undefined);
        string[] strata = [.. rows.Predictions.Select(p => p == 1 ? "accepted" : "mixed")];
        Assert.Equal("conditional_demographic_disparity_in_predicted_labels of g = a is undefined: it has no negative outcome, so nobody "
            + "has a share in them", Compare(rows, strata).Worst.Value.Undefined);
    }

    [Fact]
    public void Group_that_takes_no_part_in_a_stratum_is_judged_on_the_others()
    {
        Facets rows = Facets.Random(400, 2, 3, weighted: false);
        string[] strata = [.. Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? "x" : "y")];
        ComparisonResult all = Compare(rows, strata), partly = Compare(rows, strata, included: group => group.Level == 0);
        Assert.Equal(all.Levels[0].Value.Value.Number, Math.Sign(all.Levels[0].Value.Value.Number) * Math.Abs(partly.Worst.Value.Number),
            12);
        Assert.Contains("takes no part", partly.Levels[1].Value.Value.Undefined, StringComparison.Ordinal);
    }

    [Fact]
    public void Stratum_without_the_group_counts_with_nothing()
    {
        Facets rows = Facets.Of(("a", 5, 0, 0, 5), ("b", 8, 0, 0, 2), ("a", 10, 0, 0, 10));
        string[] strata = [.. Enumerable.Range(0, 40).Select(i => i < 20 ? "both" : "only a")];
        // b in "both": 8 of 13 rejected less 2 of 7 accepted, 20 of 40 rows; nothing of "only a". a: minus that; of the two it is the
        // first, and is told.
        double both = 8 / 13.0 - 2 / 7.0;
        Near.Check(-0.5 * both, Compare(rows, strata).Worst.Value.Number, "cddpl");
    }

    [Fact]
    public void Interval_holds_the_value_and_reaches_the_other_side_where_groups_are_alike()
    {
        Facets rows = Facets.Random(300, 2, 21, weighted: false);
        string[] strata = [.. Enumerable.Range(0, 300).Select(i => i % 2 == 0 ? "x" : "y")];
        Interval interval = Compare(rows, strata, replicates: 500).Worst.Interval!;
        Assert.Equal(("cell_bootstrap", 0.95), (interval.Method, interval.Confidence));
        Assert.InRange(Compare(rows, strata).Worst.Value.Number, interval.Low, interval.High);
        Assert.True(interval.High - interval.Low is > 0.05 and < 0.6);
    }
}
