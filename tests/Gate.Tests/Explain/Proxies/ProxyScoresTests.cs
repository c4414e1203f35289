using Gate.Data;
using Gate.Data.Randomness;
using Gate.Explain;
using Gate.Explain.Proxies;

namespace Gate.Tests.Explain.Proxies;

public sealed class ProxyScoresTests
{
    private const int Rows = 400;
    private static readonly int[] Groups = [.. Enumerable.Range(0, Rows).Select(i => i % 4 == 0 ? 1 : 0)];

    private static readonly SplitMix64 Random = new(5);

    /// <summary>With follows the group, step does so within a band only, noise and constant do not.</summary>
    private static readonly Table Features = new([
        new NumericColumn("with", [.. Groups.Select((group, i) => group * 3.0 + i * 37 % 100 / 50.0)]),
        new NumericColumn("band", [.. Groups.Select((group, i) => group == 1 ? 40 + i % 20 : i % 8 < 4 ? i * 7 % 40 : 60 + i * 7 % 40)]),
        new NumericColumn("noise", [.. Groups.Select(_ => Random.NextDouble())]),
        new NumericColumn("constant", new double[Rows]),
        new CategoryColumn("many", [.. Enumerable.Range(0, Rows)], [.. Enumerable.Range(0, Rows).Select(i => $"v{i}")]),
    ]);

    private static double[] Scores(params string[] set) => ProxyScores.Of(Features, [set], Groups, 2, seed: 1, threads: 1)[0];

    private static double Auc(double[] scores)
    {
        double wins = 0, pairs = 0;
        for (int i = 0; i < Rows; i++)
            for (int j = 0; j < Rows; j++)
                if (Groups[i] == 1 && Groups[j] == 0)
                {
                    pairs++;
                    wins += scores[i * 2 + 1] > scores[j * 2 + 1] ? 1 : scores[i * 2 + 1] == scores[j * 2 + 1] ? 0.5 : 0;
                }
        return wins / pairs;
    }

    [Fact]
    public void A_column_that_follows_the_group_tells_it_straight_or_in_steps()
    {
        Assert.InRange(Auc(Scores("with")), 0.95, 1);
        Assert.InRange(Auc(Scores("band")), 0.95, 1);
    }

    /// <summary>Models that had seen the rows would tell noise and identifiers from each other; these have not.</summary>
    [Fact]
    public void What_does_not_follow_it_tells_nothing_of_rows_that_were_not_fitted()
    {
        Assert.InRange(Auc(Scores("noise")), 0.3, 0.62);
        Assert.InRange(Auc(Scores("many")), 0.3, 0.62);
        Assert.Equal(0.5, Auc(Scores("constant")));
    }

    [Fact]
    public void Each_row_has_a_distribution_over_groups_whatever_the_set()
    {
        foreach (double[] scores in ProxyScores.Of(Features, [["with"], ["noise", "with"]], Groups, 2, 1))
            for (int row = 0; row < Rows; row++) Assert.Equal(1, scores[row * 2] + scores[row * 2 + 1], 1e-12);
    }

    [Fact]
    public void Three_groups_are_told_at_once()
    {
        int[] three = [.. Enumerable.Range(0, Rows).Select(i => i % 3)];
        var table = new Table([new NumericColumn("x", [.. three.Select((group, i) => group * 5.0 + i % 7)])]);
        double[] scores = ProxyScores.Of(table, [["x"]], three, 3, 1)[0];
        int right = Enumerable.Range(0, Rows).Count(row => Enumerable.Range(0, 3).MaxBy(g => scores[row * 3 + g]) == three[row]);
        Assert.True(right > 0.8 * Rows);
    }

    [Fact]
    public void Threads_and_sets_beside_it_change_nothing()
    {
        IReadOnlyList<string>[] sets = [["with"], ["noise"], ["with", "many"]];
        IReadOnlyList<double[]> one = ProxyScores.Of(Features, sets, Groups, 2, 7, threads: 1),
            four = ProxyScores.Of(Features, sets, Groups, 2, 7, threads: 4);
        for (int i = 0; i < sets.Length; i++) Assert.Equal(one[i], four[i]);
        Assert.Equal(one[1], ProxyScores.Of(Features, [sets[1]], Groups, 2, 7)[0]);
        Assert.NotEqual(one[0], ProxyScores.Of(Features, [sets[0]], Groups, 2, 8)[0]);
    }

    [Fact]
    public void Folds_have_the_same_shares_of_each_group()
    {
        int[] fold = Folds.Of(Groups, 5, 3);
        for (int f = 0; f < 5; f++)
            Assert.Equal((60, 20), (Groups.Where((g, i) => fold[i] == f && g == 0).Count(), Groups.Where((g, i) => fold[i] == f && g == 1)
                .Count()));
        Assert.NotEqual(fold, Folds.Of(Groups, 5, 4));
    }
}
