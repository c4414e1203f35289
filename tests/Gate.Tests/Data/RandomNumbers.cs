using Gate.Data.Randomness;

namespace Gate.Tests.Data;

public class RandomNumbers
{
    [Fact]
    public void The_sequence_is_that_of_the_published_reference()
    {
        var random = new SplitMix64(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], Enumerable.Range(0, 3)
            .Select(_ => random.NextUInt64()));
    }

    [Fact]
    public void Derived_seeds_and_bounded_numbers_are_pinned()
    {
        Assert.Equal((16251246440558344863UL, 9036704278550476678UL), (SplitMix64.Derive(7, 0), SplitMix64.Derive(7, 1)));
        var random = new SplitMix64(42);
        Assert.Equal([7, 1, 2, 3, 0, 8, 2, 8, 3, 6], Enumerable.Range(0, 10).Select(_ => random.NextInt(10)));
    }

    [Fact]
    public void Bounded_numbers_are_equally_likely()
    {
        var random = new SplitMix64(1);
        var counts = new int[7];
        for (int i = 0; i < 70_000; i++) counts[random.NextInt(7)]++;
        // The chi-squared distribution with 6 degrees of freedom exceeds 22.5 once in a thousand.
        Assert.InRange(counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000), 0, 22.5);
        Assert.Equal(0, random.NextInt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt(0));
    }

    [Fact]
    public void Doubles_lie_in_the_unit_interval_and_average_a_half()
    {
        var random = new SplitMix64(2);
        double[] values = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextDouble())];
        Assert.All(values, value => Assert.InRange(value, 0, 1 - double.Epsilon));
        Assert.InRange(values.Average(), 0.495, 0.505);
    }

    [Fact]
    public void A_shuffle_keeps_all_items()
    {
        int[] items = [.. Enumerable.Range(0, 100)];
        new SplitMix64(3).Shuffle(items.AsSpan());
        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }
}
