namespace Gate.Models.MicrosoftMl.Parameters;

/// <summary>The parameters of <c>gam</c>.</summary>
internal static class GamOptions
{
    /// <summary>All, in the order of the documentation.</summary>
    public static IReadOnlyList<LearnerParameter> Parameters { get; } =
    [
        new("number_of_iterations", ParameterType.Integer, 9500.0,
            "The number of passes over all features; each adds one split to each feature's function.", Min: 1, Max: 1000000)
        { Aliases = ["num_iterations", "n_estimators", "max_iter", "max_rounds"] },
        SharedParameters.LearningRate(0.002), SharedParameters.MinimumExamples("The fewest rows on a side of a split."),
        SharedParameters.MaximumBins, SharedParameters.EntropyCoefficient,
    ];
}
