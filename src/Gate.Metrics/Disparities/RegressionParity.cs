using Gate.Metrics.Catalogue;

namespace Gate.Metrics.Disparities;

/// <summary>Disparities of predicted numbers between groups.</summary>
internal static class RegressionParity
{
    private const string Alone = "fewer than two groups";

    public static IReadOnlyList<NamedDisparity> All { get; } =
    [
        Difference("mean_residual_difference", "mean_error",
            "The largest mean of predicted minus true numbers of a group minus the smallest: how differently groups are over- or "
            + "underestimated.", "Calders et al., Controlling attribute effect in linear regression, ICDM 2013"),
        Difference("error_parity_difference", "mean_absolute_error", "The largest mean absolute error of a group minus the smallest.",
            "Gursoy and Kakadiaris, Error parity fairness, 2022"),
        Bounded("bounded_group_loss", "mean_squared_error", "squared"),
        Bounded("bounded_group_loss_absolute", "mean_absolute_error", "absolute"),
        .. DisparityCatalogue.IfKnown("prediction_quantile", quantile => Difference("quantile_parity_difference", quantile.Name,
            "The largest quantile of the predictions of a group minus the smallest; the median by default.",
            "Agarwal, Dudík and Wu, Fair regression, ICML 2019 (statistical parity at one quantile)")),
    ];

    private static NamedDisparity Difference(string name, string metric, string definition, string source) =>
        new(new Comparison(name, CompareKind.Difference, [MetricCatalogue.Find(metric)!]), definition, Alone, source)
            { Range = (0, double.PositiveInfinity) };

    private static NamedDisparity Bounded(string name, string metric, string loss) =>
        new(new Comparison(name, CompareKind.GroupMax, [MetricCatalogue.Find(metric)!]), $"The largest mean {loss} error of a group.",
            "no group", "Agarwal, Dudík and Wu, Fair regression, ICML 2019 (bounded group loss)") { Range = (0, double.PositiveInfinity) };
}
