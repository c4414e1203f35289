using Gate.Reporting.Output;

namespace Gate.Tests.Reporting;

public sealed class WholeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gate-files-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_link_in_the_place_of_a_file_is_replaced_and_not_followed()
    {
        string outside = Path.Combine(folder, "outside"), target = Path.Combine(folder, "out", "result.json");
        File.WriteAllText(outside, "precious");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.CreateSymbolicLink(target, outside);
        WholeFile.Write(target, "{}");
        Assert.Equal("precious", File.ReadAllText(outside));
        Assert.Null(new FileInfo(target).LinkTarget);
        Assert.Equal("{}", File.ReadAllText(target));
    }

    /// <summary>The name of this process's draft was its id; a link laid there was followed.</summary>
    [Fact]
    public void A_link_laid_in_wait_for_a_draft_is_not_followed()
    {
        string outside = Path.Combine(folder, "outside"), target = Path.Combine(folder, "result.json");
        File.WriteAllText(outside, "precious");
        File.CreateSymbolicLink(Path.Combine(folder, $".result.json.{Environment.ProcessId}.tmp"), outside);
        WholeFile.Write(target, "{}");
        Assert.Equal("precious", File.ReadAllText(outside));
    }

    [Fact]
    public void Nothing_is_left_beside_the_files()
    {
        WholeFile.WriteAll([(Path.Combine(folder, "a"), [1]), (Path.Combine(folder, "b"), [2])]);
        Assert.Equal(["a", "b"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }
}
