using Gate.Data;

namespace Gate.Models.Ensembles;

/// <summary>Trees that were read from a file of another library, bound to columns and classes.</summary>
internal class EnsembleModel(ForeignModel model, TreeEnsemble ensemble, TaskType task, IReadOnlyList<string> classes,
    ClassOrder order, BoundInput[] inputs) : FileModel(model, task, classes, order, inputs), IMarginModel, ITreeModel
{
    public IReadOnlyList<FlatTree> Trees => ensemble.Trees;

    public TreeSum Sum => ensemble.Sum;

    IReadOnlyList<double[]> IReadsFeatures.Read(Table features) => [.. Read(features).Select(column => column ?? [])];
}
