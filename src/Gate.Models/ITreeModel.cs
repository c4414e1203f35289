namespace Gate.Models;

/// <summary>A model made of trees that can be looked into: for Tree SHAP, for what-if in a report, for writing it in another format. What
/// it reads (<see cref="IReadsFeatures.Read"/>) is what the trees compare, before the rule of <see cref="TreeSum.Inputs"/>.</summary>
public interface ITreeModel : IReadsFeatures
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
}
