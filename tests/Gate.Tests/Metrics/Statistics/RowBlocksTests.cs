using Gate.Metrics.Rows;
using Gate.Metrics.Statistics;

namespace Gate.Tests.Metrics.Statistics;

public sealed class RowBlocksTests
{
    [Fact]
    public void Small_groups_are_drawn_row_by_row()
    {
        Assert.Null(RowBlocks.Of([0, 5, RowBlocks.ManyRows + 5], 1));
    }

    [Fact]
    public void Rows_of_a_large_group_are_spread_evenly_and_at_random_over_its_blocks()
    {
        int rows = 3 * RowBlocks.Most + 10;
        RowBlocks blocks = RowBlocks.Of([0, 7, 7 + rows], 1)!;
        Assert.Equal([0, 7, 7 + RowBlocks.Most], blocks.Start);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], blocks.Block[..7]);
        int[] sizes = new int[RowBlocks.Most];
        foreach (int block in blocks.Block.AsSpan(7)) sizes[block - 7]++;
        Assert.Equal((3, 4), (sizes.Min(), sizes.Max()));
        // Neighbours in the file share a block no more often than chance has it: about 3 times here.
        Assert.InRange(Enumerable.Range(7, rows - 1).Count(i => blocks.Block[i] == blocks.Block[i + 1]), 0, 15);
    }

    [Fact]
    public void The_same_seed_makes_the_same_blocks()
    {
        int[] start = [0, RowBlocks.ManyRows + 1];
        Assert.Equal(RowBlocks.Of(start, 4)!.Block, RowBlocks.Of(start, 4)!.Block);
        Assert.NotEqual(RowBlocks.Of(start, 4)!.Block, RowBlocks.Of(start, 5)!.Block);
    }
}
