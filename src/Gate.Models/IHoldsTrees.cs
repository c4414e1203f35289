using Gate.Data;

namespace Gate.Models;

/// <summary>A model that another library scores, and in whose file trees may stand that can be read: for Tree SHAP and for what-if in a
/// report. What counts is what the library says; the trees explain it.</summary>
public interface IHoldsTrees : IModel
{
    /// <summary>The trees of the model, if they say of rows what the model says.</summary>
    /// <param name="rows">A table that has <see cref="IModel.Features"/>; the first rows of it are scored both ways.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">The model does not take the rows.</exception>
    HeldTrees TreesFor(Table rows, CancellationToken cancel = default);
}

/// <summary>The trees of a model that another library scores, or why there are none.</summary>
/// <param name="Trees">The same model as trees; null where they could not be read or say something else.</param>
/// <param name="Reason">Why there are none; null where there are, and where nothing in the model is a tree.</param>
public sealed record HeldTrees(ITreeModel? Trees, string? Reason);
