namespace Gate.Explain.Agnostic;

/// <summary>All coalitions.</summary>
internal sealed class ExactPlan(int players) : CoalitionPlan
{
    public override bool[][] Coalitions { get; } = [.. Enumerable.Range(1, Math.Max(0, (1 << players) - 2))
        .Select(set => Enumerable.Range(0, players).Select(player => (set >> player & 1) != 0).ToArray())];

    public override void Solve(ReadOnlySpan<double> worths, double none, double all, Span<double> values)
    {
        double[] every = players == 0 ? [none] : [none, .. worths, all];
        for (int player = 0; player < players; player++) values[player] = CoalitionGame.Value(every, players, player, 0, 1);
    }
}
