namespace Gate.Models.Features;

/// <summary>The values of one column as a model sees them; exactly one of the arrays is there.</summary>
/// <param name="Numbers">Numbers, NaN where missing.</param>
/// <param name="Levels">Levels of a category, -1 for one that did not occur in training.</param>
internal readonly record struct FeatureValues(double[]? Numbers, int[]? Levels)
{
    /// <summary>The numbers, or those of the levels; none where neither was read.</summary>
    public double[] AsNumbers() => Numbers ?? Array.ConvertAll(Levels ?? [], level => (double)level);
}
