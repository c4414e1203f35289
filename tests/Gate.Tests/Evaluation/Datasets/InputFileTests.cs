using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Tests.Data;

namespace Gate.Tests.Evaluation.Datasets;

public sealed class InputFileTests
{
    [Fact]
    public void A_file_in_another_part_is_the_same_file()
    {
        using var folder = new DataFolder();
        string path = folder.Write("d.csv", "a\n1\n");
        var file = new InputFile("data", path);
        InputFile same = file.As("baseline");
        Assert.Equal(("baseline", path, 4L, Digest.OfFile(path)), (same.Role, same.Path, same.Length, same.Digest));
        Assert.Equal(file.DigestOfRead(), same.DigestOfRead());
    }

    [Theory]
    [InlineData("a\n2\n", 1)]
    [InlineData("a\n22\n", 0)]
    public void A_file_of_another_time_or_length_has_changed(string text, int hours)
    {
        using var folder = new DataFolder();
        string path = folder.Write("d.csv", "a\n1\n");
        DateTime written = File.GetLastWriteTimeUtc(path);
        var file = new InputFile("data", path);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, written.AddHours(hours));
        Assert.Equal($"{path} changed while it was read; run again when nothing writes to it",
            Assert.Throws<DataException>(() => file.DigestOfRead()).Message);
    }

    [Fact]
    public void A_file_that_is_gone_has_changed()
    {
        using var folder = new DataFolder();
        string path = folder.Write("d.csv", "a\n1\n");
        var file = new InputFile("data", path);
        Assert.StartsWith("sha256:", file.Digest, StringComparison.Ordinal);
        File.Delete(path);
        Assert.Throws<DataException>(() => file.DigestOfRead());
        Assert.Equal(-1, new InputFile("data", path).Length);
    }
}
