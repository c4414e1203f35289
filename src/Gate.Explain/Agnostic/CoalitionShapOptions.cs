using Gate.Data;

namespace Gate.Explain.Agnostic;

/// <summary>How Shapley values are made of the worths of coalitions.</summary>
public enum CoalitionMethod
{
    /// <summary>All coalitions of up to <see cref="CoalitionShap.MostExact"/> columns. shap's <c>ExactExplainer</c>.</summary>
    Exact,

    /// <summary>Random orders of the columns, each with its reverse. shap's <c>PermutationExplainer</c>.</summary>
    Permutation,

    /// <summary>A weighted linear regression on coalitions (Lundberg and Lee 2017; paired draws of Covert and Lee 2021); on all of them
    /// where they are no more than the samples, which is then exact. shap's <c>KernelExplainer</c>.</summary>
    Kernel,
}

/// <summary>On which scale contributions add up.</summary>
public enum ShapLink
{
    /// <summary>That of the output.</summary>
    Identity,

    /// <summary>Log-odds of the output, which has to be a probability: the mean over the background comes first.</summary>
    Logit,
}

/// <summary>How a model of any kind is explained.</summary>
/// <param name="Method">How values are made of the worths of coalitions.</param>
/// <param name="Output">Which output is explained; raw needs a model that has a margin.</param>
/// <param name="Link">On which scale contributions add up.</param>
/// <param name="Samples">Kernel: the most coalitions, by default 2 × columns + 2048. Permutation: the most coalitions, which two ways
/// through each order share, by default 20 × columns. Each is scored with all rows of the background.</param>
/// <param name="Seed">The seed of what is drawn.</param>
/// <param name="Threads">How many threads may work; 0 for all cores. The result does not depend on it.</param>
public sealed record CoalitionShapOptions(CoalitionMethod Method, ExplainedOutput Output = ExplainedOutput.Probability,
    ShapLink Link = ShapLink.Identity, int? Samples = null, ulong Seed = 0, int Threads = 0)
{
    /// <summary>The rows whose values stand in for columns that a coalition lacks.</summary>
    public required Table Background { get; init; }

    /// <summary>For <see cref="ExplainedOutput.Decision"/>: from this score on the positive class is said.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Told how many rows are explained, and of how many.</summary>
    public Action<int, int>? Progress { get; init; }
}
