using System.Globalization;
using System.Text;

namespace Gate.Ci.GitHub;

/// <summary>The step summary: Markdown that the runner shows on the run's page, and refuses altogether when it is too large.</summary>
public static class StepSummary
{
    /// <summary>The largest summary that a step may write, in bytes of UTF-8.</summary>
    public const int LimitBytes = 1024 * 1024;

    /// <summary>
    /// What to append: all sections where they fit, otherwise the first ones that fit whole with a notice of what was left out. Empty when
    /// there is no section, or no room even for the notice.
    /// </summary>
    /// <param name="sections">Sections of Markdown, the most important first.</param>
    /// <param name="reportPath">Where the full report is, or null.</param>
    /// <param name="alreadyThere">The bytes that the file holds already.</param>
    public static string Compose(IReadOnlyList<string> sections, string? reportPath, long alreadyThere)
    {
        if (sections.Count == 0) return "";
        string[] blocks = [.. sections.Select(section => section.TrimEnd() + "\n")];
        string start = alreadyThere > 0 ? "\n\n" : "";
        long room = LimitBytes - alreadyThere;
        // Whole texts are only put together where the sections themselves have room: there may be thousands.
        long[] sizes = [0, .. Sums(blocks.Select(block => Encoding.UTF8.GetByteCount(block) + 1L))];
        for (int kept = blocks.Length; kept >= 0; kept--)
        {
            if (sizes[kept] - 1 > room) continue;
            string text =
                start + string.Join('\n', blocks.Take(kept).Concat(kept < blocks.Length ? [Notice(sections, kept, reportPath)] : []));
            if (Encoding.UTF8.GetByteCount(text) <= room) return text;
        }
        return "";
    }

    private static IEnumerable<long> Sums(IEnumerable<long> numbers)
    {
        long sum = 0;
        foreach (long number in numbers) yield return sum += number;
    }

    private static string Notice(IReadOnlyList<string> sections, int kept, string? reportPath)
    {
        string where = reportPath is null ? "the report" : "the report, " + Code(reportPath);
        string left = string.Join(", ", sections.Skip(kept).Take(10).Select(Heading)) + (sections.Count - kept > 10 ? ", …" : "");
        return string.Create(CultureInfo.InvariantCulture, $"> **Cut.** A summary holds at most 1 MiB, so {sections.Count - kept} of "
            + $"{sections.Count} sections are left out here ({left}). They are in {where}.\n");
    }

    private static string Heading(string section)
    {
        string line = section.AsSpan().Trim().TrimStart('#').Trim().ToString().Split('\n')[0].Trim();
        return Code(line.Length <= 60 ? line : line[..59] + "…");
    }

    // A code span shows everything as it is, but cannot hold its own mark or a line break.
    private static string Code(string text) => "`" + text.Replace('`', '\'').ReplaceLineEndings(" ") + "`";
}
