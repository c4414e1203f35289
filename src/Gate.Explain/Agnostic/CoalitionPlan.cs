namespace Gate.Explain.Agnostic;

/// <summary>Which coalitions are scored, the same for all rows, and how values are made of their worths.</summary>
internal abstract class CoalitionPlan
{
    /// <summary>The coalitions: whether each player is in. Without that of nobody and that of all.</summary>
    public abstract bool[][] Coalitions { get; }

    /// <summary>The values of the players.</summary>
    /// <param name="worths">The worth of each coalition.</param>
    /// <param name="none">The worth of nobody.</param>
    /// <param name="all">The worth of all.</param>
    /// <param name="values">One number a player, all 0.</param>
    public abstract void Solve(ReadOnlySpan<double> worths, double none, double all, Span<double> values);
}
