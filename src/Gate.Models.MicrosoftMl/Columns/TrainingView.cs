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

    /// <summary>Rows of two classes.</summary>
    public static TrainingView OfClasses(FeatureRows features, bool[] positives, float[]? weights) => new(features, positives, null, weights);

    /// <summary>Rows with numbers.</summary>
    public static TrainingView OfNumbers(FeatureRows features, float[] values, float[]? weights) => new(features, null, values, weights);

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
