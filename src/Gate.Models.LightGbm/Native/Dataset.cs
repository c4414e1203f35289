using System.Runtime.InteropServices;
using System.Text;
using static Gate.Models.LightGbm.Native.NativeMethods;

namespace Gate.Models.LightGbm.Native;

/// <summary>Rows in LightGBM's own form: binned columns, labels and weights.</summary>
internal sealed unsafe class Dataset : IDisposable
{
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
        double* values = (double*)NativeMemory.Alloc((nuint)rows * (nuint)columns.Count, sizeof(double));
        try
        {
            for (int i = 0; i < columns.Count; i++) columns[i].CopyTo(new Span<double>(values + ((long)i * rows), rows));
            Library.Check(LGBM_DatasetCreateFromMat(values, Float64, rows, columns.Count, isRowMajor: 0, parameters,
                reference?.Handle.DangerousGetHandle() ?? 0, out DatasetHandle handle));
            var dataset = new Dataset(handle, rows);
            if (reference is null) dataset.SetNames(names);
            return dataset;
        }
        finally
        {
            NativeMemory.Free(values);
        }
    }

    /// <summary>Gives each row a label or a weight; LightGBM keeps them in single precision.</summary>
    public void Set(string field, float[] values)
    {
        fixed (float* first = values) Library.Check(LGBM_DatasetSetField(Handle, field, first, rows, Float32));
    }

    public void Dispose() => Handle.Dispose();

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
