using System.Globalization;

namespace Gate.Models.Linear;

/// <summary>How a solver ended, for a model's facts.</summary>
internal static class SolverFacts
{
    /// <param name="iterations">The number of steps.</param>
    /// <param name="converged">Whether it converged.</param>
    /// <param name="remedy">What to do where it did not.</param>
    public static KeyValuePair<string, string>[] Of(int iterations, bool converged, string remedy) =>
    [
        new("iterations", iterations.ToString(CultureInfo.InvariantCulture)),
        new("converged", converged ? "yes" : $"no; {remedy}"),
    ];
}
