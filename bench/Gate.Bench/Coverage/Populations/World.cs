using Gate.Data.Randomness;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Populations;

/// <summary>The groups of a simulated test set, each with a law of its own and as many rows as the others.</summary>
internal sealed class World
{
    private readonly int[] offsets;
    private readonly AliasTable[] tables;
    private readonly Sample candidate, baseline;

    /// <param name="laws">The laws that occur.</param>
    /// <param name="ofGroup">The law of each group.</param>
    public World(IReadOnlyList<Population> laws, IReadOnlyList<int> ofGroup)
    {
        (Laws, OfGroup) = (laws, ofGroup);
        tables = [.. laws.Select(law => new AliasTable(law.Probabilities))];
        offsets = [.. laws.Select((_, i) => laws.Take(i).Sum(law => law.Probabilities.Length))];
        (candidate, baseline) = (Stacked.Of([.. laws.Select(law => law.Candidate)]), Stacked.Of([.. laws.Select(law => law.Baseline)]));
    }

    public IReadOnlyList<Population> Laws { get; }

    public IReadOnlyList<int> OfGroup { get; }

    /// <summary>Draws as many rows for every group.</summary>
    public DrawnSet Draw(SplitMix64 random, int rowsEach)
    {
        var atoms = new int[OfGroup.Count * rowsEach];
        for (int i = 0; i < atoms.Length; i++)
        {
            int law = OfGroup[i / rowsEach];
            atoms[i] = offsets[law] + tables[law].Draw(random);
        }
        return new DrawnSet(candidate.Take(atoms), baseline.Take(atoms), GroupsOf.Equal(OfGroup.Count, rowsEach));
    }
}
