using System.Buffers.Binary;
using System.IO.Compression;

namespace Gate.Data.Reading;

/// <summary>
/// Makes sure that a compressed file is whole. DuckDB reads a file that was cut off or damaged as far as it goes and
/// says nothing, which would let a gate judge half of the data.
/// </summary>
internal static class CompressedFile
{
    /// <summary>Checks the file to its end; does nothing for one that is not compressed.</summary>
    /// <exception cref="DataException">The file is cut off or damaged.</exception>
    internal static void Verify(SourceFile file, CancellationToken cancel)
    {
        try
        {
            if (file.Compression == "gzip") VerifyGzip(file.Path, cancel);
            else if (file.Compression == "zstd") WalkZstd(file.Path, cancel);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(file.Path, file.Compression, e);
        }
    }

    /// <summary>Whether every frame of a zstd file carries a checksum of its content.</summary>
    /// <exception cref="DataException">The file is cut off or damaged.</exception>
    internal static bool ZstdHasChecksum(string path)
    {
        try
        {
            return WalkZstd(path, CancellationToken.None);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(path, "zstd", e);
        }
    }

    private static DataException Damaged(string path, string compression, Exception e) =>
        new($"{path} is damaged or cut off ({compression}); fetch or write it again", e);

    // The checksum and the length at the end of each member are checked by the stream; its last bytes only when they are read.
    private static void VerifyGzip(string path, CancellationToken cancel)
    {
        using FileStream file = File.OpenRead(path);
        using var content = new GZipStream(file, CompressionMode.Decompress);
        var buffer = new byte[1 << 18];
        uint length = 0;
        for (int read; (read = content.Read(buffer)) > 0; length += (uint)read) cancel.ThrowIfCancellationRequested();
        if (file.Length < 18) throw new EndOfStreamException();
        Span<byte> trailer = stackalloc byte[4];
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(trailer);
        // With several members in one file the trailer tells the length of the last only; zero padding may follow too.
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) is uint told && told > length) throw new EndOfStreamException();
    }

    // RFC 8878, section 3: frames of blocks, walked by their headers. True where every frame has the checksum flag.
    private static bool WalkZstd(string path, CancellationToken cancel)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        Stream stream = reader.BaseStream;
        bool all = true;
        while (stream.Position < stream.Length)
        {
            cancel.ThrowIfCancellationRequested();
            uint magic = reader.ReadUInt32();
            if ((magic & 0xFFFF_FFF0) == 0x184D_2A50) Skip(stream, reader.ReadUInt32());
            else if (magic == 0xFD2F_B528) all &= SkipFrame(reader);
            else throw new InvalidDataException();
        }
        return all;
    }

    /// <summary>Passes over a frame; says whether it has a checksum.</summary>
    private static bool SkipFrame(BinaryReader reader)
    {
        int descriptor = reader.ReadByte();
        bool single = (descriptor & 0x20) != 0;
        int contentSize = (descriptor >> 6) switch { 0 => single ? 1 : 0, 1 => 2, 2 => 4, _ => 8 };
        int dictionary = (descriptor & 3) switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 };
        Skip(reader.BaseStream, (single ? 0 : 1) + dictionary + contentSize);
        for (bool last = false; !last;)
        {
            int header = reader.ReadByte() | reader.ReadByte() << 8 | reader.ReadByte() << 16;
            int type = header >> 1 & 3, size = header >> 3;
            if (type == 3) throw new InvalidDataException();
            Skip(reader.BaseStream, type == 1 ? 1 : size);
            last = (header & 1) != 0;
        }
        bool checksum = (descriptor & 4) != 0;
        if (checksum) Skip(reader.BaseStream, sizeof(uint));
        return checksum;
    }

    private static void Skip(Stream stream, long bytes)
    {
        if (stream.Position + bytes > stream.Length) throw new EndOfStreamException();
        stream.Seek(bytes, SeekOrigin.Current);
    }
}
