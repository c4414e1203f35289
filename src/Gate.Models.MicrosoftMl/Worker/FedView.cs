using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gate.Models.MicrosoftMl.Worker;

/// <summary>Rows in the schema that a model was trained with. Columns that nobody feeds have their type's default: no score depends on
/// them. It remembers what it was asked for, which says which columns scores depend on.</summary>
/// <param name="schema">The schema.</param>
/// <param name="rows">How many rows there are.</param>
/// <param name="values">The values of a column: <c>double[]</c>, row after row, or <c>string[]</c>.</param>
internal sealed class FedView(DataViewSchema schema, int rows, IReadOnlyDictionary<string, Array> values) : IDataView
{
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    public DataViewSchema Schema => schema;

    public bool CanShuffle => false;

    public long? GetRowCount() => rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        HashSet<int> active = [.. columnsNeeded.Select(column => column.Index)];
        Asked.UnionWith(active.Select(index => schema[index].Name));
        return new RowCursor(this, active);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private Delegate Getter(DataViewSchema.Column column, Func<int> row)
    {
        Array? fed = values.GetValueOrDefault(column.Name);
        if (fed is string[] texts)
            return (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = texts[row()].AsMemory());
        if (fed is not double[] numbers) return null!;
        if (column.Type is VectorDataViewType vector)
        {
            int width = vector.Size;
            return vector.ItemType.RawType == typeof(float)
                ? (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) =>
                    value = new(width, Array.ConvertAll(numbers[(row() * width)..((row() + 1) * width)], number => (float)number)))
                : (ValueGetter<VBuffer<double>>)((ref VBuffer<double> value) =>
                    value = new(width, numbers[(row() * width)..((row() + 1) * width)]));
        }
        double Number() => numbers[row()];
        return column.Type.RawType.Name switch
        {
            nameof(Single) => (ValueGetter<float>)((ref float value) => value = (float)Number()),
            nameof(Double) => (ValueGetter<double>)((ref double value) => value = Number()),
            nameof(Boolean) => (ValueGetter<bool>)((ref bool value) => value = Number() != 0),
            nameof(SByte) => (ValueGetter<sbyte>)((ref sbyte value) => value = (sbyte)Number()),
            nameof(Int16) => (ValueGetter<short>)((ref short value) => value = (short)Number()),
            nameof(Int32) => (ValueGetter<int>)((ref int value) => value = (int)Number()),
            nameof(Int64) => (ValueGetter<long>)((ref long value) => value = (long)Number()),
            nameof(Byte) => (ValueGetter<byte>)((ref byte value) => value = (byte)Number()),
            nameof(UInt16) => (ValueGetter<ushort>)((ref ushort value) => value = (ushort)Number()),
            nameof(UInt32) => (ValueGetter<uint>)((ref uint value) => value = (uint)Number()),
            _ => (ValueGetter<ulong>)((ref ulong value) => value = (ulong)Number()),
        };
    }

    private sealed class RowCursor(FedView view, HashSet<int> active) : DataViewRowCursor
    {
        private int row = -1;

        public override long Position => row;

        public override long Batch => 0;

        public override DataViewSchema Schema => view.Schema;

        public override bool MoveNext() => ++row < view.GetRowCount();

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            view.Getter(column, () => row) as ValueGetter<TValue> ?? ((ref TValue value) => value = default!);

        public override ValueGetter<DataViewRowId> GetIdGetter() =>
            (ref DataViewRowId value) => value = new DataViewRowId((ulong)row, 0);
    }
}
