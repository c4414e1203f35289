using Gate.Data;
using Gate.Data.DuckDb;

namespace Gate.Tests.Data;

public sealed class NativeLibraryPlaces : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_library_lies_beside_the_program() =>
        Assert.True(
            File.Exists(Path.Combine(AppContext.BaseDirectory, "runtimes", LibraryResolver.Rids[0], "native", LibraryResolver.FileName)));

    [Fact]
    public void The_version_is_told() => Assert.Matches(@"^v\d+\.\d+\.\d+", DuckDbVersion.Value);

    [Fact]
    public void A_missing_library_gives_one_line_that_says_what_to_run()
    {
        string message = Assert.Throws<NativeLibraryMissingException>(() => LibraryResolver.Load(folder.Path)).Message;
        Assert.Contains("npm ci --ignore-scripts", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_broken_library_gives_the_same_advice()
    {
        folder.Write(LibraryResolver.FileName, "not a library");
        Assert.Contains("npm ci --ignore-scripts",
            Assert.Throws<NativeLibraryMissingException>(() => LibraryResolver.Load(folder.Path)).Message, StringComparison.Ordinal);
    }
}
