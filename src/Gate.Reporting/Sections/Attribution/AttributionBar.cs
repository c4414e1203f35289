using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Attribution;

/// <summary>A bar as inline SVG, without any text of the data; the number stands beside it.</summary>
internal static class AttributionBar
{
    private const double Width = 160, Height = 12;

    /// <summary>The bar of a part of the largest, from 0 to 1.</summary>
    internal static Markup Of(double part)
    {
        string width = NumberText.Exact(Math.Round(Math.Clamp(part, 0, 1) * Width, 2));
        return new($"""<svg viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" aria-hidden="true" focusable="false">"""
            + $"""<rect x="0" y="0" width="{width}" height="{Height}" rx="2" fill="currentColor" fill-opacity="0.55"/></svg>""");
    }
}
