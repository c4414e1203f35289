namespace Gate.Models.MicrosoftMl.Parameters;

/// <summary>The parameters of <c>fast_forest</c>.</summary>
internal static class FastForestOptions
{
    /// <summary>All, in the order of the documentation.</summary>
    public static IReadOnlyList<LearnerParameter> Parameters { get; } =
        [.. SharedParameters.OfTrees(isForest: true), SharedParameters.Seed];
}
