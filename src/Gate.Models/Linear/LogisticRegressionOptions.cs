using Gate.Models.Training;

namespace Gate.Models.Linear;

/// <summary>The parameters of <c>logistic_regression</c>, with scikit-learn's names.</summary>
/// <param name="Penalised">Whether there is an L2 penalty.</param>
/// <param name="C">The inverse of the strength of the penalty.</param>
/// <param name="FitIntercept">Whether there is an intercept; it is never penalised.</param>
/// <param name="MaxIter">The most Newton steps.</param>
/// <param name="Tol">Converged when no entry of the gradient, per unit of weight, exceeds this.</param>
/// <param name="Standardize">Whether numbers are standardised.</param>
internal sealed record LogisticRegressionOptions(bool Penalised, double C, bool FitIntercept, int MaxIter, double Tol, bool Standardize)
{
    public static IReadOnlyList<LearnerParameter> Parameters { get; } =
    [
        new("penalty", ParameterType.Choice, "l2", "The penalty on the coefficients: l2, or none.", Choices: ["l2", "none"]),
        new("C", ParameterType.Number, 1.0, "The inverse of the penalty's strength: the objective is C times the sum of losses plus half "
            + "the squared norm of the coefficients.", Min: 1e-10, Max: 1e10),
        new("fit_intercept", ParameterType.Boolean, true, "Whether there is an intercept; it is not penalised."),
        new("max_iter", ParameterType.Integer, 100.0, "The largest number of Newton steps.", Min: 1),
        new("tol", ParameterType.Number, 1e-10, "Stops when no entry of the gradient of the mean loss exceeds this.", Min: 0, Max: 1),
        new("standardize", ParameterType.Boolean, true,
            "Whether numbers are scaled to mean 0 and standard deviation 1 first; false is scikit-learn on the raw numbers."),
    ];

    public static LogisticRegressionOptions From(IReadOnlyDictionary<string, object?> values)
    {
        var p = new ParameterValues("logistic_regression", Parameters, values);
        return new(p.Choice("penalty") == "l2", p.Number("C"), p.Flag("fit_intercept"), p.Integer("max_iter"), p.Number("tol"),
            p.Flag("standardize"));
    }
}
