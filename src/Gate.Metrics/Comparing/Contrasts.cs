using Gate.Metrics.Intervals;

namespace Gate.Metrics.Comparing;

/// <summary>Numbers the largest of which is the badness of a comparison, such as the difference of each pair of groups.</summary>
internal interface IContrasts
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>The largest estimate.</summary>
    double Value { get; }

    /// <summary>Why one has no limits, where that can be said.</summary>
    string? WhyNone { get; }

    /// <summary>How the limits of each are made at a critical value.</summary>
    string MethodAt(double critical);

    /// <summary>The largest of their lower and the largest of their upper limits; null where one has none.</summary>
    (double Low, double High)? Largest(double critical);

    /// <summary>How many have an upper limit of at least this.</summary>
    int CountReaching(double threshold, double critical);

    /// <summary>
    /// By how many times the risk of a single limit, at most, a lower limit of any of them lies above the largest truth, when that is
    /// <paramref name="largest"/>. All truths cannot be the largest at once where they are bound to each other.
    /// </summary>
    double ShareOfRisk(double largest, double critical);
}

/// <summary>Contrasts of which each has limits of its own.</summary>
internal sealed class ContrastList(IReadOnlyList<Limits> contrasts) : IContrasts
{
    public int Count => contrasts.Count;

    public double Value { get; } = contrasts.Max(contrast => contrast.Value);

    public string? WhyNone => contrasts.Select(contrast => contrast.WhyNone).FirstOrDefault(reason => reason is not null);

    public string MethodAt(double critical)
    {
        string method = contrasts[0].MethodAt(critical);
        return contrasts.All(contrast => contrast.MethodAt(critical) == method) ? method : Mover.Method;
    }

    public (double Low, double High)? Largest(double critical)
    {
        double low = double.NegativeInfinity, high = double.NegativeInfinity;
        foreach (Limits contrast in contrasts)
        {
            if (contrast.At(critical) is not (double ownLow, double ownHigh)) return null;
            low = Math.Max(low, ownLow);
            high = Math.Max(high, ownHigh);
        }
        return (low, high);
    }

    public int CountReaching(double threshold, double critical) =>
        contrasts.Count(contrast => contrast.At(critical) is (_, double high) && high >= threshold);

    public double ShareOfRisk(double largest, double critical) => Count;
}
