using Gate.Data;

namespace Gate.Models;

/// <summary>A model made of trees that can be looked into: for Tree SHAP, for what-if in a report, for writing it in another
/// format.</summary>
public interface ITreeModel : IModel
{
    /// <summary>The trees. Their features are indices into <see cref="IModel.Inputs"/>, their levels those of the input; a
    /// threshold parts a category by the numbers of its levels.</summary>
    IReadOnlyList<FlatTree> Trees { get; }

    /// <summary>How their values become sums: the margins, where the model has such.</summary>
    TreeSum Sum { get; }

    /// <summary>How sums become scores; <see cref="LinkKind.Identity"/> where they are scores.</summary>
    OutputLink Link { get; }

    /// <summary>The code of the class that each score is of; of one score of two classes, those of the first and the second, which the
    /// score is of. Empty for regression.</summary>
    IReadOnlyList<int> Codes { get; }

    /// <summary>The values of the features as the trees number them, before the rule of <see cref="TreeSum.Inputs"/>: one array for each of
    /// <see cref="IModel.Inputs"/>, one number a row. Not a number where missing; of a category the number of its level, -1 for one that
    /// training did not have. Empty for a feature that no tree reads.</summary>
    /// <param name="features">A table that has <see cref="IModel.Features"/> (other columns are ignored).</param>
    /// <exception cref="ModelException">A feature is absent or of another kind than in training.</exception>
    IReadOnlyList<double[]> Read(Table features);
}
