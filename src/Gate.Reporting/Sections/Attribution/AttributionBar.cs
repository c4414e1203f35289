using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Attribution;

/// <summary>A share as a bar with its interval as a line, inline SVG without any text of the data; the numbers stand beside it.</summary>
internal static class AttributionBar
{
    private const double Width = 160, Height = 12;

    /// <summary>The bar of a share.</summary>
    /// <param name="fact">The column.</param>
    /// <param name="reach">The largest share, or upper end of an interval, of all columns.</param>
    internal static Markup Of(AttributionFact fact, double reach)
    {
        string At(double share) => NumberText.Exact(Math.Round(reach > 0 ? Math.Clamp(share / reach, 0, 1) * Width : 0, 2));
        string line = fact.Interval is not { } interval ? "" : $"""<line x1="{At(interval.Low)}" x2="{At(interval.High)}" y1="6" y2="6" """
            + """stroke="currentColor" stroke-width="1.5"/>""";
        return new($"""<svg viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" aria-hidden="true" focusable="false">"""
            + $"""<rect x="0" y="0" width="{At(fact.Share ?? 0)}" height="{Height}" rx="2" fill="currentColor" fill-opacity="0.45"/>"""
            + $"""{line}</svg>""");
    }

    /// <summary>The bar of a size, without an interval.</summary>
    /// <param name="size">The size.</param>
    /// <param name="reach">The largest size of all bars beside it.</param>
    internal static Markup Of(double size, double reach) => new($"""<svg viewBox="0 0 {Width} {Height}" width="{Width / 2}" """
        + $"""height="{Height / 2}" aria-hidden="true" focusable="false"><rect x="0" y="0" """
        + $"""width="{NumberText.Exact(Math.Round(reach > 0 ? size / reach * Width : 0, 2))}" height="{Height}" rx="2" """
        + """fill="currentColor" fill-opacity="0.45"/></svg>""");

    /// <summary>The largest share or upper end.</summary>
    internal static double Reach(IEnumerable<AttributionFact> features) => features.Select(feature => Math.Max(feature.Share ?? 0,
        feature.Interval?.High ?? 0)).DefaultIfEmpty().Max();
}
