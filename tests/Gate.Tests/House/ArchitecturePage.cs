using System.Text.RegularExpressions;

namespace Gate.Tests.House;

/// <summary>The orders that docs/architecture.md draws, read from the page: it is the rule and not a picture of it.</summary>
internal sealed partial class ArchitecturePage
{
    public const string File = "docs/architecture.md";

    private ArchitecturePage(string text)
    {
        foreach (Match row in ProjectRow().Matches(Section(text, "Rooms")))
        {
            string[] above = [.. Projects.Keys];
            string may = row.Groups[2].Value;
            Projects[row.Groups[1].Value] = may.StartsWith("all", StringComparison.Ordinal) ? above
                : [.. above.Where(project => Regex.IsMatch(may, $@"(?<![\w.]){Regex.Escape(project["Gate.".Length..])}(?![\w.])"))];
        }
        foreach (Match row in FolderRow().Matches(Section(text, "Folders, from the bottom up")))
            Folders[row.Groups[1].Value] = [.. Name().Matches(row.Groups[2].Value).Select(name => name.Groups[1].Value)];
    }

    /// <summary>By project, those that it may use.</summary>
    public Dictionary<string, string[]> Projects { get; } = [];

    /// <summary>By project, its folders, each of which uses only those before it; none where the page says that they are in no order
    /// yet.</summary>
    public Dictionary<string, string[]> Folders { get; } = [];

    public static ArchitecturePage Read() => new(System.IO.File.ReadAllText(Checkout.Path(File)));

    private static string Section(string text, string title)
    {
        int start = text.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{File} has no section '{title}'");
        int end = text.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    [GeneratedRegex(@"^\| `(Gate\.[\w.]+)` \|[^|]*\| ([^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex ProjectRow();

    [GeneratedRegex(@"^\| `(Gate\.[\w.]+)` \| ([^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex FolderRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
