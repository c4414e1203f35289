using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Gate.AcceptanceTests.Report;

/// <summary>Draws what a terminal was sent as SVG: text, bold and the sixteen colours.</summary>
internal static partial class TerminalPicture
{
    private const double CharacterWidth = 7.8, LineHeight = 19, Margin = 18;

    private static readonly Dictionary<int, string> Colours = new()
    {
        [1] = "#f47067", [2] = "#57ab5a", [3] = "#c69026", [8] = "#768390", [9] = "#ff938a", [10] = "#6bc46d", [11] = "#daaa3f",
        [13] = "#dcbdfb",
    };

    internal static string Draw(string sent, int columns)
    {
        string[] lines = Mode().Replace(sent, "").Replace("\r", "", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        double width = (2 * Margin) + (columns * CharacterWidth), height = (2 * Margin) + (lines.Length * LineHeight);
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0} {height:0}\" role=\"img\">\n"));
        svg.Append("<title>What gate run prints in a terminal</title>\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#22272e\"/>\n");
        svg.Append("<g font-family=\"ui-monospace, Menlo, Consolas, monospace\" font-size=\"13\" fill=\"#cdd9e5\">\n");
        for (int i = 0; i < lines.Length; i++)
            if (lines[i].Length > 0)
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin:0}\" y=\"{Margin + ((i + 0.75) * LineHeight):0.##}\">")
                    .Append(Spans(lines[i])).Append("</text>\n");
        return svg.Append("</g>\n</svg>\n").ToString();
    }

    private static string Spans(string line)
    {
        var spans = new StringBuilder();
        (int at, string style) = (0, "");
        foreach (Match code in Style().Matches(line))
        {
            Append(line[at..code.Index]);
            (at, style) = (code.Index + code.Length, StyleOf(code.Groups[1].Value));
        }
        Append(line[at..]);
        return spans.ToString();

        void Append(string text)
        {
            if (text.Length == 0) return;
            // Blanks in a row would become one.
            string shown = WebUtility.HtmlEncode(text).Replace(' ', '\u00a0');
            spans.Append(style.Length == 0 ? shown : $"<tspan{style}>{shown}</tspan>");
        }
    }

    private static string StyleOf(string codes)
    {
        int[] numbers = [.. codes.Split(';').Select(code => int.TryParse(code, out int number) ? number : 0)];
        string weight = numbers is [1, ..] ? " font-weight=\"bold\"" : "";
        int colour = Array.IndexOf(numbers, 38);
        if (colour < 0) return weight;
        Assert.True(Colours.TryGetValue(numbers[colour + 2], out string? fill), $"the picture knows no colour {numbers[colour + 2]}");
        return $"{weight} fill=\"{fill}\"";
    }

    [GeneratedRegex("\u001b(\\[\\?\\d+[hl]|[=>])")]
    private static partial Regex Mode();

    [GeneratedRegex("\u001b\\[([\\d;]*)m")]
    private static partial Regex Style();
}
