using System.Globalization;
using System.Net;
using System.Text;
using Gate.Wording;

namespace Gate.Tracking.Comparing.Pages;

/// <summary>Pieces of a page: text that is escaped, and shapes.</summary>
internal static class Svg
{
    /// <summary>A text for HTML elements and quoted attributes.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(Shown.OneLine(text));

    /// <summary>A text that is cut for a label.</summary>
    public static string Label(string text) => WebUtility.HtmlEncode(Shown.Of(text));

    /// <summary>A coordinate.</summary>
    public static string At(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A line.</summary>
    public static string Line(double x1, double y1, double x2, double y2, string css) =>
        $"<line class=\"{css}\" x1=\"{At(x1)}\" y1=\"{At(y1)}\" x2=\"{At(x2)}\" y2=\"{At(y2)}\"/>";

    /// <summary>A text at a place.</summary>
    public static string Word(double x, double y, string anchor, string css, string text) =>
        $"<text class=\"{css}\" x=\"{At(x)}\" y=\"{At(y)}\" text-anchor=\"{anchor}\">{Label(text)}</text>";

    /// <summary>A line through points.</summary>
    public static string Path(IEnumerable<(double X, double Y)> points, string css)
    {
        var path = new StringBuilder();
        foreach ((double x, double y) in points) path.Append(path.Length == 0 ? 'M' : 'L').Append(At(x)).Append(' ').Append(At(y));
        return $"<path class=\"{css}\" d=\"{path}\"/>";
    }

    /// <summary>The mark of a verdict, which shape tells as well as colour.</summary>
    public static string Mark(double x, double y, string? verdict, string title)
    {
        (string css, string shape) = verdict switch
        {
            "pass" => ("pass", "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"),
            "warn" => ("warn", "M0 -5L5 4L-5 4Z"),
            "fail" => ("fail", "M-4 -4L4 -4L4 4L-4 4Z"),
            _ => ("open", "M0 -5L5 0L0 5L-5 0Z"),
        };
        return $"<path class=\"mark {css}\" transform=\"translate({At(x)} {At(y)})\" d=\"{shape}\"><title>{Text(title)}</title></path>";
    }
}
