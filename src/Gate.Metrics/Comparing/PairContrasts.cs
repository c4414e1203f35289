using Gate.Metrics.Intervals;

namespace Gate.Metrics.Comparing;

/// <summary>
/// All ordered pairs of independent groups: the difference of each, or the negative of its ratio. Kept as arrays instead of a
/// <see cref="Limits"/> a pair, for there may be many groups.
/// </summary>
internal sealed class PairContrasts(IReadOnlyList<Limits> groups, bool ratio) : IContrasts
{
    private readonly Mover.Operand[] operands = new Mover.Operand[groups.Count];
    private readonly bool areRates = groups.All(group => group is ShareLimits);
    // Score limits are searched, so those of each pair are kept while the critical value stays.
    private (double Low, double High)[]? scores;
    private double last = double.NaN;
    private bool exist;
    private readonly Lazy<PairSpreads> spreads = new(() => PairSpreads.Of(groups, ratio));

    public int Count => groups.Count * (groups.Count - 1);

    public string? WhyNone => groups.Select(group => group.WhyNone).FirstOrDefault(reason => reason is not null);

    public double Value { get; } = Extent([.. groups.Select(group => group.Value)], ratio);

    public string MethodAt(double critical) => !groups.All(group => group.MethodAt(critical) == Wilson.Method) ? Mover.Method
        : ratio ? ScoreRatio.Method : Mover.Newcombe;

    public (double Low, double High)? Largest(double critical)
    {
        if (!Read(critical)) return null;
        double low = double.NegativeInfinity, high = double.NegativeInfinity;
        for (int g = 0; g < operands.Length; g++)
        {
            for (int h = 0; h < operands.Length; h++)
            {
                if (g == h) continue;
                (double ownLow, double ownHigh) = Contrast(g, h);
                low = Math.Max(low, ownLow);
                high = Math.Max(high, ownHigh);
            }
        }
        return (low, high);
    }

    public int CountReaching(double threshold, double critical)
    {
        if (!Read(critical)) return Count;
        int count = 0;
        for (int g = 0; g < operands.Length; g++)
            for (int h = 0; h < operands.Length; h++)
                if (g != h && Contrast(g, h).High >= threshold) count++;
        return count;
    }

    public double ShareOfRisk(double largest, double critical) => Math.Min(Count, spreads.Value.ShareOfRisk(largest, critical));

    private static double Extent(double[] values, bool ratio) => ratio ? -values.Min() / values.Max() : values.Max() - values.Min();

    private (double Low, double High) Contrast(int g, int h)
    {
        if (!ratio) return Mover.Difference(operands[g], operands[h]);
        (double low, double high) = scores is null ? Mover.Ratio(operands[g], operands[h]) : scores[g * operands.Length + h];
        return (-high, -low);
    }

    private void Score(double critical)
    {
        ShareLimits[] rates = [.. groups.Cast<ShareLimits>()];
        scores ??= new (double, double)[operands.Length * operands.Length];
        for (int g = 0; g < operands.Length; g++)
        {
            for (int h = 0; h < g; h++)
            {
                (double low, double high) = new RatioLimits(rates[g], rates[h]).At(critical)
                    ?? (0, double.PositiveInfinity);
                scores[g * operands.Length + h] = (low, high);
                scores[h * operands.Length + g] = (1 / high, 1 / low);
            }
        }
    }

    private bool Read(double critical)
    {
        if (critical == last) return exist;
        last = critical;
        exist = true;
        for (int g = 0; g < operands.Length; g++)
        {
            if (groups[g].At(critical) is not (double low, double high) || (ratio && low < 0)) return exist = false;
            operands[g] = new Mover.Operand(groups[g].Value, low, high);
        }
        if (ratio && areRates) Score(critical);
        return true;
    }
}
