using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gate.Models.MicrosoftMl.Columns;

/// <summary>The training rows as Microsoft.ML reads them: features, label and, where there are such, weights.</summary>
internal sealed class TrainingView : IDataView
{
    private readonly FeatureRows features;
    private readonly float[]? weights;
    private readonly int rows;

    private TrainingView(FeatureRows features, bool[]? positives, float[]? values, float[]? weights)
    {
        (this.features, Positives, Values, this.weights) = (features, positives, values, weights);
        rows = positives?.Length ?? values!.Length;
        var builder = new DataViewSchema.Builder();
        builder.AddColumn(TrainingNames.Features, new VectorDataViewType(NumberDataViewType.Single, features.Size), Categories());
        builder.AddColumn(TrainingNames.Label, positives is null ? NumberDataViewType.Single : BooleanDataViewType.Instance);
        if (weights is not null) builder.AddColumn(TrainingNames.Weight, NumberDataViewType.Single);
        Schema = builder.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => false;

    private bool[]? Positives { get; }

    private float[]? Values { get; }

    /// <summary>The rows.</summary>
    /// <param name="features">Their features.</param>
    /// <param name="labels">Their labels: values, or 1 for the class and 0 for the rest.</param>
    /// <param name="areClasses">Which of the two.</param>
    /// <param name="weights">Their weights; null where all count the same.</param>
    /// <exception cref="ModelException">A value is too large for single precision.</exception>
    public static TrainingView Of(FeatureRows features, double[] labels, bool areClasses, float[]? weights) => areClasses
        ? new(features, Array.ConvertAll(labels, label => label == 1), null, weights) : new(features, null, Singles(labels), weights);

    private static float[] Singles(double[] labels) => [.. labels.Select((value, row) => float.IsFinite((float)value) ? (float)value
        : throw new ModelException(string.Create(CultureInfo.InvariantCulture,
            $"the label is {value} in training row {row + 1}, but Microsoft.ML keeps labels in single precision; scale the label")))];

    public long? GetRowCount() => rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new RowCursor(this);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [new RowCursor(this)];

    /// <summary>The slots that are one category's, as Microsoft.ML's own encoder marks them.</summary>
    private DataViewSchema.Annotations? Categories()
    {
        int[] ranges = features.Ranges;
        if (ranges.Length == 0) return null;
        var builder = new DataViewSchema.Annotations.Builder();
        builder.Add("CategoricalSlotRanges", new VectorDataViewType(NumberDataViewType.Int32, ranges.Length / 2, 2),
            (ref VBuffer<int> value) => value = new VBuffer<int>(ranges.Length, ranges));
        return builder.ToAnnotations();
    }

    private Delegate Getter(string column, Func<int> row) => column switch
    {
        TrainingNames.Features => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) => features.Write(row(), ref value)),
        TrainingNames.Weight => (ValueGetter<float>)((ref float value) => value = weights![row()]),
        _ when Positives is not null => (ValueGetter<bool>)((ref bool value) => value = Positives[row()]),
        _ => (ValueGetter<float>)((ref float value) => value = Values![row()]),
    };

    private sealed class RowCursor(TrainingView view) : DataViewRowCursor
    {
        private int row = -1;

        public override long Position => row;

        public override long Batch => 0;

        public override DataViewSchema Schema => view.Schema;

        public override bool MoveNext() => ++row < view.rows;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            (ValueGetter<TValue>)view.Getter(column.Name, () => row);

        public override ValueGetter<DataViewRowId> GetIdGetter() =>
            (ref DataViewRowId value) => value = new DataViewRowId((ulong)row, 0);
    }
}
