using System.Runtime.InteropServices;
using static Gate.Models.LightGbm.Native.NativeMethods;

namespace Gate.Models.LightGbm.Native;

/// <summary>From a sample of rows LightGBM makes the bins of each column, the rows that it would draw itself.</summary>
internal static unsafe class ColumnSample
{
    private const double Zero = 1e-35f;

    /// <summary>Makes bins, for rows that are then pushed.</summary>
    public static DatasetHandle Bin(IReadOnlyList<double[]> columns, int rows, string parameters)
    {
        int[] sample = Draw(rows, parameters);
        var pins = new List<GCHandle>();
        try
        {
            var values = new double*[columns.Count];
            var places = new int*[columns.Count];
            var counts = new int[columns.Count];
            for (int i = 0; i < columns.Count; i++)
            {
                double[] column = columns[i];
                // Zeros are not told: what is not named is one.
                int[] told = [.. Enumerable.Range(0, sample.Length).Where(at => !(Math.Abs(column[sample[at]]) <= Zero))];
                values[i] = (double*)Pinned(Array.ConvertAll(told, at => column[sample[at]]), pins);
                places[i] = (int*)Pinned(told, pins);
                counts[i] = told.Length;
            }
            fixed (double** firstValues = values)
            fixed (int** firstPlaces = places)
            fixed (int* firstCounts = counts)
            {
                Library.Check(LGBM_DatasetCreateFromSampledColumn(firstValues, firstPlaces, columns.Count, firstCounts, sample.Length, rows,
                    rows, parameters, out DatasetHandle handle));
                return handle;
            }
        }
        finally
        {
            foreach (GCHandle pin in pins) pin.Free();
        }
    }

    private static int[] Draw(int rows, string parameters)
    {
        Library.Check(LGBM_GetSampleCount(rows, parameters, out int count));
        var sample = new int[count];
        fixed (int* first = sample) Library.Check(LGBM_SampleIndices(rows, parameters, first, out count));
        return sample[..count];
    }

    private static nint Pinned(Array array, List<GCHandle> pins)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        pins.Add(pin);
        return pin.AddrOfPinnedObject();
    }
}
