namespace Gate.Metrics.Scores;

/// <summary>Bins of equal width from 0 to 1.</summary>
internal static class EqualWidthBins
{
    /// <summary>Bins (i/n, (i+1)/n], the first with 0, and edges as numpy's linspace rounds them: as scikit-learn's
    /// <c>calibration_curve</c>.</summary>
    public static int Of(double score, int bins)
    {
        double width = 1.0 / bins;
        int bin = Math.Clamp((int)(score * bins), 0, bins - 1);
        while (bin > 0 && score <= bin * width) bin--;
        while (bin < bins - 1 && score > (bin + 1) * width) bin++;
        return bin;
    }

    /// <summary>The largest score of a bin.</summary>
    public static double UpperEdge(int bin, int bins) => bin == bins - 1 ? double.PositiveInfinity : (bin + 1) * (1.0 / bins);
}
