using System.Text;

namespace Gate.Data;

/// <summary>Recognises, by their first bytes, files that are something else than their name says, or than a table or a model can be read
/// from.</summary>
public static class OtherFiles
{
    /// <summary>How many bytes from the start of a file it takes to know it.</summary>
    public const int Look = 4096;

    private const string AsCsv = "save the sheet as CSV (in Excel: CSV UTF-8) and name that file";

    /// <summary>What stands in a file's place, as a clause that goes on from its name: a pointer of Git LFS, or a web page. Null for
    /// neither.</summary>
    /// <param name="start">The first <see cref="Look"/> bytes of the file, or all of them.</param>
    public static string? StandIn(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("version https://git-lfs.github.com/spec/"u8))
            return "is a pointer of Git LFS and not the file itself; fetch it with 'git lfs pull' (with actions/checkout: lfs: true)";
        string head = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 256)])
            .TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').ToLowerInvariant();
        return head.StartsWith("<!doctype html", StringComparison.Ordinal) || head.StartsWith("<html", StringComparison.Ordinal)
            ? "is a web page (HTML), as a login or an error is that was saved in a file's place; download the file itself" : null;
    }

    /// <summary>What a file is that cannot be read as a table in text, as a clause that goes on from its name; null for a file that is
    /// none of these.</summary>
    /// <param name="start">The first <see cref="Look"/> bytes of the file, or all of them.</param>
    public static string? NoText(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8)) return Archive(start);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return $"is a file of an old Office program, as Excel's .xls is; {AsCsv}";
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return "is compressed by gzip; its name must end in .gz, such as .csv.gz";
        if (start.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]))
            return "is compressed by zstd; its name must end in .zst, such as .csv.zst";
        if (start.StartsWith("PAR1"u8)) return "is a Parquet file; its name must end in .parquet";
        if (start.StartsWith("%PDF-"u8)) return "is a PDF; write its table into a csv file";
        if (start.StartsWith("SQLite format 3\0"u8)) return "is a database of SQLite; write the table into a csv file";
        return IsUtf16(start)
            ? "is UTF-16 (what Excel calls Unicode text); save it as UTF-8, for example: iconv -f utf-16 -t utf-8 old.csv > new.csv" : null;
    }

    private static string Archive(ReadOnlySpan<byte> start)
    {
        if (start.IndexOf("xl/"u8) >= 0) return $"is an Excel workbook (.xlsx); {AsCsv}";
        if (start.IndexOf("opendocument.spreadsheet"u8) >= 0) return $"is a spreadsheet of OpenDocument (.ods); {AsCsv}";
        return start.IndexOf("[Content_Types].xml"u8) >= 0 ? $"is an Office file, as Excel's .xlsx is; {AsCsv}"
            : "is a zip archive; unpack it and name the file within";
    }

    /// <summary>A byte order mark, or zeros in every other place as ASCII has them in UTF-16.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return true;
        Span<int> zeros = [0, 0];
        for (int i = 0; i < start.Length; i++) if (start[i] == 0) zeros[i % 2]++;
        return start.Length >= 8 && Math.Max(zeros[0], zeros[1]) * 4 > start.Length && Math.Min(zeros[0], zeros[1]) * 20 < start.Length;
    }
}
