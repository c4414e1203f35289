using System.Globalization;
using Gate.Data;
using Gate.Models.Training;

namespace Gate.Models.Linear;

/// <summary>Learns a linear regression: least squares, or ridge.</summary>
internal sealed class LinearRegressionLearner(LinearRegressionOptions options) : ILearner
{
    /// <summary>The most columns after one-hot encoding; the work grows with their cube.</summary>
    public const int MaxColumns = 2_000;

    public static LearnerInfo Info { get; } = new(
        "linear_regression", "Least squares, with an L2 penalty when alpha is above 0 (ridge regression).",
        [TaskType.Regression], LinearRegressionOptions.Parameters,
            values => new LinearRegressionLearner(LinearRegressionOptions.From(values)));

    public IModel Fit(TrainingData data, CancellationToken cancel = default)
    {
        TrainingData kept = TrainingChecks.Check(data, Info.Name, Info.Tasks);
        (LinearEncoding encoding, Design design) = LinearEncoding.Learn(kept.Features, kept.Weights, options.Standardize, Info.Name,
            MaxColumns);
        RidgeSolution solution = RidgeSolver.Solve(design, kept.Targets!, kept.Weights, options.Alpha, options.FitIntercept, cancel);
        if (!Array.TrueForAll(solution.Coefficients, double.IsFinite) || !double.IsFinite(solution.Intercept))
            throw new ModelException("linear_regression did not stay finite; the features or the label are too large: rescale them");
        LinearCoefficients coefficients = LinearCoefficients.OfEncoded(encoding, solution.Coefficients, [solution.Intercept]);
        return new LinearModel(Info.Name, kept.Task, [], [], encoding, coefficients, Facts(solution));
    }

    private List<KeyValuePair<string, string>> Facts(RidgeSolution solution) =>
    [
        new("alpha", options.Alpha.ToString("R", CultureInfo.InvariantCulture)),
        new("rank", solution.Rank.ToString(CultureInfo.InvariantCulture)),
    ];
}
