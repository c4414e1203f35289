using Gate.Explain;
using Gate.Explain.Agnostic;

namespace Gate.Tests.Explain.Agnostic;

/// <summary>Values of shap's Kernel, Exact, Permutation and Sampling explainers.</summary>
public sealed class CoalitionShapLikeShap
{
    [SkippableTheory]
    [InlineData(CoalitionMethod.Exact, ShapLink.Identity, "exact", 1e-6)]
    [InlineData(CoalitionMethod.Kernel, ShapLink.Identity, "kernel_full_enumeration_identity", 1e-6)]
    [InlineData(CoalitionMethod.Kernel, ShapLink.Logit, "kernel_full_enumeration_logit", 1e-6)]
    [InlineData(CoalitionMethod.Exact, ShapLink.Logit, "kernel_full_enumeration_logit", 1e-6)]
    public void All_coalitions(CoalitionMethod method, ShapLink link, string key, double tolerance)
    {
        BreastCancer given = BreastCancer.Read();
        ShapValues found = CoalitionShap.Explain(given.Model, given.Rows, new(method, Link: link) { Background = given.Background });
        Assert.InRange(given.Distance(key, found.Values), 0, tolerance);
        Assert.InRange(found.AdditivityError, 0, 1e-9);
    }

    /// <summary>Draws differ; what both estimate does not.</summary>
    [SkippableTheory]
    [InlineData(CoalitionMethod.Kernel, 100, "kernel_sampled_100_seed0", 0.05)]
    [InlineData(CoalitionMethod.Permutation, 2000, "permutation_explainer_2000_evals_seed0", 0.03)]
    [InlineData(CoalitionMethod.Permutation, 2000, "sampling_2000_seed0", 0.03)]
    public void Some_coalitions_within_what_draws_allow(CoalitionMethod method, int samples, string key, double tolerance)
    {
        BreastCancer given = BreastCancer.Read();
        ShapValues found = CoalitionShap.Explain(given.Model, given.Rows, new(method, Samples: samples) { Background = given.Background });
        Assert.InRange(given.Distance(key, found.Values), 0, tolerance);
        Assert.InRange(found.AdditivityError, 0, 1e-9);
        Assert.InRange(given.Distance("exact", found.Values), 1e-9, tolerance);
        Assert.Contains("estimate", Assert.Single(found.Notes), StringComparison.Ordinal);
    }
}
