using Gate.Metrics.Rows;
using Gate.Metrics.Sampling;

namespace Gate.Tests.Metrics.Statistics;

/// <summary>Sorting rows by scores agrees with a stable comparison sort, whatever the scores look like and however many threads
/// work.</summary>
public sealed class RowSortTests
{
    private static readonly int[] ThreadCounts = [1, 2, 8];
    private static readonly string[] Shapes = ["uniform", "few values", "negative", "zeros", "powers", "equal", "outlier"];
    private static readonly int[] Sizes = [0, 1, 31, 3_000, 150_000];
    private const int Groups = 7;

    public static TheoryData<string, int, bool> Cases()
    {
        var cases = new TheoryData<string, int, bool>();
        foreach (string shape in Shapes)
            foreach (int rows in Sizes)
                cases.Add(shape, rows, rows % 2 == 0);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Order_is_that_of_a_stable_sort(string shape, int rows, bool descending)
    {
        (double[] keys, int[] labels, double[] weights, RowCodes groups) = Made(shape, rows);
        int[] expected = descending
            ? [.. Enumerable.Range(0, rows).OrderByDescending(row => keys[row] + 0.0)]
            : [.. Enumerable.Range(0, rows).OrderBy(row => keys[row] + 0.0)];
        SortedRows sorted = RowSort.Sort(keys, descending, labels, 1, weights, groups, 2, CancellationToken.None);

        Assert.Equal(expected, sorted.Tags.Select(SortedRows.Row));
        Assert.Equal(expected.Select(row => keys[row] + 0.0), sorted.Keys);
        Assert.Equal(expected.Select(row => weights[row]), sorted.Weights!);
        Assert.Equal(expected.Select(row => labels[row] == 1), sorted.Tags.Select(SortedRows.IsPositive));
        Assert.Equal(expected.Select(row => groups[row]), sorted.Groups!.ToArray());
    }

    [Theory]
    [InlineData("uniform")]
    [InlineData("outlier")]
    public void Any_number_of_threads_gives_the_same_scopes(string shape)
    {
        (double[] keys, int[] labels, double[] weights, RowCodes groups) = Made(shape, 200_000);
        var scopes = new Scopes(ScopeKind.Levels, 3, [0, 1, 2, 0, 1, 2, 0]);
        SortedRows[] all = [.. ThreadCounts.Select(threads =>
            RowScopes.Split(RowSort.Sort(keys, true, labels, 1, weights, groups, threads, CancellationToken.None), scopes,
                threads == 2 ? new double[keys.Length] : null, threads, CancellationToken.None))];
        for (int s = 0; s < scopes.Count; s++)
        {
            int[] expected = [.. Enumerable.Range(0, keys.Length).Where(row => scopes.OfGroup[groups[row]] == s)
                .OrderByDescending(row => keys[row])];
            Assert.Equal(expected, all[0].Tags[all[0].Start[s]..all[0].Start[s + 1]].Select(SortedRows.Row));
        }
        foreach (SortedRows other in all[1..])
        {
            Assert.Equal(all[0].Tags, other.Tags);
            Assert.Equal(all[0].Keys, other.Keys);
            Assert.Equal(all[0].Weights!, other.Weights!);
            Assert.Equal(all[0].Start, other.Start);
        }
    }

    private static (double[] Keys, int[] Labels, double[] Weights, RowCodes Groups) Made(string shape, int rows)
    {
        var random = new CounterRandom(5, 0, (ulong)rows);
        double[] keys = new double[rows], weights = new double[rows];
        int[] labels = new int[rows], codes = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            double u = random.NextDouble();
            keys[i] = shape switch
            {
                "few values" => Math.Floor(u * 9) / 9,
                "negative" => 20 * u - 10,
                "zeros" => u < 0.3 ? -0.0 : u < 0.6 ? 0.0 : u - 0.8,
                "powers" => Math.ScaleB(u - 0.5, random.NextIndex(600) - 300),
                "equal" => 0.25,
                "outlier" => i == rows / 2 ? 1e300 : 0.5 + u * 1e-9,
                _ => u,
            };
            labels[i] = random.NextIndex(2);
            weights[i] = random.NextDouble();
            codes[i] = random.NextIndex(Groups);
        }
        var column = new Gate.Data.CategoryColumn("g", codes, [.. Enumerable.Range(0, Groups).Select(g => $"g{g}")]);
        return (keys, labels, weights, RowCodes.Of(new GroupColumns([column], rows), 1).Codes);
    }
}
