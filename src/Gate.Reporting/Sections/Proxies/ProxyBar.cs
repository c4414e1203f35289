using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Proxies;

/// <summary>How far an area under the ROC curve lies between 0.5, which tells nothing, and 1, with its interval; inline SVG without any
/// text of the data.</summary>
internal static class ProxyBar
{
    private const double Width = 160, Height = 14;

    internal static Markup Of(ProxyFact fact)
    {
        if (fact.Auc is not { } auc) return new("");
        string At(double area) => NumberText.Exact(Math.Round(Math.Clamp(2 * area - 1, 0, 1) * Width, 2));
        string line = fact.Interval is not { } interval ? "" : $"""<line x1="{At(interval.Low)}" x2="{At(interval.High)}" y1="7" y2="7" """
            + """stroke="currentColor" stroke-width="1.5"/>""";
        return new($"""<svg viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" aria-hidden="true" focusable="false">"""
            + $"""<rect x="0" y="2" width="{At(auc)}" height="10" rx="2" fill="currentColor" fill-opacity="0.45"/>{line}</svg>""");
    }
}
