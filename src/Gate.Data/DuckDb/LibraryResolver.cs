using System.Reflection;
using System.Runtime.InteropServices;

namespace Gate.Data.DuckDb;

/// <summary>Finds DuckDB's library beside the program, never through the environment: <c>runtimes/&lt;rid&gt;/native/</c> first, then the
/// program's own folder.</summary>
internal static class LibraryResolver
{
    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == NativeMethods.Library ? Load(AppContext.BaseDirectory, Path.GetDirectoryName(assembly.Location) ?? "") : 0;

    /// <summary>Loads the library from the first of <paramref name="folders"/> that has it.</summary>
    /// <exception cref="NativeLibraryMissingException">None has it, or the one found cannot be loaded.</exception>
    internal static nint Load(params string[] folders)
    {
        string? found = folders.Where(folder => folder.Length > 0).SelectMany(Candidates).FirstOrDefault(File.Exists);
        if (found is null)
            throw new NativeLibraryMissingException($"DuckDB's library ({FileName}, {Rids[0]}) is not installed: {WhatToDo}");
        try
        {
            return NativeLibrary.Load(found);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new NativeLibraryMissingException($"DuckDB's library '{found}' cannot be loaded: {WhatToDo}", e);
        }
    }

    internal static string FileName =>
        OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";

    // The one who reads this has either the source or a program made of packages.
    private static string WhatToDo =>
        "run 'npm ci --ignore-scripts' in the root of Gate's repository, then build again; "
        + $"a program that uses Gate's packages needs Gate.Data.DuckDb.{Rids[0]}";

    /// <summary>The runtime identifiers whose library may fit, the likeliest first.</summary>
    internal static string[] Rids
    {
        get
        {
            string processor = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
            if (OperatingSystem.IsWindows()) return [$"win-{processor}"];
            if (OperatingSystem.IsMacOS()) return [$"osx-{processor}"];
            bool musl = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
                || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal);
            return musl ? [$"linux-musl-{processor}"] : [$"linux-{processor}"];
        }
    }

    private static IEnumerable<string> Candidates(string folder) =>
        [.. Rids.Select(rid => Path.Combine(folder, "runtimes", rid, "native", FileName)), Path.Combine(folder, FileName)];
}
