using System.Runtime.InteropServices;

namespace Gate.Models.LightGbm.Native;

/// <summary>The part of LightGBM's C API (c_api.h, 4.7.0) that Gate uses, named as there, and what it takes of libc. Nothing loads before
/// the first call. LightGBM's functions return 0, or <see cref="LGBM_GetLastError"/> has the reason.</summary>
internal static unsafe partial class NativeMethods
{
    internal const string Library = "lib_lightgbm";
    internal const int Float32 = 0, Float64 = 1;

    // Runs before the first call of this class, so the resolver is in place before anything can load.
    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, LibraryResolver.Resolve);

    [LibraryImport(Library)]
    internal static partial nint LGBM_GetLastError();

    [LibraryImport(Library)]
    internal static partial int LGBM_RegisterLogCallback(delegate* unmanaged<byte*, void> callback);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int LGBM_DatasetCreateFromMat(void* data, int type, int rows, int columns, int isRowMajor, string parameters,
        nint reference, out DatasetHandle dataset);

    [LibraryImport(Library)]
    internal static partial int LGBM_DatasetSetFeatureNames(DatasetHandle dataset, byte** names, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int LGBM_DatasetSetField(DatasetHandle dataset, string name, void* values, int count, int type);

    [LibraryImport(Library)]
    internal static partial int LGBM_DatasetFree(nint dataset);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int LGBM_BoosterCreate(DatasetHandle dataset, string parameters, out BoosterHandle booster);

    [LibraryImport(Library)]
    internal static partial int LGBM_BoosterAddValidData(BoosterHandle booster, DatasetHandle dataset);

    [LibraryImport(Library)]
    internal static partial int LGBM_BoosterUpdateOneIter(BoosterHandle booster, out int isFinished);

    [LibraryImport(Library)]
    internal static partial int LGBM_BoosterGetEval(BoosterHandle booster, int dataset, out int count, double* values);

    [LibraryImport(Library)]
    internal static partial int LGBM_BoosterSaveModelToString(BoosterHandle booster, int first, int iterations, int importance,
        long capacity, out long length, byte* text);

    [LibraryImport(Library)]
    internal static partial int LGBM_BoosterFree(nint booster);

    [LibraryImport("libc")]
    internal static partial int dup(int descriptor);

    [LibraryImport("libc")]
    internal static partial int dup2(int descriptor, int other);

    [LibraryImport("libc")]
    internal static partial int close(int descriptor);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int open(string path, int flags);

    // Of libc: Environment.SetEnvironmentVariable does not reach native code.
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int setenv(string name, string value, int overwrite);
}
