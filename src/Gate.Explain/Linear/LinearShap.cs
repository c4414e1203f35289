using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Linear;

/// <summary>
/// Linear SHAP: Shapley values of the raw columns of a linear model, on its margin (Štrumbelj and Kononenko 2014; Lundberg and Lee 2017). A
/// raw column is one player: what all its encoded columns add is one number.
/// </summary>
public static class LinearShap
{
    /// <summary>Correlated columns up to this number are explained over all coalitions of them; more by random orders.</summary>
    public const int MostExact = 12;

    /// <summary>Explains rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">A table that has the model's features.</param>
    /// <param name="background">Rows that say what is expected: means, and correlations of what the columns add.</param>
    /// <param name="options">How it is explained.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The background has no rows; a feature is absent or of another kind than in training.</exception>
    public static ShapValues Explain(ILinearMargin model, Table rows, Table background, LinearShapOptions options,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(background);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Permutations, 1, nameof(options));
        if (background.RowCount == 0) throw new ModelException("the background has no rows");
        LinearParts explained = LinearParts.Of(model, rows), expected = LinearParts.Of(model, background);
        ModelAnswers answers = AnswersOf(model);
        int columns = model.Features.Count, outputs = model.Intercepts.Count;
        var values = new double[checked(rows.RowCount * columns * outputs)];
        var bases = new double[outputs];
        int[] inputs = [.. model.Terms.Select(term => term.Input)];
        bool correlated = options.Dependence == ColumnDependence.Correlated;
        for (int k = 0; k < outputs; k++)
        {
            int to = PlaceOf(model, k), own = k;
            double[] means = [.. Enumerable.Range(0, expected.Terms).Select(term => expected.Mean(term, own))];
            bases[to] = model.Intercepts[k] + means.Sum();
            double[]? shares = correlated ? SharesOf(expected, k, options, cancel) : null;
            var distances = new double[means.Length];
            for (int row = 0; row < rows.RowCount; row++)
            {
                for (int t = 0; t < means.Length; t++) distances[t] = explained[row, t, k] - means[t];
                for (int t = 0; t < means.Length; t++)
                    values[(row * columns + inputs[t]) * outputs + to] = shares is null ? distances[t] : Row(shares, t, distances);
            }
        }
        bool drawn = correlated && expected.Terms > MostExact;
        return new(correlated ? "linear_correlated" : "linear_independent", ExplainedOutput.Raw, model.Features, answers.Names,
            rows.RowCount, bases, values)
        {
            AdditivityError = Additivity.Error(values, bases, columns, answers.Of(rows, cancel)),
            Notes = drawn ? [$"{options.Permutations} random orders of the columns and their reverses were drawn."] : [],
        };
    }

    /// <summary>The margins that values add up to.</summary>
    /// <exception cref="ModelException">There is not one for each class.</exception>
    internal static ModelAnswers AnswersOf(ILinearMargin model)
    {
        var answers = new ModelAnswers(model, ExplainedOutput.Raw, model.TrainedClasses.Order());
        return model.Intercepts.Count >= answers.Names.Length ? answers
            : throw new ModelException("the model has one margin for two of several classes; Linear SHAP takes one for each. Use "
                + "kernel_shap");
    }

    /// <summary>Where an output of the model stands: they are in the order of the classes, whatever that of the model.</summary>
    internal static int PlaceOf(ILinearMargin model, int output) =>
        model.Intercepts.Count == 1 ? 0 : model.TrainedClasses.Count(code => code < model.TrainedClasses[output]);

    private static double[] SharesOf(LinearParts expected, int output, LinearShapOptions options, CancellationToken cancel)
    {
        double[] covariances = expected.Covariances(output);
        return expected.Terms <= MostExact ? CorrelatedShares.Exact(covariances, expected.Terms)
            : CorrelatedShares.Sampled(covariances, expected.Terms, options.Permutations, options.Seed, cancel);
    }

    private static double Row(double[] shares, int term, double[] distances)
    {
        double sum = 0;
        for (int j = 0; j < distances.Length; j++) sum += shares[term * distances.Length + j] * distances[j];
        return sum;
    }
}
