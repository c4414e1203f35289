using Gate.Data;
using Gate.Models;

namespace Gate.Tests.Explain;

/// <summary>A model that can be called and not looked into; it counts the rows that it was called with.</summary>
internal class SeenFromOutside(IModel model) : IModel, IUsesFeatures
{
    private int called;

    /// <summary>The same as a model whose trees cannot be seen; with a margin where it has one.</summary>
    public static SeenFromOutside Of(IModel model) =>
        model is IMarginModel margins ? new WithMargin(margins) : new SeenFromOutside(model);

    public int Called => called;

    public string Kind => "seen from outside";

    public TaskType Task => model.Task;

    public IReadOnlyList<string> Features => model.Features;

    public IReadOnlyList<ModelInput> Inputs => model.Inputs;

    public IReadOnlyList<string> Classes => model.Classes;

    public IReadOnlyList<KeyValuePair<string, string>> Facts => model.Facts;

    public IReadOnlyList<string> UsedFeatures => model is IUsesFeatures knows ? knows.UsedFeatures : model.Features;

    public double[] Score(Table rows, CancellationToken cancel = default) => model.Score(Counted(rows), cancel);

    protected Table Counted(Table rows)
    {
        Interlocked.Add(ref called, rows.RowCount);
        return rows;
    }

    private sealed class WithMargin(IMarginModel margins) : SeenFromOutside(margins), IMarginModel
    {
        public double[] Margins(Table rows, CancellationToken cancel = default) => margins.Margins(Counted(rows), cancel);
    }
}

/// <summary>The same of a model whose trees are seen.</summary>
internal sealed class SeenTrees(ITreeModel model) : SeenFromOutside(model), ITreeModel, IMarginModel
{
    public IReadOnlyList<FlatTree> Trees => model.Trees;

    public TreeSum Sum => model.Sum;

    public OutputLink Link => model.Link;

    public IReadOnlyList<int> Codes => model.Codes;

    public IReadOnlyList<double[]> Read(Table rows) => model.Read(rows);

    public double[] Margins(Table rows, CancellationToken cancel = default) => ((IMarginModel)model).Margins(Counted(rows), cancel);
}
