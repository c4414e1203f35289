using Gate.Models.Training;

namespace Gate.Models.Linear;

/// <summary>The parameters of <c>poisson_regression</c>, with the names of scikit-learn's <c>PoissonRegressor</c>.</summary>
/// <param name="Alpha">The strength of the L2 penalty.</param>
/// <param name="FitIntercept">Whether there is an intercept; it is never penalised.</param>
/// <param name="MaxIter">The most Newton steps.</param>
/// <param name="Tol">Converged when no entry of the gradient of the mean loss exceeds this.</param>
/// <param name="Standardize">Whether numbers are standardised.</param>
internal sealed record PoissonRegressionOptions(double Alpha, bool FitIntercept, int MaxIter, double Tol, bool Standardize)
{
    public static IReadOnlyList<LearnerParameter> Parameters { get; } =
    [
        new("alpha", ParameterType.Number, 1.0, "The strength of the L2 penalty: the objective is half the mean Poisson deviance plus half "
            + "of alpha times the squared norm of the coefficients.", Min: 0, Max: 1e15),
        new("fit_intercept", ParameterType.Boolean, true, "Whether there is an intercept; it is not penalised."),
        new("max_iter", ParameterType.Integer, 100.0, "The largest number of Newton steps.", Min: 1),
        new("tol", ParameterType.Number, 1e-10, "Stops when no entry of the gradient of the mean loss exceeds this, times the "
            + "label's mean.", Min: 0, Max: 1),
        new("standardize", ParameterType.Boolean, true,
            "Whether numbers are scaled to mean 0 and standard deviation 1 first; false is scikit-learn on the raw numbers."),
    ];

    public static PoissonRegressionOptions From(IReadOnlyDictionary<string, object?> values)
    {
        var p = new ParameterValues("poisson_regression", Parameters, values);
        return new(p.Number("alpha"), p.Flag("fit_intercept"), p.Integer("max_iter"), p.Number("tol"), p.Flag("standardize"));
    }
}
