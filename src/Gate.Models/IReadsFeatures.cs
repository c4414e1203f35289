using Gate.Data;

namespace Gate.Models;

/// <summary>A model that tells what it reads: for explainers that work with the values themselves.</summary>
public interface IReadsFeatures : IModel
{
    /// <summary>The values of the features as the model numbers them: one array for each of <see cref="IModel.Inputs"/>, one number a row.
    /// Not a number where missing; of a category the number of its level, -1 for one that training did not have. May be empty for a feature
    /// that the model does not use.</summary>
    /// <param name="features">A table that has <see cref="IModel.Features"/> (other columns are ignored).</param>
    /// <exception cref="ModelException">A feature is absent or of another kind than in training.</exception>
    IReadOnlyList<double[]> Read(Table features);
}
