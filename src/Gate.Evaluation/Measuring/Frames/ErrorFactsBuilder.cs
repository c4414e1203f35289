using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Predicted against true numbers of a regression, and its residuals by group.</summary>
internal static class ErrorFactsBuilder
{
    private const int Bins = 24;

    // Of each end so much lies in the outermost bin and beyond: one far value would squash all others.
    private const double Beyond = 0.005;

    /// <summary>The facts; null for other tasks.</summary>
    public static ErrorFacts? Build(Sample sample, FrameCache frames, PolicyDocument policy)
    {
        if (sample is not { Truth.Targets: { Length: > 0 } targets, Output: NumberOutput { Values: { } said } }) return null;
        double[] edges = Edges(targets, said);
        long[][] counts = [.. Enumerable.Range(0, Bins).Select(_ => new long[Bins])];
        for (int row = 0; row < targets.Length; row++) counts[Bin(edges, targets[row])][Bin(edges, said[row])]++;
        ResidualFact Residuals(string label, IEnumerable<int> rows) => Fact(label, [.. rows.Select(row => said[row] - targets[row])]);
        return new(edges, counts, Residuals("all rows", Enumerable.Range(0, targets.Length)),
            [.. ShownGroups.Of(frames, policy, Residuals).Select(shown => new GroupResiduals(shown.By, shown.Groups))]);
    }

    private static ResidualFact Fact(string label, double[] residuals)
    {
        Array.Sort(residuals);
        return new(label, residuals.Length, residuals.Average(), Quantile(residuals, 0.05), Quantile(residuals, 0.25),
            Quantile(residuals, 0.5), Quantile(residuals, 0.75), Quantile(residuals, 0.95));
    }

    private static double[] Edges(double[] targets, double[] said)
    {
        double[] all = [.. targets, .. said];
        Array.Sort(all);
        (double low, double high) = (Quantile(all, Beyond), Quantile(all, 1 - Beyond));
        if (!(high > low)) (low, high) = (low - 0.5, low + 0.5);
        return [.. Enumerable.Range(0, Bins + 1).Select(i => low + ((high - low) * i / Bins))];
    }

    private static int Bin(double[] edges, double value) =>
        (int)Math.Clamp((value - edges[0]) / (edges[^1] - edges[0]) * Bins, 0, Bins - 1);

    /// <summary>A quantile of sorted numbers, linear between neighbours as NumPy's.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)Math.Floor(at), above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
