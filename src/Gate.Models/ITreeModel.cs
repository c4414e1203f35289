namespace Gate.Models;

/// <summary>A model made of trees that can be looked into: for Tree SHAP, for what-if in a report, for writing it in another
/// format.</summary>
public interface ITreeModel : IModel
{
    /// <summary>The trees. Their features are indices into <see cref="IModel.Inputs"/>, their levels those of the input; a
    /// threshold parts a category by the numbers of its levels.</summary>
    IReadOnlyList<FlatTree> Trees { get; }

    /// <summary>How their values become the model's output: its score, or its margin where it has one.</summary>
    TreeSum Sum { get; }
}
