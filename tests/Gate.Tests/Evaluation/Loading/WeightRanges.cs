using Gate.Data;

namespace Gate.Tests.Evaluation.Loading;

/// <summary>Weights are squared and added up; numbers that would overflow there are refused, and the ends of the range work.</summary>
public sealed class WeightRanges
{
    private static TestRun Run(Func<int, string> weight) => new("""
        version: 1
        name: weights
        task: binary_classification
        data: { source: d.csv, label: y, positive: 1, weight: w, sensitive: [g] }
        model: { predictions: { score: s } }
        report_only: true
        conditions:
        - { metric: roc_auc, level: inform }
        - { metric: selection_rate, by: g, compare: difference, level: inform }
        - { metric: log_loss, level: inform }
        """, ("d.csv", "y,s,g,w\n" + string.Concat(Enumerable.Range(0, 200).Select(i => FormattableString.Invariant(
            $"{i % 2},0.{(i * 7 % 90) + 10},{(i % 3 == 0 ? "a" : "b")},{weight(i)}\n")))));

    [Theory]
    [InlineData("1e154")]
    [InlineData("1e-150")]
    [InlineData("1.1e30")]
    [InlineData("0.9e-30")]
    public void Weights_beyond_the_range_are_refused(string weight)
    {
        foreach (Func<int, string> some in (Func<int, string>[])[_ => weight, i => i == 77 ? weight : "1"])
        {
            using TestRun run = Run(some);
            Assert.Contains("weights that are not 0 lie between 1E-30 and 1E+30",
                Assert.Throws<DataException>(() => run.Execute()).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Weights_at_the_ends_of_the_range_are_counted()
    {
        double? Auc(Func<int, string> weight)
        {
            using TestRun run = Run(weight);
            return run.Execute().Findings[0].Estimate;
        }
        double expected = Auc(_ => "1")!.Value;
        Assert.Equal(expected, Auc(_ => "1e30")!.Value, 1e-12);
        Assert.Equal(expected, Auc(_ => "1e-30")!.Value, 1e-12);
        // One row that outweighs all others leaves nothing to rank against, and ends nothing.
        Assert.Null(Auc(i => i == 77 ? "1e30" : "1e-30"));
    }
}
