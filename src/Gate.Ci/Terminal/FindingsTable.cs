using System.Globalization;
using Gate.Evaluation.Results;
using Spectre.Console;

namespace Gate.Ci.Terminal;

/// <summary>The findings and the verdict on standard output: a coloured table on a terminal, aligned plain text elsewhere and with
/// <c>NO_COLOR</c>.</summary>
public static class FindingsTable
{
    private static readonly string[] Header = ["", "condition", "estimate", "interval", "bound"];

    /// <summary>Writes the table, a sentence for each finding that did not pass, and the verdict.</summary>
    /// <param name="result">The result.</param>
    /// <param name="writer">Standard output.</param>
    /// <param name="coloured">Whether it is a terminal that wants colours.</param>
    public static void Write(GateResult result, TextWriter writer, bool coloured)
    {
        string[][] rows = [.. result.Findings.Select(Row)];
        writer.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{PlainText.OneLine(result.Policy.Name)}: {result.Data.TestRows:N0} test "
            + $"row{(result.Data.TestRows == 1 ? "" : "s")}, {result.Findings.Count} condition{(result.Findings.Count == 1 ? "" : "s")}"));
        writer.WriteLine();
        if (coloured) Coloured(rows);
        else Plain(rows, writer);
        writer.WriteLine();
        foreach (Finding finding in result.Findings.Where(finding => finding.Verdict is not ("pass" or "inform")))
        {
            writer.WriteLine(
                $"{finding.Verdict}: {PlainText.OneLine(finding.Id)} ({PlainText.OneLine(result.Policy.Path)}:{finding.Line})");
            writer.WriteLine($"  {PlainText.OneLine(finding.Sentence)}");
            if (finding.Why is { } why) writer.WriteLine($"  Why: {PlainText.OneLine(why)}");
            writer.WriteLine();
        }
        writer.WriteLine($"Verdict: {result.Verdict}. {result.Headline}");
    }

    private static string[] Row(Finding finding) =>
    [
        finding.Verdict,
        PlainText.OneLine(finding.Id),
        finding.Estimate is null ? "undefined" : NumberText.Estimate(finding.Estimate, finding.Interval),
        finding.Interval is null ? "-" : NumberText.Interval(finding.Estimate, finding.Interval),
        Bound(finding),
    ];

    private static string Bound(Finding finding)
    {
        if (finding.Bound is not { } bound) return "-";
        var parts = new List<string>();
        if (bound.Min is { } min) parts.Add($">= {NumberText.Exact(min)}");
        if (bound.Max is { } max) parts.Add($"<= {NumberText.Exact(max)}");
        if (bound.MaxRegression is { } most)
            parts.Add($"at most {NumberText.Exact(most)} worse than the baseline (is {Regression(finding.Regression?.Estimate)})");
        if (bound.MaxRelativeRegression is { } share)
            parts.Add($"at most {NumberText.Percent(share)} worse than the baseline (is "
                + $"{Relative(finding.Regression?.Relative?.Estimate)})");
        return string.Join(", ", parts);
    }

    private static string Relative(double? worse) => worse switch
    {
        null => "undefined",
        > 0 => $"{NumberText.Percent(Math.Round(worse.Value, 4))} worse",
        < 0 => $"{NumberText.Percent(Math.Round(-worse.Value, 4))} better",
        _ => "equal",
    };

    private static string Regression(double? worse) => worse switch
    {
        null => "undefined",
        > 0 => $"{NumberText.Estimate(worse)} worse",
        < 0 => $"{NumberText.Estimate(-worse)} better",
        _ => "equal",
    };

    private static void Plain(string[][] rows, TextWriter writer)
    {
        string[][] all = [Header, .. rows];
        int[] widths = [.. Enumerable.Range(0, Header.Length).Select(c => all.Max(row => row[c].Length))];
        foreach (string[] row in all)
            writer.WriteLine(string.Join("  ", row.Select((cell, c) => c is 2 ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c])))
                .TrimEnd());
    }

    private static void Coloured(string[][] rows)
    {
        var table = new Spectre.Console.Table { Border = TableBorder.Rounded };
        foreach (string title in Header) table.AddColumn(title);
        table.Columns[2].Alignment = Justify.Right;
        foreach (string[] row in rows)
            table.AddRow([new Markup($"[{Colour(row[0])}]{Sign(row[0])} {row[0]}[/]"), .. row.Skip(1).Select(cell => new Text(cell))]);
        AnsiConsole.Write(table);
    }

    private static string Colour(string verdict) => verdict switch
    {
        "pass" => "green",
        "warn" => "yellow",
        "fail" => "red bold",
        "inconclusive" => "magenta",
        _ => "grey",
    };

    private static string Sign(string verdict) => verdict switch
    {
        "pass" => "✔",
        "warn" => "!",
        "fail" => "✘",
        "inconclusive" => "?",
        _ => "·",
    };
}
