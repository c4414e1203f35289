using System.Globalization;
using System.Text;

namespace Gate.Ci.GitHub;

/// <summary>Markdown that has to fit: sections are shown whole or not at all, and what is left out is said.</summary>
internal static class WholeSections
{
    /// <summary>All sections where they fit, otherwise the first ones that fit whole with a notice of what was left out. Empty when there
    /// is no section, or no room even for the notice.</summary>
    /// <param name="sections">Sections of Markdown, the most important first.</param>
    /// <param name="start">What stands before them.</param>
    /// <param name="room">How many bytes of UTF-8 there are for all.</param>
    /// <param name="limit">The limit in words: <c>A summary holds at most 1 MiB</c>.</param>
    /// <param name="where">Where all of it is, as Markdown.</param>
    public static string Compose(IReadOnlyList<string> sections, string start, long room, string limit, string where)
    {
        if (sections.Count == 0) return "";
        string[] blocks = [.. sections.Select(section => section.TrimEnd() + "\n")];
        // Whole texts are only put together where the sections themselves have room: there may be thousands.
        long[] sizes = [0, .. Sums(blocks.Select(block => Encoding.UTF8.GetByteCount(block) + 1L))];
        for (int kept = blocks.Length; kept >= 0; kept--)
        {
            if (sizes[kept] - 1 > room) continue;
            string text = start
                + string.Join('\n', blocks.Take(kept).Concat(kept < blocks.Length ? [Notice(sections, kept, limit, where)] : []));
            if (Encoding.UTF8.GetByteCount(text) <= room) return text;
        }
        return "";
    }

    /// <summary>A text as a span of code, which shows everything as it is, but cannot hold its own mark or a line break.</summary>
    public static string Code(string text) => "`" + text.Replace('`', '\'').ReplaceLineEndings(" ") + "`";

    private static IEnumerable<long> Sums(IEnumerable<long> numbers)
    {
        long sum = 0;
        foreach (long number in numbers) yield return sum += number;
    }

    private static string Notice(IReadOnlyList<string> sections, int kept, string limit, string where)
    {
        string left = string.Join(", ", sections.Skip(kept).Take(10).Select(Heading)) + (sections.Count - kept > 10 ? ", …" : "");
        return string.Create(CultureInfo.InvariantCulture, $"> **Cut.** {limit}, so {sections.Count - kept} of "
            + $"{sections.Count} sections are left out here ({left}). They are in {where}.\n");
    }

    private static string Heading(string section)
    {
        string line = section.AsSpan().Trim().TrimStart('#').Trim().ToString().Split('\n')[0].Trim();
        return Code(line.Length <= 60 ? line : line[..59] + "…");
    }
}
