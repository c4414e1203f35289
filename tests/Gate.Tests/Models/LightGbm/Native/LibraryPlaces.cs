using Gate.Data;
using Gate.Models.LightGbm.Native;
using Gate.Tests.Data;

namespace Gate.Tests.Models.LightGbm.Native;

/// <summary>Where LightGBM's library is looked for, and what is said where there is none.</summary>
public sealed class LibraryPlaces : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_platform_without_the_library_is_told_what_runs_there()
    {
        string message = Assert.Throws<NativeLibraryMissingException>(() => LibraryResolver.Load(folder.Path)).Message;
        Assert.Contains("is not installed for", message, StringComparison.Ordinal);
        Assert.Contains("linux-x64 (glibc, with the package libgomp1)", message, StringComparison.Ordinal);
        Assert.Contains("or train fast_tree, which boosts trees on ARM too", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [SkippableFact]
    public void A_library_that_does_not_load_is_told_what_it_needs()
    {
        Skip.If(OperatingSystem.IsWindows(), "on Windows it needs nothing else");
        string file = folder.Write(LibraryResolver.FileName, "not a library");
        string message = Assert.Throws<NativeLibraryMissingException>(() => LibraryResolver.Load(folder.Path)).Message;
        Assert.Contains($"'{file}' cannot be loaded", message, StringComparison.Ordinal);
        Assert.Contains(OperatingSystem.IsLinux() ? "apt-get install libgomp1" : "brew install libomp", message, StringComparison.Ordinal);
    }

    [LightGbmFact]
    public void The_folder_of_the_platform_goes_before_the_programs_own()
    {
        string rid = Path.GetFileName(Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "runtimes"))
            .Single(runtime => File.Exists(Path.Combine(runtime, "native", LibraryResolver.FileName))));
        folder.Write(LibraryResolver.FileName, "not a library");
        string place = Path.Combine(folder.Path, "runtimes", rid, "native");
        Directory.CreateDirectory(place);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "runtimes", rid, "native", LibraryResolver.FileName),
            Path.Combine(place, LibraryResolver.FileName));
        Assert.NotEqual(0, LibraryResolver.Load(folder.Path));
    }
}
