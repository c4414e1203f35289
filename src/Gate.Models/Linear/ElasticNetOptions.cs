using Gate.Models.Training;

namespace Gate.Models.Linear;

/// <summary>The parameters of <c>elastic_net</c>, with the names of scikit-learn's <c>ElasticNet</c>.</summary>
/// <param name="Alpha">The strength of the penalty.</param>
/// <param name="L1Ratio">The share of the L1 penalty in it.</param>
/// <param name="FitIntercept">Whether there is an intercept; it is never penalised.</param>
/// <param name="MaxIter">The most rounds over all columns.</param>
/// <param name="Tol">Converged when a round changes no coefficient's part of a prediction by more than this, relative to the target's
/// spread.</param>
/// <param name="Standardize">Whether numbers are standardised.</param>
internal sealed record ElasticNetOptions(double Alpha, double L1Ratio, bool FitIntercept, int MaxIter, double Tol, bool Standardize)
{
    public static IReadOnlyList<LearnerParameter> Parameters { get; } =
    [
        new("alpha", ParameterType.Number, 1.0, "The strength of the penalty: the objective is half the mean squared error plus alpha "
            + "times (l1_ratio times the L1 norm plus half of (1 - l1_ratio) times the squared L2 norm of the coefficients).", Min: 0,
            Max: 1e15),
        new("l1_ratio", ParameterType.Number, 0.5, "The share of the L1 penalty: 1 is the lasso, 0 a ridge regression.", Min: 0, Max: 1),
        new("fit_intercept", ParameterType.Boolean, true, "Whether there is an intercept; it is not penalised."),
        new("max_iter", ParameterType.Integer, 10_000.0, "The largest number of rounds over all coefficients.", Min: 1),
        new("tol", ParameterType.Number, 1e-10, "Stops when a round changes no coefficient by more than this, in standard deviations of "
            + "the label and the column.", Min: 0, Max: 1),
        new("standardize", ParameterType.Boolean, true,
            "Whether numbers are scaled to mean 0 and standard deviation 1 first; false is scikit-learn on the raw numbers."),
    ];

    public static ElasticNetOptions From(IReadOnlyDictionary<string, object?> values)
    {
        var p = new ParameterValues("elastic_net", Parameters, values);
        return new(p.Number("alpha"), p.Number("l1_ratio"), p.Flag("fit_intercept"), p.Integer("max_iter"), p.Number("tol"),
            p.Flag("standardize"));
    }
}
