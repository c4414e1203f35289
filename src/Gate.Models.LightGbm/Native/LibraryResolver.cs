using System.Reflection;
using System.Runtime.InteropServices;
using Gate.Data;

namespace Gate.Models.LightGbm.Native;

/// <summary>Finds LightGBM's library beside the program, never through the environment: <c>runtimes/&lt;rid&gt;/native/</c> first, then the
/// program's own folder.</summary>
internal static class LibraryResolver
{
    /// <summary>Where LightGBM's package has a library, and what the library itself needs there.</summary>
    private const string Served = "lightgbm is trained on linux-x64 (glibc, with the package libgomp1), osx-x64 (with libomp) and win-x64. "
        + "Run the policy on one of these, or train fast_tree, which boosts trees on ARM too (decision_tree, logistic_regression and "
        + "linear_regression run everywhere); a model that LightGBM has written (model.lightgbm) is scored everywhere too";

    public static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == NativeMethods.Library ? Load(AppContext.BaseDirectory, Path.GetDirectoryName(assembly.Location) ?? "") : 0;

    /// <summary>Loads the library from the first of <paramref name="folders"/> that has it.</summary>
    /// <exception cref="NativeLibraryMissingException">None has it, or the one found cannot be loaded.</exception>
    internal static nint Load(params string[] folders)
    {
        string? found = folders.Where(folder => folder.Length > 0).SelectMany(Candidates).FirstOrDefault(File.Exists);
        if (found is null)
            throw new NativeLibraryMissingException(
                $"LightGBM's library ({FileName}) is not installed for {RuntimeInformation.RuntimeIdentifier}: {Served}");
        try
        {
            return NativeLibrary.Load(found);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new NativeLibraryMissingException($"LightGBM's library '{found}' cannot be loaded{Needs}: {Served}", e);
        }
    }

    internal static string FileName =>
        OperatingSystem.IsWindows() ? "lib_lightgbm.dll" : OperatingSystem.IsMacOS() ? "lib_lightgbm.dylib" : "lib_lightgbm.so";

    private static string Needs => OperatingSystem.IsLinux() ? " (it needs libgomp1: 'apt-get install libgomp1', or 'dnf install libgomp')"
        : OperatingSystem.IsMacOS() ? " (it needs libomp: 'brew install libomp')" : "";

    /// <summary>The runtime identifier whose library fits this process.</summary>
    private static string Rid => (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static IEnumerable<string> Candidates(string folder) =>
        [Path.Combine(folder, "runtimes", Rid, "native", FileName), Path.Combine(folder, FileName)];
}
