using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections;

/// <summary>A number between a start and 1 as a bar with its interval; inline SVG without any text of the data.</summary>
internal static class ShareBar
{
    private const double Width = 160, Height = 14;

    /// <summary>The bar; nothing where there is no number.</summary>
    /// <param name="start">Where bars begin.</param>
    /// <param name="value">The number.</param>
    /// <param name="interval">Its interval, or null.</param>
    internal static Markup Of(double start, double? value, IntervalFact? interval)
    {
        if (value is not { } number) return new("");
        string At(double place) => NumberText.Exact(Math.Round(Math.Clamp((place - start) / (1 - start), 0, 1) * Width, 2));
        string line = interval is null ? "" : $"""<line x1="{At(interval.Low)}" x2="{At(interval.High)}" y1="7" y2="7" """
            + """stroke="currentColor" stroke-width="1.5"/>""";
        return new($"""<svg viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" aria-hidden="true" focusable="false">"""
            + $"""<rect x="0" y="2" width="{At(number)}" height="10" rx="2" fill="currentColor" fill-opacity="0.45"/>{line}</svg>""");
    }
}
