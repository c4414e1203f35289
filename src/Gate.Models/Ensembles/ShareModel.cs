using Gate.Data;

namespace Gate.Models.Ensembles;

/// <summary>Trees whose sums are the shares of classes: scores as they are, without a margin behind them.</summary>
internal sealed class ShareModel(ForeignModel model, TreeEnsemble ensemble, TaskType task, IReadOnlyList<string> classes, ClassOrder order,
    BoundInput[] inputs) : FileModel(model, task, classes, order, inputs), ITreeModel
{
    public IReadOnlyList<FlatTree> Trees => ensemble.Trees;

    public TreeSum Sum => ensemble.Sum;

    IReadOnlyList<double[]> IReadsFeatures.Read(Table features) => [.. Read(features).Select(column => column ?? [])];
}
