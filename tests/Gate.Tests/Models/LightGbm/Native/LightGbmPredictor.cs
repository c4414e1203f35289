using System.Runtime.InteropServices;
using System.Text;
using Gate.Models.LightGbm.Native;

namespace Gate.Tests.Models.LightGbm.Native;

/// <summary>LightGBM's own predictor on a text of ours: what our scoring is held to.</summary>
internal static unsafe class LightGbmPredictor
{
    private const int RawScore = 1, Contribution = 3;

    /// <summary>The raw margins of rows, row-major, rows × trees of an iteration.</summary>
    /// <param name="text">A model as LightGBM's text.</param>
    /// <param name="columns">The values of each feature.</param>
    public static double[] Margins(ReadOnlySpan<byte> text, IReadOnlyList<double[]> columns) => Predict(text, columns, RawScore, 1);

    /// <summary>The contributions of features to the raw margins: rows × trees of an iteration × (features and the expected
    /// value).</summary>
    /// <param name="text">A model as LightGBM's text.</param>
    /// <param name="columns">The values of each feature.</param>
    public static double[] Contributions(ReadOnlySpan<byte> text, IReadOnlyList<double[]> columns) =>
        Predict(text, columns, Contribution, columns.Count + 1);

    private static double[] Predict(ReadOnlySpan<byte> text, IReadOnlyList<double[]> columns, int type, int each)
    {
        nint library = LibraryResolver.Load(AppContext.BaseDirectory);
        var load = (delegate* unmanaged<byte*, int*, nint*, int>)NativeLibrary.GetExport(library, "LGBM_BoosterLoadModelFromString");
        var classes = (delegate* unmanaged<nint, int*, int>)NativeLibrary.GetExport(library, "LGBM_BoosterNumModelPerIteration");
        var predict = (delegate* unmanaged<nint, void*, int, int, int, int, int, int, int, byte*, long*, double*, int>)
            NativeLibrary.GetExport(library, "LGBM_BoosterPredictForMat");
        var free = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(library, "LGBM_BoosterFree");
        Library.Require();
        nint booster;
        int iterations, outputs;
        fixed (byte* model = (byte[])[.. text, 0]) Assert.Equal(0, load(model, &iterations, &booster));
        Assert.Equal(0, classes(booster, &outputs));
        int rows = columns[0].Length;
        double[] values = [.. Enumerable.Range(0, rows).SelectMany(row => columns.Select(column => column[row]))];
        var margins = new double[rows * outputs * each];
        long length;
        const int Doubles = 1, RowMajor = 1;
        fixed (double* first = values, into = margins)
        fixed (byte* parameters = Encoding.ASCII.GetBytes("num_threads=1\0"))
            Assert.Equal(0, predict(booster, first, Doubles, rows, columns.Count, RowMajor, type, 0, -1, parameters, &length, into));
        Assert.Equal(margins.Length, length);
        Assert.Equal(0, free(booster));
        return margins;
    }
}
