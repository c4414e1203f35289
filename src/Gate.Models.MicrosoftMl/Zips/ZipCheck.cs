using System.IO.Compression;
using System.Text;
using Gate.Wording;

namespace Gate.Models.MicrosoftMl.Zips;

/// <summary>Looks through a zip of ML.NET before Microsoft.ML sees it: nothing is unpacked to a disk, sizes are counted while reading and
/// not believed, and every assembly that the file asks to load is one of Microsoft.ML's that Gate brings.</summary>
internal static class ZipCheck
{
    /// <summary>Holds that a file may be loaded.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="ModelException">It may not, and why: a clause that goes on from the file's name.</exception>
    public static void Require(byte[] bytes, CancellationToken cancel = default)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            Names(zip);
            long total = 0;
            var buffer = new MemoryStream();
            foreach (ZipArchiveEntry entry in zip.Entries)
            {
                cancel.ThrowIfCancellationRequested();
                buffer.SetLength(0);
                Unpack(entry, buffer, ref total, cancel);
                ReadOnlySpan<byte> content = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
                if (Crc32.Of(content) != entry.Crc32) throw new InvalidDataException(entry.FullName);
                ModelHeaders.Require(content);
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or IOException or NotSupportedException
            or ArgumentException or DecoderFallbackException or OverflowException)
        {
            throw new ModelException("is a damaged zip archive; save the model again (mlContext.Model.Save)", error);
        }
    }

    private static void Names(ZipArchive zip)
    {
        if (zip.Entries.Count > ZipLimits.Entries)
            throw new ModelException($"has {zip.Entries.Count} entries; models of up to {ZipLimits.Entries} are read");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            string[] parts = entry.FullName.Split('/', '\\');
            if (entry.FullName.Length == 0 || parts.Any(part => part.Length == 0 || part is "." or ".." || part.Contains(':')
                || part.Any(char.IsControl)))
                throw new ModelException($"has an entry called '{Shown.Of(entry.FullName)}', which is no name in a model of ML.NET");
            if (!seen.Add(string.Join('/', parts))) throw new ModelException($"has the entry '{Shown.Of(entry.FullName)}' twice");
        }
        if (!seen.Any(name => name == "TrainingInfo/Version.txt" || name.EndsWith("Model.key", StringComparison.Ordinal)))
            throw new ModelException("is a zip archive, but no model of ML.NET (mlContext.Model.Save)");
    }

    private static void Unpack(ZipArchiveEntry entry, MemoryStream buffer, ref long total, CancellationToken cancel)
    {
        using Stream stream = entry.Open();
        var block = new byte[1 << 16];
        for (int read; (read = stream.Read(block)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            total += read;
            if (total > ZipLimits.Unpacked)
                throw new ModelException($"holds more than {ZipLimits.Unpacked >> 20} MB unpacked, which no model is read with");
            buffer.Write(block, 0, read);
            if (buffer.Length > ZipLimits.Small && buffer.Length > ZipLimits.Ratio * Math.Max(1, entry.CompressedLength))
                throw new ModelException($"has an entry ('{Shown.Of(entry.FullName)}') that is packed more than {ZipLimits.Ratio} to one, "
                    + "as no model is");
        }
    }
}
