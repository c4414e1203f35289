using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Slices;

/// <summary>Losses as bars and as shades, inline SVG without any text of the data; the number stands beside it.</summary>
internal static class LossBar
{
    private const double Width = 120, Height = 12, Side = 14;

    /// <summary>A bar as long as the loss is, against the largest of them.</summary>
    internal static Markup Of(double? loss, double? largest)
    {
        string width = NumberText.Exact(Math.Round(Part(loss, largest) * Width, 2));
        return new($"""<svg viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" aria-hidden="true" focusable="false">"""
            + $"""<rect x="0" y="0" width="{width}" height="{Height}" rx="2" fill="currentColor" fill-opacity="0.55"/></svg>""");
    }

    /// <summary>A square as dark as the loss is large.</summary>
    internal static Markup Shade(double? loss, double? largest)
    {
        string opacity = NumberText.Exact(Math.Round(0.9 * Part(loss, largest), 2));
        return new($"""<svg viewBox="0 0 {Side} {Side}" width="{Side}" height="{Side}" aria-hidden="true" focusable="false">"""
            + $"""<rect x="0.5" y="0.5" width="13" height="13" rx="2" fill="currentColor" fill-opacity="{opacity}" """
            + """stroke="currentColor" stroke-opacity="0.3"/></svg>""");
    }

    private static double Part(double? loss, double? largest) =>
        loss is { } own && largest is > 0 and { } all ? Math.Clamp(own / all, 0, 1) : 0;
}
