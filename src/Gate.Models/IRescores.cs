using Gate.Data;

namespace Gate.Models;

/// <summary>A model that scores the same rows again and again with one column changed, without reading the other columns each
/// time.</summary>
public interface IRescores
{
    /// <summary>Reads the rows once.</summary>
    /// <param name="features">A table that has <see cref="IModel.Features"/>.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">A feature is absent or of another kind than in training.</exception>
    IRescoring Prepare(Table features, CancellationToken cancel = default);
}

/// <summary>Rows that a model has read. May be called from several threads.</summary>
public interface IRescoring
{
    /// <summary>The scores with another column in the place of the one of its name, as <see cref="IModel.Score"/> gives them but for
    /// rounding.</summary>
    /// <param name="column">The column, of as many rows; one that the model uses (<see cref="IUsesFeatures"/>).</param>
    /// <param name="cancel">Stops the work.</param>
    double[] Score(Column column, CancellationToken cancel = default);
}
