using System.Globalization;
using Gate.Data;
using Gate.Models.Training;

namespace Gate.Models.Linear;

/// <summary>Learns least squares with an L1 and an L2 penalty.</summary>
internal sealed class ElasticNetLearner(ElasticNetOptions options) : ILearner
{
    public static LearnerInfo Info { get; } = new(
        "elastic_net", "Least squares with an L1 and an L2 penalty, which leaves columns out (lasso for l1_ratio 1).",
        [TaskType.Regression], ElasticNetOptions.Parameters, values => new ElasticNetLearner(ElasticNetOptions.From(values)));

    public IModel Fit(TrainingData data, CancellationToken cancel = default)
    {
        TrainingData kept = TrainingChecks.Check(data, Info.Name, Info.Tasks);
        (LinearEncoding encoding, Design design) = LinearEncoding.Learn(kept.Features, kept.Weights, options.Standardize, Info.Name,
            LinearRegressionLearner.MaxColumns);
        var products = new CrossProducts(design, kept.Targets!, kept.Weights, options.FitIntercept, cancel);
        NetSolution solution = CoordinateDescent.Solve(products, options, cancel);
        if (!Array.TrueForAll(solution.Coefficients, double.IsFinite) || !double.IsFinite(solution.Intercept))
            throw new ModelException("elastic_net did not stay finite; the features or the label are too large: rescale them");
        LinearCoefficients coefficients = LinearCoefficients.OfEncoded(encoding, solution.Coefficients, [solution.Intercept]);
        return new LinearModel(Info.Name, kept.Task, [], [], encoding, coefficients,
        [
            new("alpha", options.Alpha.ToString("R", CultureInfo.InvariantCulture)),
            new("l1 ratio", options.L1Ratio.ToString("R", CultureInfo.InvariantCulture)),
            new("coefficients that are not 0", string.Create(CultureInfo.InvariantCulture,
                $"{solution.Coefficients.Count(value => value != 0)} of {solution.Coefficients.Length}")),
            .. SolverFacts.Of(solution.Rounds, solution.Converged, "raise max_iter, or alpha"),
        ]);
    }
}
