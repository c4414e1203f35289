using Gate.Metrics;

namespace Gate.Bench.Coverage.Populations;

/// <summary>
/// A finite law of rows. Each atom is a row as candidate and baseline see it, with its weight and the probability that a test set's row is
/// it.
/// </summary>
/// <param name="Probabilities">One an atom; they add up to 1.</param>
/// <param name="Candidate">The atoms as the candidate sees them; the weights are those of rows, null without.</param>
/// <param name="Baseline">The same atoms as the baseline sees them.</param>
internal sealed record Population(double[] Probabilities, Sample Candidate, Sample Baseline)
{
    /// <summary>The law itself as weighted rows: an expected sample of <paramref name="rows"/> rows, each atom with its probability times
    /// its weight.</summary>
    public Sample Expected(Sample side, int rows)
    {
        double[]? weights = side.Truth.Weights;
        return new Sample(side.Truth with { Weights = [.. Probabilities.Select((p, i) => rows * p * (weights?[i] ?? 1))] }, side.Output);
    }

    /// <summary>The same law with other weights.</summary>
    public Population With(double[]? weights)
    {
        Truth truth = Candidate.Truth with { Weights = weights };
        return this with { Candidate = new(truth, Candidate.Output), Baseline = new(truth, Baseline.Output) };
    }

    /// <summary>Mixes laws: a row is of each with its share.</summary>
    public static Population Mix(params (Population Law, double Share)[] parts) => new(
        [.. parts.SelectMany(part => part.Law.Probabilities.Select(p => p * part.Share))],
        Stacked.Of([.. parts.Select(part => part.Law.Candidate)]), Stacked.Of([.. parts.Select(part => part.Law.Baseline)]));
}
