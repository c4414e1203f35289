using Gate.Data.Randomness;

namespace Gate.Explain.Agnostic;

/// <summary>The coalitions of those who come first, in random orders and their reverses: what each adds when it comes, on
/// average.</summary>
internal sealed class PermutationPlan : CoalitionPlan
{
    private readonly int players;
    private readonly List<int[]> orders = [];

    public PermutationPlan(int players, int permutations, ulong seed)
    {
        this.players = players;
        var random = new SplitMix64(seed);
        int[] order = [.. Enumerable.Range(0, players)];
        for (int i = 0; i < permutations; i++)
        {
            random.Shuffle(order.AsSpan());
            orders.AddRange([[.. order], [.. order.Reverse()]]);
        }
        Coalitions = [.. orders.SelectMany(own => Enumerable.Range(1, Math.Max(0, players - 1)).Select(known =>
        {
            var coalition = new bool[players];
            foreach (int player in own.AsSpan(0, known)) coalition[player] = true;
            return coalition;
        }))];
    }

    public override bool[][] Coalitions { get; }

    public override void Solve(ReadOnlySpan<double> worths, double none, double all, Span<double> values)
    {
        for (int i = 0; i < orders.Count; i++)
        {
            double before = none;
            for (int k = 0; k < players; k++)
            {
                double now = k == players - 1 ? all : worths[i * (players - 1) + k];
                values[orders[i][k]] += (now - before) / orders.Count;
                before = now;
            }
        }
    }
}
