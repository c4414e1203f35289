using Gate.Data;
using Gate.Data.Randomness;
using Gate.Explain.Slices;

namespace Gate.Tests.Explain.Slices;

public sealed class SliceSearchTests
{
    private const int Rows = 2000;
    private static readonly SplitMix64 Random = new(11);

    private static readonly CategoryColumn[] Columns =
    [
        Drawn("a", "x", "y"), Drawn("b", "p", "q", "r"), Drawn("c", "0", "1"), Drawn("d", "u", "v", "w", "z"),
    ];

    private static CategoryColumn Drawn(string name, params string[] categories) =>
        new(name, [.. Enumerable.Range(0, Rows).Select(_ => Random.NextInt(categories.Length))], categories);

    /// <summary>Mistakes in 5 % of the rows, and in 80 % of those where a = y, b = q and c = 1.</summary>
    private static readonly double[] Losses = [.. Enumerable.Range(0, Rows).Select(row => Random.NextDouble()
        < (Columns[0].Codes[row] == 1 && Columns[1].Codes[row] == 1 && Columns[2].Codes[row] == 1 ? 0.8 : 0.05) ? 1.0 : 0)];

    private static string Text(FoundSlice slice) => string.Join(", ", slice.Terms.Select(term => $"{term.Column}={term.Value}"));

    [Fact]
    public void The_planted_slice_is_found_first_with_all_of_its_columns()
    {
        (IReadOnlyList<FoundSlice> slices, int searched) = SliceSearch.Find(Columns, Losses, new());
        Assert.Equal("a=y, b=q, c=1", Text(slices[0]));
        Assert.InRange(slices[0].Mean, 0.7, 0.9);
        Assert.True(searched > 50);
        Assert.True(slices.Zip(slices.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score));
    }

    /// <summary>By the definition, over all conjunctions: the first is the one with the highest score.</summary>
    [Fact]
    public void The_first_is_the_best_of_all_conjunctions()
    {
        double mean = Losses.Average();
        double deviation = Math.Sqrt(Losses.Sum(loss => (loss - mean) * (loss - mean)) / (Rows - 1)), best = 0;
        int[] any = [-1];
        foreach (int a in (int[])[-1, 0, 1])
            foreach (int b in (int[])[-1, 0, 1, 2])
                foreach (int c in (int[])[-1, 0, 1])
                    foreach (int d in (int[])[-1, 0, 1, 2, 3])
                    {
                        int[] values = [a, b, c, d];
                        int[] rows = [.. Enumerable.Range(0, Rows).Where(row => values.Index().All(v => v.Item < 0
                            || Columns[v.Index].Codes[row] == v.Item))];
                        if (values.Count(v => v >= 0) is 0 or 4 || rows.Length < 30) continue;
                        best = Math.Max(best, (rows.Average(row => Losses[row]) - mean) * Math.Sqrt(rows.Length) / deviation);
                    }
        Assert.Equal(best, SliceSearch.Find(Columns, Losses, new()).Slices[0].Score, 1e-9);
    }

    [Fact]
    public void No_two_share_more_than_half_of_the_smaller_and_all_keep_to_the_floor()
    {
        IReadOnlyList<FoundSlice> slices = SliceSearch.Find(Columns, Losses, new(MinRows: 100)).Slices;
        Assert.True(slices.Count > 1);
        HashSet<int>[] rows = [.. slices.Select(slice => Enumerable.Range(0, Rows).Where(row => slice.Terms.All(term =>
            Columns.Single(column => column.Name == term.Column).Codes[row] == term.Code)).ToHashSet())];
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(slices[i].Rows, rows[i].Count);
            Assert.True(rows[i].Count >= 100);
            for (int j = 0; j < i; j++)
                Assert.True(rows[i].Intersect(rows[j]).Count() <= 0.5 * Math.Min(rows[i].Count, rows[j].Count));
        }
        Assert.Equal(3, SliceSearch.Find(Columns, Losses, new(Most: 3)).Slices.Count);
    }

    [Fact]
    public void Where_losses_are_all_the_same_there_is_no_slice() =>
        Assert.Equal((0, 0), (SliceSearch.Find(Columns, new double[Rows], new()).Slices.Count,
            SliceSearch.Find(Columns, new double[Rows], new()).Searched));

    [Fact]
    public void Numbers_are_cut_in_quarters_or_taken_as_they_are_and_missing_is_a_value()
    {
        var many = new NumericColumn("n", [.. Enumerable.Range(0, 100).Select(i => i < 10 ? double.NaN : (double)i)],
            missing: [.. Enumerable.Range(0, 100).Select(i => i < 10)]);
        Assert.Equal(4, SliceColumns.Of(many).Categories.Length);
        Assert.Equal(["1", "2"], SliceColumns.Of(new NumericColumn("n", [1, 2, 1])).Categories);
        double[] losses = [.. Enumerable.Range(0, 100).Select(i => i < 10 ? 1.0 : i % 9 == 0 ? 1 : 0)];
        Assert.Equal("n=(missing)", Text(SliceSearch.Find([SliceColumns.Of(many)], losses, new(MinRows: 5)).Slices[0]));
    }

    [Fact]
    public void The_tree_parts_rows_where_losses_differ_most_and_holds_every_row_once()
    {
        bool[] grown = [.. Enumerable.Range(0, Rows).Select(row => row % 2 == 0)];
        ErrorNode tree = ErrorTree.Grow(Columns, Losses, grown, 3, 30);
        Assert.Equal(Rows, tree.Inside.Length);
        ErrorNode worst = tree;
        while (worst.Children.Count > 0)
        {
            Assert.Equal(worst.Inside.Order(), worst.Children.SelectMany(child => child.Inside).Order());
            worst = worst.Children.MaxBy(child => child.Inside.Average(row => Losses[row]))!;
        }
        Assert.Equal(Enumerable.Range(0, Rows).Where(row => Columns[0].Codes[row] == 1 && Columns[1].Codes[row] == 1
            && Columns[2].Codes[row] == 1), worst.Inside.Order());
        Assert.All(Leaves(tree), leaf => Assert.True(leaf.Inside.Count(row => grown[row]) >= 30 && leaf.Inside.Count(row => !grown[row])
            >= 30));
        Assert.Empty(ErrorTree.Grow(Columns, Losses, grown, 0, 30).Children);
    }

    private static IEnumerable<ErrorNode> Leaves(ErrorNode node) => node.Children.Count == 0 ? [node] : node.Children.SelectMany(Leaves);
}
