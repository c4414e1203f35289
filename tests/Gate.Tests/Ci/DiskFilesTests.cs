using Gate.Ci;

namespace Gate.Tests.Ci;

public class DiskFilesTests
{
    [Fact]
    public void Text_is_appended_as_UTF8_without_a_byte_order_mark()
    {
        string path = Path.GetTempFileName();
        try
        {
            var files = new DiskFiles();
            files.Append(path, "é");
            files.Append(path, "\n☃");
            Assert.Equal([0xC3, 0xA9, 0x0A, 0xE2, 0x98, 0x83], File.ReadAllBytes(path));
            Assert.Equal(6, files.Length(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_does_not_exist_holds_nothing() =>
        Assert.Equal(0, new DiskFiles().Length(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))));
}
