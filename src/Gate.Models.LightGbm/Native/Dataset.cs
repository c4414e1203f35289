using System.Runtime.InteropServices;
using System.Text;
using static Gate.Models.LightGbm.Native.NativeMethods;

namespace Gate.Models.LightGbm.Native;

/// <summary>Rows in LightGBM's own form: binned columns, labels and weights.</summary>
internal sealed unsafe class Dataset : IDisposable
{
    /// <summary>So many values are handed over at a time: columns are not copied as a whole.</summary>
    private const int BlockValues = 1 << 20;

    private readonly int rows;

    private Dataset(DatasetHandle handle, int rows) => (Handle, this.rows) = (handle, rows);

    public DatasetHandle Handle { get; }

    /// <summary>Bins columns. One with a reference is binned as that one was.</summary>
    /// <param name="columns">The values of each column, NaN where missing; codes of a category.</param>
    /// <param name="names">The names of the columns.</param>
    /// <param name="parameters">LightGBM's parameters.</param>
    /// <param name="reference">The rows that are trained on, or null.</param>
    public static Dataset Create(IReadOnlyList<double[]> columns, IReadOnlyList<string> names, string parameters, Dataset? reference)
    {
        int rows = columns[0].Length;
        DatasetHandle handle;
        if (reference is null) handle = ColumnSample.Bin(columns, rows, parameters);
        else Library.Check(LGBM_DatasetCreateByReference(reference.Handle, rows, out handle));
        var dataset = new Dataset(handle, rows);
        try
        {
            if (reference is null) dataset.SetNames(names);
            dataset.Push(columns);
            return dataset;
        }
        catch
        {
            dataset.Dispose();
            throw;
        }
    }

    /// <summary>Gives each row a label or a weight; LightGBM keeps them in single precision.</summary>
    public void Set(string field, float[] values)
    {
        fixed (float* first = values) Library.Check(LGBM_DatasetSetField(Handle, field, first, rows, Float32));
    }

    public void Dispose() => Handle.Dispose();

    private void Push(IReadOnlyList<double[]> columns)
    {
        int size = Math.Clamp(BlockValues / columns.Count, 1, rows);
        var block = new double[size * columns.Count];
        for (int first = 0; first < rows; first += size)
        {
            int count = Math.Min(size, rows - first);
            for (int column = 0; column < columns.Count; column++)
            {
                ReadOnlySpan<double> values = columns[column].AsSpan(first, count);
                for (int row = 0, at = column; row < count; row++, at += columns.Count) block[at] = values[row];
            }
            fixed (double* values = block)
                Library.Check(LGBM_DatasetPushRows(Handle, values, Float64, count, columns.Count, first));
        }
    }

    private void SetNames(IReadOnlyList<string> names)
    {
        byte[][] texts = [.. names.Select(name => Encoding.UTF8.GetBytes(name + "\0"))];
        GCHandle[] pins = Array.ConvertAll(texts, text => GCHandle.Alloc(text, GCHandleType.Pinned));
        try
        {
            var pointers = new byte*[pins.Length];
            for (int i = 0; i < pins.Length; i++) pointers[i] = (byte*)pins[i].AddrOfPinnedObject();
            fixed (byte** first = pointers) Library.Check(LGBM_DatasetSetFeatureNames(Handle, first, pointers.Length));
        }
        finally
        {
            foreach (GCHandle pin in pins) pin.Free();
        }
    }
}
