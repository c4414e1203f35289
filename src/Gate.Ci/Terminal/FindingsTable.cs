using System.Globalization;
using Gate.Evaluation.Results;
using Spectre.Console;

namespace Gate.Ci.Terminal;

/// <summary>The findings and the verdict on standard output: a coloured table on a terminal, aligned plain text elsewhere and with
/// <c>NO_COLOR</c>.</summary>
public static class FindingsTable
{
    private const int MostNotes = 10;

    private static readonly string[] Header = ["", "condition", "estimate", "interval", "bound"];

    /// <summary>Writes the table, a sentence for each finding that did not plainly pass, and the verdict.</summary>
    /// <param name="result">The result.</param>
    /// <param name="writer">Standard output.</param>
    /// <param name="coloured">Whether it is a terminal that wants colours.</param>
    public static void Write(GateResult result, TextWriter writer, bool coloured)
    {
        writer.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{PlainText.OneLine(result.Policy.Name)}: {result.Data.TestRows:N0} test "
            + $"row{(result.Data.TestRows == 1 ? "" : "s")}, {result.Findings.Count} condition{(result.Findings.Count == 1 ? "" : "s")}"));
        if (result.Policy.Overrides.Count > 0)
            writer.WriteLine($"Replaced on the command line: {string.Join(", ", result.Policy.Overrides.Select(PlainText.OneLine))}");
        writer.WriteLine();
        if (coloured) Coloured(result.Findings, writer);
        else Plain([.. result.Findings.Select(Row)], writer);
        writer.WriteLine();
        foreach (Finding finding in result.Findings.Where(NeedsSaying))
        {
            writer.WriteLine(
                $"{Word(finding)}: {PlainText.OneLine(finding.Id)} ({PlainText.OneLine(result.Policy.Path)}:{finding.Line})");
            writer.WriteLine($"  {PlainText.OneLine(finding.Sentence)}");
            if (finding.Why is { } why) writer.WriteLine($"  Why: {PlainText.OneLine(why)}");
            writer.WriteLine();
        }
        Notes(result.Notes, writer);
        writer.WriteLine($"Verdict: {result.Verdict.Word()}. {PlainText.OneLine(result.Headline)}");
    }

    private static void Notes(IReadOnlyList<string> notes, TextWriter writer)
    {
        foreach (string note in notes.Take(MostNotes)) writer.WriteLine($"Note: {PlainText.OneLine(note)}");
        if (notes.Count > MostNotes) writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{notes.Count - MostNotes} more note{(notes.Count - MostNotes == 1 ? "" : "s")} in the report and the result"));
        if (notes.Count > 0) writer.WriteLine();
    }

    // A pass that the policy gave, or that says nothing of one of its groups, is said in full like what did not pass.
    private static bool NeedsSaying(Finding finding) => finding.Verdict switch
    {
        Verdict.Inform => false,
        Verdict.Pass => finding.PassedByPolicy is not null || finding.Groups.Any(group => group.Excluded is not null),
        _ => true,
    };

    private static string Word(Finding finding) => finding.PassedByPolicy is null ? finding.Verdict.Word() : "passed by policy";

    private static string[] Row(Finding finding) =>
    [
        Word(finding),
        PlainText.OneLine(finding.Id),
        finding.Estimate is null ? "undefined" : NumberText.Estimate(finding.Estimate, finding.Interval),
        finding.Interval is null ? "-" : NumberText.Interval(finding.Estimate, finding.Interval),
        Bound(finding),
    ];

    private static string Bound(Finding finding)
    {
        if (finding.Bound is not { } bound) return "-";
        var parts = new List<string>();
        if (bound.Min is { } min) parts.Add($">= {NumberText.Bound(min)}");
        if (bound.Max is { } max) parts.Add($"<= {NumberText.Bound(max)}");
        if (bound.MaxRegression is { } most)
            parts.Add($"at most {NumberText.Bound(most)} worse than the baseline (is {Regression(finding.Regression?.Estimate)})");
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

    private static void Coloured(IReadOnlyList<Finding> findings, TextWriter writer)
    {
        var table = new Spectre.Console.Table { Border = TableBorder.Rounded };
        foreach (string title in Header) table.AddColumn(title);
        table.Columns[2].Alignment = Justify.Right;
        foreach (Finding finding in findings)
        {
            string[] row = Row(finding);
            (string colour, string sign) = Look(finding.PassedByPolicy is null ? finding.Verdict : Verdict.Inform);
            table.AddRow([new Markup($"[{colour}]{sign} {row[0]}[/]"), .. row.Skip(1).Select(cell => new Text(cell))]);
        }
        // A console of its own: the static one would write past the writer, and past what guards it.
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No }).Write(table);
    }

    private static (string Colour, string Sign) Look(Verdict verdict) => verdict switch
    {
        Verdict.Pass => ("green", "✔"),
        Verdict.Warn => ("yellow", "!"),
        Verdict.Fail => ("red bold", "✘"),
        Verdict.Inconclusive => ("magenta", "?"),
        _ => ("grey", "·"),
    };
}
