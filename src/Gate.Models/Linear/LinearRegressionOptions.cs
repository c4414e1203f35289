using Gate.Models.Training;

namespace Gate.Models.Linear;

/// <summary>The parameters of <c>linear_regression</c>, with the names of scikit-learn's <c>LinearRegression</c> and
/// <c>Ridge</c>.</summary>
/// <param name="Alpha">The strength of the L2 penalty; 0 is least squares.</param>
/// <param name="FitIntercept">Whether there is an intercept; it is never penalised.</param>
/// <param name="Standardize">Whether numbers are standardised.</param>
internal sealed record LinearRegressionOptions(double Alpha, bool FitIntercept, bool Standardize)
{
    public static IReadOnlyList<LearnerParameter> Parameters { get; } =
    [
        new("alpha", ParameterType.Number, 0.0, "The strength of the L2 penalty (ridge regression); 0 is ordinary least squares.", Min: 0,
            Max: 1e15),
        new("fit_intercept", ParameterType.Boolean, true, "Whether there is an intercept; it is not penalised."),
        new("standardize", ParameterType.Boolean, true,
            "Whether numbers are scaled to mean 0 and standard deviation 1 first; without a penalty this changes no prediction."),
    ];

    public static LinearRegressionOptions From(IReadOnlyDictionary<string, object?> values)
    {
        var p = new ParameterValues("linear_regression", Parameters, values);
        return new(p.Number("alpha"), p.Flag("fit_intercept"), p.Flag("standardize"));
    }
}
