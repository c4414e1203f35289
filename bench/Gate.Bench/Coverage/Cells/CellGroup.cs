using Gate.Bench.Coverage.Populations;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Cells;

/// <summary>The cells that one simulated test set answers: all metrics, in all contexts that its groups allow.</summary>
/// <param name="Law">The law of its rows.</param>
/// <param name="Groups">1; 2, the second of the law apart; 5, the last of it; 10, all of the same law.</param>
/// <param name="Weighting">How rows are weighted.</param>
/// <param name="Rows">The rows of each group.</param>
internal sealed record CellGroup(NamedLaw Law, int Groups, Weighting Weighting, int Rows)
{
    /// <summary>Its name, which its random numbers follow from.</summary>
    public string Name => FormattableString.Invariant($"{Law.Name}, {Groups} groups, weights {Weighting}, {Rows} rows");

    public World Make()
    {
        Population main = Weightings.Apply(Law.Main.Value, Law.Apart.Value, Weighting);
        int[] ofGroup = [.. Enumerable.Range(0, Groups).Select(g => Groups is 2 or 5 && g == Groups - 1 ? 1 : 0)];
        if (Groups is 1 or 10) return new World([main], ofGroup);
        return new World([main, Weightings.Apply(Law.Apart.Value, Law.Main.Value, Weighting)], ofGroup);
    }

    /// <summary>The questions that have a true answer.</summary>
    public IReadOnlyList<Question> Questions(World world, Func<Metric, bool> wanted) =>
        [.. Truths.Of(world, Groups, Rows, wanted)];
}

/// <summary>A metric in a context, and its true value.</summary>
internal sealed record Question(Metric Metric, Context Context, double Truth);
