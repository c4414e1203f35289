using Gate.Bench.Coverage.Cells;
using Gate.Bench.Coverage.Issue;
using Gate.Bench.Coverage.Populations;

namespace Gate.Tests.Bench;

/// <summary>The cells of the simulations that are tested: what was once found too sure, and every kind of interval.</summary>
internal static class CoverageSample
{
    public static IReadOnlyList<SamplePart> Parts { get; } =
    [
        // The lines of the issue's table; of its small cases no coverage was reported, and tests of their own hold them.
        .. IssueLines.All.Where(line => line.Found.Length > 0 && !line.Found.StartsWith('–')).Select(SamplePart.Of),
        SamplePart.Of("binary inside 10 % overconfident", 1, Weighting.None, 200, ("accuracy", Context.Overall), ("f1", Context.Overall),
            ("recall", Context.Regression), ("accuracy", Context.RelativeRegression),
            ("f1", Context.RelativeRegression), ("roc_auc", Context.Regression), ("roc_auc", Context.RelativeRegression),
            ("brier_score_loss", Context.Overall), ("log_loss", Context.Regression), ("average_precision", Context.Overall)),
        SamplePart.Of("binary edge 10 % calibrated", 1, Weighting.Heavy, 200, ("accuracy", Context.Overall), ("f1", Context.Overall),
            ("accuracy", Context.Regression), ("log_loss", Context.Overall)),
        SamplePart.Of("binary edge 40 % overconfident", 2, Weighting.None, 50, ("selection_rate", Context.Difference),
            ("selection_rate", Context.Ratio), ("f1", Context.Difference), ("f1", Context.Ratio)),
        SamplePart.Of("binary inside 40 % calibrated", 5, Weighting.Strata, 50, ("selection_rate", Context.Difference)),
        SamplePart.Of("binary inside 40 % calibrated", 10, Weighting.None, 50, ("f1", Context.GroupMax)),
        SamplePart.Of("classes inside calibrated", 1, Weighting.None, 200, ("f1_macro", Context.Overall), ("roc_auc_ovr", Context.Overall),
            ("cohen_kappa_quadratic", Context.Overall), ("top_k_accuracy", Context.Overall)),
        SamplePart.Of("numbers log-normal", 1, Weighting.None, 200, ("r2", Context.Overall), ("mean_absolute_error", Context.Regression),
            ("spearman_correlation", Context.Overall), ("median_absolute_error", Context.Overall), ("interval_coverage", Context.Overall)),
        SamplePart.Of("numbers t3", 2, Weighting.Heavy, 50, ("mean_absolute_error", Context.Difference)),
    ];
}
