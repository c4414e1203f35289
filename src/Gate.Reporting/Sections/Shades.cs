using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections;

/// <summary>Numbers from 0 on as bars and as shades, inline SVG without any text of the data; the number stands beside it.</summary>
internal static class Shades
{
    private const double Width = 120, Height = 12, Side = 14;

    /// <summary>A bar as long as the number is large, against the largest of them.</summary>
    internal static Markup Of(double? value, double? largest)
    {
        string width = NumberText.Exact(Math.Round(Part(value, largest) * Width, 2));
        return new($"""<svg viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" aria-hidden="true" focusable="false">"""
            + $"""<rect x="0" y="0" width="{width}" height="{Height}" rx="2" fill="currentColor" fill-opacity="0.55"/></svg>""");
    }

    /// <summary>A square as dark as the number is large.</summary>
    internal static Markup Shade(double? value, double? largest)
    {
        string opacity = NumberText.Exact(Math.Round(0.9 * Part(value, largest), 2));
        return new($"""<svg viewBox="0 0 {Side} {Side}" width="{Side}" height="{Side}" aria-hidden="true" focusable="false">"""
            + $"""<rect x="0.5" y="0.5" width="13" height="13" rx="2" fill="currentColor" fill-opacity="{opacity}" """
            + """stroke="currentColor" stroke-opacity="0.3"/></svg>""");
    }

    private static double Part(double? value, double? largest) =>
        value is { } own && largest is > 0 and { } all ? Math.Clamp(own / all, 0, 1) : 0;
}
