using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Linear;

/// <summary>
/// Linear SHAP, independent, of the columns that a linear model multiplies: a number as it is, and of a category one column for each level
/// (<c>job=clerk</c>). The values of a category's levels add up to that of the raw column, which <see cref="LinearShap"/> gives.
/// </summary>
public static class EngineeredShap
{
    /// <summary>Explains rows on the margin: coefficient × (value − mean of the background), where a level's value is 1 in the rows that
    /// have it, else 0. A level that the model does not know has the value 0 in all of them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">A table that has the model's features.</param>
    /// <param name="background">Rows that say what is expected.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The background has no rows; a feature is absent or of another kind than in training; the model has
    /// one margin for two of several classes.</exception>
    public static ShapValues Explain(ILinearMargin model, Table rows, Table background, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(background);
        if (background.RowCount == 0) throw new ModelException("the background has no rows");
        ModelAnswers answers = LinearShap.AnswersOf(model);
        Encoded[] columns = [.. model.Terms.SelectMany(term => ColumnsOf(model.Inputs[term.Input], term))];
        IReadOnlyList<double[]> read = model.Read(rows), expected = model.Read(background);
        int outputs = model.Intercepts.Count;
        var values = new double[checked(rows.RowCount * columns.Length * outputs)];
        var bases = new double[outputs];
        for (int k = 0; k < outputs; k++) bases[LinearShap.PlaceOf(model, k)] = model.Intercepts[k];
        for (int c = 0; c < columns.Length; c++)
        {
            cancel.ThrowIfCancellationRequested();
            Encoded column = columns[c];
            double mean = expected[column.Term.Input].Average(column.Of);
            for (int k = 0; k < outputs; k++)
            {
                int to = LinearShap.PlaceOf(model, k);
                double coefficient = column.Term.Coefficients[column.Level * outputs + k];
                bases[to] += coefficient * mean;
                for (int row = 0; row < rows.RowCount; row++)
                    values[(row * columns.Length + c) * outputs + to] = coefficient * (column.Of(read[column.Term.Input][row]) - mean);
            }
        }
        return new("linear_independent", ExplainedOutput.Raw, [.. columns.Select(column => column.Name)], answers.Names, rows.RowCount,
            bases, values)
        {
            AdditivityError = Additivity.Error(values, bases, columns.Length, answers.Of(rows, cancel)),
        };
    }

    private static IEnumerable<Encoded> ColumnsOf(ModelInput input, LinearTerm term) => input.Kind == InputKind.Number
        ? [new(input.Name, term, 0, false)]
        : Enumerable.Range(0, input.Levels).Select(level => new Encoded($"{input.Name}={input.LevelName(level)}", term, level, true));

    /// <summary>What one coefficient is multiplied with.</summary>
    private sealed record Encoded(string Name, LinearTerm Term, int Level, bool IsLevel)
    {
        public double Of(double value) => IsLevel ? (value == Level ? 1 : 0) : double.IsNaN(value) ? Term.Mean : value;
    }
}
