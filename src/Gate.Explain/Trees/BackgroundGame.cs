using System.Numerics;

namespace Gate.Explain.Trees;

/// <summary>What rows of the background fulfil on the way to a leaf, and how many of them.</summary>
/// <param name="Fulfilled">What they fulfil, as bits.</param>
/// <param name="Share">Their share of the background.</param>
internal readonly record struct BackgroundPattern(ulong Fulfilled, double Share);

/// <summary>
/// Interventional: columns that a coalition lacks have the values of a row of the background. The leaf is reached where each player is
/// fulfilled by the row that it comes from: with a players whom only the explained row fulfils and b whom only the background's does, each
/// of the a is worth (a-1)! b! / (a+b)!, each of the b as much as -a! (b-1)! / (a+b)! (Lundberg and others 2020). Rows of the background
/// that fulfil the same are one, so that what explaining costs does not grow with their number.
/// </summary>
internal sealed class BackgroundGame(LeafPath path, BackgroundPattern[] background) : LeafGame(path)
{
    private static readonly double[,] weights = MakeWeights();

    public override double Base { get; } = background.Where(row => row.Fulfilled == path.Full).Sum(row => row.Share);

    public override void Values(ulong fulfilled, Span<double> values)
    {
        values.Clear();
        foreach ((ulong theirs, double share) in background)
        {
            if ((fulfilled | theirs) != Path.Full) continue;
            ulong own = fulfilled & ~theirs, other = theirs & ~fulfilled;
            (int a, int b) = (BitOperations.PopCount(own), BitOperations.PopCount(other));
            Add(values, own, share * weights[a, b]);
            Add(values, other, -share * weights[b, a]);
        }
    }

    protected override double Interaction(ulong fulfilled, int i, int j)
    {
        double sum = 0;
        foreach ((ulong theirs, double share) in background)
        {
            ulong own = fulfilled & ~theirs, other = theirs & ~fulfilled;
            if ((fulfilled | theirs) != Path.Full || ((own | other) >> i & (own | other) >> j & 1) == 0) continue;
            (int a, int b) = (BitOperations.PopCount(own), BitOperations.PopCount(other));
            bool first = (own >> i & 1) != 0, second = (own >> j & 1) != 0;
            // As the value of one of them when the other is there, less that when it is not; one of both leaves the game.
            sum += share * (first && second ? weights[a - 1, b] : first || second ? -weights[a, b - 1] : weights[b - 1, a]);
        }
        return sum;
    }

    private static void Add(Span<double> values, ulong players, double part)
    {
        for (; players != 0; players &= players - 1) values[BitOperations.TrailingZeroCount(players)] += part;
    }

    /// <summary>(a-1)! b! / (a+b)! = 1 / (a times the number of ways to choose a of a + b).</summary>
    private static double[,] MakeWeights()
    {
        var made = new double[LeafPath.MostPlayers + 1, LeafPath.MostPlayers + 1];
        for (int a = 1; a <= LeafPath.MostPlayers; a++)
        {
            double ways = 1;
            for (int b = 0; a + b <= LeafPath.MostPlayers; b++)
            {
                if (b > 0) ways *= (double)(a + b) / b;
                made[a, b] = 1 / (a * ways);
            }
        }
        return made;
    }
}
