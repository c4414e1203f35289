using System.Globalization;
using Gate.Data.Randomness;
using Gate.Evaluation.Measuring.Attributions;
using Gate.Evaluation.Results;
using Gate.Tests.Evaluation.Candidates;

namespace Gate.Tests.Evaluation.Measuring.Attributions;

public sealed class AgreementTests
{
    /// <summary>Worked out by hand, and by scikit-learn's ndcg_score and SciPy's spearmanr.</summary>
    [Fact]
    public void Orders_are_compared_as_by_their_definitions()
    {
        Assert.Equal(1, Agreement.RankCorrelation([3, 2, 1], [30, 20, 10])!.Value, 1e-12);
        Assert.Equal(-1, Agreement.RankCorrelation([3, 2, 1], [10, 20, 30])!.Value, 1e-12);
        Assert.Equal(0.5, Agreement.RankCorrelation([1, 2, 3], [1, 3, 2])!.Value, 1e-12);
        Assert.Equal(0.8660254037844387, Agreement.RankCorrelation([1, 2, 3], [1, 2, 2])!.Value, 1e-12);
        Assert.Null(Agreement.RankCorrelation([1, 1], [1, 2]));
        Assert.Equal(1, Agreement.Ndcg([3, 2, 1], [9, 5, 2])!.Value, 1e-12);
        // (1 + 2/log2(3) + 3/2) / (3 + 2/log2(3) + 1/2) = 3.761859507142915 / 4.761859507142915.
        Assert.Equal(3.761859507142915 / 4.761859507142915, Agreement.Ndcg([3, 2, 1], [1, 2, 3])!.Value, 1e-12);
        // Columns of one size share their relevances: (2.5 (1 + 1/log2(3)) + 1/2) / ideal.
        Assert.Equal((2.5 * (1 + 0.6309297535714575) + 0.5) / 4.761859507142915, Agreement.Ndcg([3, 2, 1], [5, 5, 1])!.Value, 1e-12);
        Assert.Null(Agreement.Ndcg([0, 0], [1, 2]));
    }

    private static readonly string Rows = "a,b,c,d,y\n" + string.Concat(Drawn());

    private static IEnumerable<string> Drawn()
    {
        var random = new SplitMix64(8);
        for (int i = 0; i < 600; i++)
        {
            double a = random.NextDouble(), b = random.NextDouble(), c = random.NextDouble(), d = random.NextDouble();
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{a:F4},{b:F4},{c:F4},{d:F4},{(4 * a + 2 * b + c + 0.2 * d + random.NextDouble() > 4.1 ? 1 : 0)}\n");
        }
    }

    private static TestRun Run(string condition, string baseline = "baseline: { train: { algorithm: decision_tree, max_depth: 4 } }") =>
        new($$"""
            version: 1
            name: agreement
            task: binary_classification
            data: { source: d.csv, label: y, split: { test: 0.5 } }
            model: { train: { algorithm: logistic_regression } }
            {{baseline}}
            conditions:
            {{condition}}
            """, ("d.csv", Rows));

    [Theory]
    [InlineData("attribution_rank_correlation, min: 0.3", Verdict.Pass)]
    [InlineData("attribution_ndcg, min: 0.9", Verdict.Pass)]
    [InlineData("attribution_ndcg, min: 0.99999", Verdict.Fail)]
    public void The_order_is_held_against_the_baselines(string keys, Verdict verdict)
    {
        using TestRun run = Run($"- {{ metric: {keys} }}");
        Finding finding = run.Finding();
        Assert.Equal((verdict, 300L), (finding.Verdict, finding.Rows));
        Assert.InRange(finding.Estimate!.Value, finding.Interval!.Low, finding.Interval.High);
        Assert.Equal(finding.Interval, run.Finding().Interval);
    }

    [Fact]
    public void One_model_agrees_with_itself_for_certain()
    {
        using TestRun run = Run("- { metric: attribution_rank_correlation, min: 0.99 }",
            "baseline: { train: { algorithm: logistic_regression } }");
        Assert.Equal((1.0, Verdict.Pass), (run.Finding().Estimate, run.Finding().Verdict));
    }

    /// <summary>What only one of the models reads adds nothing to the other, and takes part.</summary>
    [Fact]
    public void Columns_that_one_of_the_models_does_not_read_are_ordered_too()
    {
        using TestRun run = new("""
            version: 1
            name: agreement
            task: binary_classification
            data: { source: d.csv, label: y, split: { test: 0.5 } }
            model: { train: { algorithm: logistic_regression } }
            baseline: { lightgbm: champion.txt }
            conditions: [{ metric: attribution_rank_correlation, min: 0.5 }]
            """, ("champion.txt", Stumps.Binary("x")), ("d.csv", "x,z,y\n" + string.Concat(Enumerable.Range(0, 200).Select(i =>
                $"{i % 20},{i * 7 % 13},{(i % 20 > 9 ? 1 : 0)}\n"))));
        Assert.Equal((1.0, 100L), (run.Finding().Estimate!.Value, run.Finding().Rows));
    }

    [Theory]
    [InlineData("", "has no baseline")]
    [InlineData("baseline: { train: { algorithm: dummy } }", "says the same of all rows")]
    public void Without_another_order_it_is_undefined(string baseline, string reason)
    {
        using TestRun run = Run("- { metric: attribution_rank_correlation, min: 0.5 }", baseline);
        Assert.Contains(reason, run.Finding().Undefined!, StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, run.Finding().Verdict);
    }
}
