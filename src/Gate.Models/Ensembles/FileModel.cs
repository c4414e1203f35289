using Gate.Data;
using Gate.Models.Numerics;
using Gate.Models.Serialization;

namespace Gate.Models.Ensembles;

/// <summary>A model that was read from a file of another library, bound to columns and classes.</summary>
internal abstract class FileModel : IModel, IDigestedModel, IUsesFeatures, IRescores
{
    private readonly ForeignModel model;
    private readonly BoundInput[] inputs;
    private readonly ClassOrder order;

    protected FileModel(ForeignModel model, TaskType task, IReadOnlyList<string> classes, ClassOrder order, BoundInput[] inputs)
    {
        (this.model, Task, Classes, this.order, this.inputs) = (model, task, [.. classes], order, inputs);
        Features = Array.ConvertAll(inputs, input => input.Column);
        Inputs = Array.ConvertAll(inputs, input => input.Input);
        UsedFeatures = [.. Features.Where((_, i) => model.Function.Uses(i))];
        Facts = [new("objective", model.Objective), .. model.Facts];
        CanonicalBytes canonical = Canonical();
        (Digest, Size) = (canonical.Digest(), canonical.Length);
    }

    public string Kind => model.Kind;

    public TaskType Task { get; }

    public IReadOnlyList<string> Features { get; }

    public IReadOnlyList<ModelInput> Inputs { get; }

    public IReadOnlyList<string> Classes { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; }

    public IReadOnlyList<string> UsedFeatures { get; }

    public OutputLink Link => model.Link;

    public IReadOnlyList<int> Codes => order.Codes;

    public string Digest { get; }

    public long Size { get; }

    public double[] Score(Table features, CancellationToken cancel = default) =>
        Scores(Read(features), features.RowCount, cancel);

    /// <summary>The sums of rows, in the order of the task's classes: margins, where the model has such.</summary>
    public double[] Margins(Table features, CancellationToken cancel = default) =>
        Write(Read(features), features.RowCount, (own, row) => order.WriteMargins(own, row), cancel);

    public IRescoring Prepare(Table features, CancellationToken cancel = default) =>
        new Rescoring(this, Read(features), features.RowCount);

    private double[] Scores(double[]?[] columns, int rows, CancellationToken cancel) => Write(columns, rows, (own, row) =>
    {
        model.Link.Apply(own);
        order.WriteScores(own, row);
    }, cancel);

    private double[] Write(double[]?[] columns, int rows, Action<Span<double>, Span<double>> write, CancellationToken cancel)
    {
        double[] sums = model.Function.Sums(columns, rows, cancel);
        int outputs = model.Function.Outputs, width = order.Width;
        var written = width == outputs && width == 1 ? sums : new double[checked(rows * width)];
        RowBlocks.ForEach(rows, (_, first, end) =>
        {
            for (int row = first; row < end; row++) write(sums.AsSpan(row * outputs, outputs), written.AsSpan(row * width, width));
        }, cancel);
        return written;
    }

    /// <summary>The values of the features; null for one that the model does not use.</summary>
    protected double[]?[] Read(Table table)
    {
        // Columns that no split reads are looked at too, so that a wrong file is noticed.
        double[][] read = Array.ConvertAll(inputs, input => input.Read(table));
        return [.. read.Select((column, i) => model.Function.Uses(i) ? column : null)];
    }

    private CanonicalBytes Canonical()
    {
        CanonicalBytes bytes = new CanonicalBytes(this).Number((int)model.Link.Kind).Number(model.Link.Scale).Numbers([.. order.Codes]);
        foreach (BoundInput input in inputs) bytes.Number(input.Levels is null ? 0 : 1).Texts(input.Levels ?? []);
        model.Function.WriteTo(bytes);
        return bytes;
    }

    private sealed class Rescoring(FileModel model, double[]?[] columns, int rows) : IRescoring
    {
        public double[] Score(Column column, CancellationToken cancel = default)
        {
            double[]?[] changed = [.. columns];
            int feature = Array.FindIndex(model.inputs, input => input.Column == column.Name);
            changed[feature] = model.inputs[feature].Read(column);
            return model.Scores(changed, rows, cancel);
        }
    }
}
