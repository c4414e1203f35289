using System.Globalization;
using System.Text;

namespace Gate.Metrics.Frames;

/// <summary>Metrics of every group.</summary>
/// <param name="By">The sensitive columns.</param>
/// <param name="Metrics">The names that were asked for.</param>
/// <param name="Rows">One row a group, in the grouping's order.</param>
public sealed record GroupTable(IReadOnlyList<string> By, IReadOnlyList<string> Metrics, IReadOnlyList<GroupRow> Rows)
{
    /// <summary>The table as text: a line a group with its columns' values, its number of rows, and each metric to four decimals with its
    /// interval. What is undefined says so.</summary>
    public override string ToString()
    {
        string[][] lines =
        [
            [.. By, "rows", .. Metrics],
            .. Rows.Select(row => (string[])[.. row.Values, row.Counts.Count.ToString(CultureInfo.InvariantCulture),
                .. row.Metrics.Select(Text)]),
        ];
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(at => lines.Max(line => line[at].Length))];
        var text = new StringBuilder();
        foreach (string[] line in lines)
            text.Append(string.Join("  ", line.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd()).Append('\n');
        return text.ToString();
    }

    private static string Text(Measurement measured)
    {
        if (!measured.Value.IsDefined) return "undefined";
        string Number(double number) => number.ToString("0.0000", CultureInfo.InvariantCulture);
        return Number(measured.Value.Number) + (measured.Interval is { } ends ? $" ({Number(ends.Low)} to {Number(ends.High)})" : "");
    }
}

/// <summary>One group of a table.</summary>
/// <param name="Values">The value of each sensitive column.</param>
/// <param name="Counts">What stands behind it.</param>
/// <param name="Metrics">The metrics in the order in which they were asked for.</param>
public sealed record GroupRow(IReadOnlyList<string> Values, GroupCounts Counts, IReadOnlyList<Measurement> Metrics);
