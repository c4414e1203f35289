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

    /// <summary>Writes the table, a sentence for each finding that did not plainly pass, and the verdict; the gravest findings
    /// first.</summary>
    /// <param name="result">The result.</param>
    /// <param name="writer">Standard output.</param>
    /// <param name="coloured">Whether it is a terminal that wants colours.</param>
    /// <param name="width">How many columns the terminal has: sentences are broken between words, and what does not fit beside each other
    /// stands below. 0 for any.</param>
    public static void Write(GateResult result, TextWriter writer, bool coloured, int width = 0)
    {
        Finding[] findings = [.. result.Findings.OrderBy(finding => finding.Verdict)];
        writer.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{PlainText.OneLine(result.Policy.Name)}: {result.Data.TestRows:N0} test "
            + $"row{(result.Data.TestRows == 1 ? "" : "s")}, {result.Findings.Count} condition{(result.Findings.Count == 1 ? "" : "s")}"));
        if (result.Policy.Overrides.Count > 0)
            writer.WriteLine($"Replaced on the command line: {string.Join(", ", result.Policy.Overrides.Select(PlainText.OneLine))}");
        writer.WriteLine();
        if (coloured) Coloured(findings, writer, width);
        else Plain([.. findings.Select(Row)], writer);
        writer.WriteLine();
        foreach (Finding finding in findings.Where(NeedsSaying))
        {
            writer.WriteLine(
                $"{Word(finding)}: {PlainText.OneLine(finding.Id)} "
                + $"({PlainText.OneLine(finding.File ?? result.Policy.Path)}:{finding.Line})");
            Say(PlainText.OneLine(finding.Sentence), 2);
            if (finding.Why is { } why) Say($"Why: {PlainText.OneLine(why)}", 2);
            writer.WriteLine();
        }
        Notes(result.Notes, writer, width);
        Say(VerdictLine(result), 0);

        void Say(string text, int indent)
        {
            foreach (string line in AlignedText.Wrapped(text, width, indent)) writer.WriteLine(line);
        }
    }

    /// <summary>The verdict in one line.</summary>
    /// <param name="result">The result.</param>
    public static string VerdictLine(GateResult result) => $"Verdict: {result.Verdict.Word()}. {PlainText.OneLine(result.Headline)}";

    private static void Notes(IReadOnlyList<string> notes, TextWriter writer, int width)
    {
        foreach (string note in notes.Take(MostNotes))
            foreach (string line in AlignedText.Wrapped($"Note: {PlainText.OneLine(note)}", width, 0)) writer.WriteLine(line);
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
            parts.Add($"at most {NumberText.Bound(most)} worse than the baseline (is {Regression(finding.Regression?.Estimate)}"
                + $"{Interval(finding, finding.Regression?.Interval, 1)})");
        if (bound.MaxRelativeRegression is { } share)
            parts.Add($"at most {NumberText.Percent(share)} worse than the baseline (is "
                + $"{Relative(finding.Regression?.Relative?.Estimate)}{Interval(finding, finding.Regression?.Relative?.Interval, 100)})");
        return string.Join(", ", parts);
    }

    /// <summary>What decided a regression that did not pass: <c>; 0.0040 to 0.0200 worse</c>.</summary>
    private static string Interval(Finding finding, IntervalFact? interval, double scale)
    {
        if (interval is null || finding.Verdict is Verdict.Pass or Verdict.Inform) return "";
        string unit = scale == 100 ? " %" : "";
        string Side(double end) => $"{NumberText.Estimate(Math.Abs(end) * scale)}{unit} {(end < 0 ? "better" : "worse")}";
        return $"; {Side(interval.Low)} to {Side(interval.High)}";
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
        foreach (string line in AlignedText.Lines([Header, .. rows], 2)) writer.WriteLine(line);
    }

    private static void Coloured(IReadOnlyList<Finding> findings, TextWriter writer, int width)
    {
        string[][] rows = [.. findings.Select(Row)];
        // Signs, a space, and the borders: what Spectre puts around each cell.
        int needed = AlignedText.Widths([Header, .. rows]).Sum() + 2 + (3 * Header.Length) + 1;
        // A console of its own: the static one would write past the writer, and past what guards it.
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No });
        console.Profile.Width = Math.Max(needed, width);
        if (width > 0 && needed > width) Stacked(findings, rows, console, width);
        else console.Write(Table(findings, rows));
    }

    private static Spectre.Console.Table Table(IReadOnlyList<Finding> findings, string[][] rows)
    {
        var table = new Spectre.Console.Table { Border = TableBorder.Rounded };
        foreach (string title in Header) table.AddColumn(title);
        table.Columns[2].Alignment = Justify.Right;
        foreach ((Finding finding, string[] row) in findings.Zip(rows))
            table.AddRow([Marked(finding), .. row.Skip(1).Select(cell => new Text(cell))]);
        return table;
    }

    /// <summary>On a narrow terminal: the verdict and the condition, and below them the numbers.</summary>
    private static void Stacked(IReadOnlyList<Finding> findings, string[][] rows, IAnsiConsole console, int width)
    {
        foreach ((Finding finding, string[] row) in findings.Zip(rows))
        {
            console.Write(Marked(finding));
            console.WriteLine($"  {row[1]}");
            string interval = row[3] == "-" ? "" : $" ({row[3]})", bound = row[4] == "-" ? "" : $", bound {row[4]}";
            foreach (string line in AlignedText.Wrapped($"{row[2]}{interval}{bound}", width, 4)) console.WriteLine(line);
        }
    }

    private static Markup Marked(Finding finding)
    {
        (string colour, string sign) = Look(finding.PassedByPolicy is null ? finding.Verdict : Verdict.Inform);
        return new Markup($"[{colour}]{sign} {Word(finding)}[/]");
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
