using Gate.Explain.Linear;
using Gate.Models;

namespace Gate.Explain.Agnostic;

/// <summary>
/// The values that fit the worths of coalitions best, weighted by the Shapley kernel, among those that add up (Lundberg and Lee 2017): the
/// last player's value is what is left, and the others solve a linear system. Its matrix is the same for all rows.
/// </summary>
internal sealed class KernelPlan : CoalitionPlan
{
    private readonly int players;
    private readonly List<double> weights;
    private readonly CholeskyRows system;

    /// <exception cref="ModelException">The coalitions are too few for so many players.</exception>
    public KernelPlan(int players, int samples, ulong seed)
    {
        this.players = players;
        var chosen = new KernelCoalitions(players, samples, seed);
        (Coalitions, weights, IsExact) = ([.. chosen.Coalitions], chosen.Weights, chosen.IsWhole);
        system = new CholeskyRows(Math.Max(1, players - 1));
        var row = new double[players];
        for (int i = 0; i < players - 1; i++)
        {
            for (int j = 0; j <= i; j++) row[j] = Product(i, j);
            system.Append(row);
        }
        if (system.Dependent > 0)
            throw new ModelException($"{Coalitions.Length} coalitions are too few to tell {players} columns apart; give "
                + "kernel_shap more samples");
    }

    public override bool[][] Coalitions { get; }

    /// <summary>Whether all coalitions are there.</summary>
    public bool IsExact { get; }

    public override void Solve(ReadOnlySpan<double> worths, double none, double all, Span<double> values)
    {
        if (players == 0) return;
        double whole = all - none;
        Span<double> right = values[..(players - 1)];
        for (int c = 0; c < worths.Length; c++)
        {
            double rest = worths[c] - none - (Coalitions[c][players - 1] ? whole : 0);
            for (int j = 0; j < right.Length; j++) right[j] += weights[c] * Entry(c, j) * rest;
        }
        system.Solve(right);
        values[players - 1] = whole;
        foreach (double value in right) values[players - 1] -= value;
    }

    private int Entry(int coalition, int player) =>
        (Coalitions[coalition][player] ? 1 : 0) - (Coalitions[coalition][players - 1] ? 1 : 0);

    private double Product(int i, int j)
    {
        double sum = 0;
        for (int c = 0; c < Coalitions.Length; c++) sum += weights[c] * Entry(c, i) * Entry(c, j);
        return sum;
    }
}
