using Gate.Data;

namespace Gate.Tests.Data;

public sealed class Checksums : IDisposable
{
    // A frame of one raw block "a\n1\n": magic, descriptor (single segment, with or without checksum), size, block; RFC 8878.
    private static readonly byte[] Plain = [0x28, 0xB5, 0x2F, 0xFD, 0x20, 4, 0x21, 0, 0, (byte)'a', (byte)'\n', (byte)'1', (byte)'\n'];

    // XXH64 of the content with seed 0, its lower four bytes: not looked at here, only that it stands there.
    private static readonly byte[] Checked = [.. Plain[..4], 0x24, .. Plain[5..], 1, 2, 3, 4];

    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_frames_of_zstd_say_whether_they_have_one()
    {
        Assert.True(TableReader.LacksChecksum(folder.Write("plain.csv.zst", Plain)));
        Assert.False(TableReader.LacksChecksum(folder.Write("checked.csv.zst", Checked)));
        Assert.True(TableReader.LacksChecksum(folder.Write("mixed.csv.zst", [.. Checked, .. Plain])));
        Assert.Throws<DataException>(() => TableReader.LacksChecksum(folder.Write("cut.csv.zst", Plain[..^1])));
    }

    [Fact]
    public void Flipped_bytes_of_zstd_without_one_are_read_as_other_content()
    {
        byte[] flipped = [.. Plain];
        flipped[^2] = (byte)'7';
        Assert.Equal([7], folder.Read(folder.Write("flipped.csv.zst", flipped)).Numbers("a"));
    }

    [Fact]
    public void Parquet_has_none_and_gzip_and_plain_text_are_not_at_issue()
    {
        Assert.True(TableReader.LacksChecksum(folder.Copy("d.parquet", "SELECT 1 AS a")));
        Assert.False(TableReader.LacksChecksum(folder.WriteGzip("d.csv.gz", "a\n1\n")));
        Assert.False(TableReader.LacksChecksum(folder.Write("d.csv", "a\n1\n")));
    }
}
