using Gate.Data;

namespace Gate.Models;

/// <summary>
/// A model whose score is a fixed function of a sum: its margin (XGBoost's word; scikit-learn's <c>decision_function</c>). Explainers that
/// share a score out among features do so on the margin, where contributions add up.
/// </summary>
public interface IMarginModel : IModel
{
    /// <summary>
    /// The margins of rows, in the shape of <see cref="IModel.Score"/>. Binary: the log-odds of the positive class. Multiclass: row-major,
    /// rows × classes, the score being their softmax; minus infinity for a class that training did not have. Regression: the value itself.
    /// </summary>
    /// <param name="features">A table that has <see cref="IModel.Features"/> (other columns are ignored).</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">A feature is absent or of another kind than in training.</exception>
    double[] Margins(Table features, CancellationToken cancel = default);
}
