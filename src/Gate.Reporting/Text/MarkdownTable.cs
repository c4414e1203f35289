using System.Text;

namespace Gate.Reporting.Text;

/// <summary>A table in Markdown, from cells that are already escaped. A head that starts with <c>&gt;</c> aligns its column to the
/// right.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder text = new();

    internal MarkdownTable(params string[] head)
    {
        Line(head.Select(cell => cell.TrimStart('>')));
        Line(head.Select(cell => cell.StartsWith('>') ? "---:" : "---"));
    }

    /// <summary>The table, ending with a newline.</summary>
    internal string Text => text.ToString();

    internal MarkdownTable Add(IEnumerable<string[]> rows)
    {
        foreach (string[] row in rows) Line(row);
        return this;
    }

    private void Line(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
