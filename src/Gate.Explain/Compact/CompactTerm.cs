namespace Gate.Explain.Compact;

/// <summary>What one feature adds to a linear margin.</summary>
/// <param name="Feature">The index of the feature.</param>
/// <param name="Missing">For a number: what stands in for a missing one.</param>
/// <param name="Coefficients">For a number the one by which it is multiplied; for a category one for each level.</param>
/// <param name="IsCategory">Whether it is a category.</param>
/// <param name="Expected">What it adds on average over the background.</param>
/// <param name="Output">The margin that it adds to.</param>
public sealed record CompactTerm(int Feature, double Missing, double[] Coefficients, bool IsCategory, double Expected, int Output)
{
    /// <summary>What a value adds.</summary>
    /// <param name="value">The value; not a number where missing.</param>
    public double Of(double value) => !IsCategory ? Coefficients[0] * (double.IsNaN(value) ? Missing : value)
        : value >= 0 && value < Coefficients.Length ? Coefficients[(int)value] : 0;
}
