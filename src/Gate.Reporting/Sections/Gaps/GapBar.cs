using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Gaps;

/// <summary>A bar to either side of zero with its interval as a line, as inline SVG without any text of the data; the numbers stand beside
/// it.</summary>
internal static class GapBar
{
    private const double Width = 220, Height = 16;

    /// <summary>The bar of one contribution.</summary>
    /// <param name="value">The contribution.</param>
    /// <param name="interval">Its interval, or null.</param>
    /// <param name="reach">The largest size that any bar or interval of the chart has.</param>
    internal static Markup Of(double value, IntervalFact? interval, double reach)
    {
        double At(double number) => reach > 0 ? (Math.Clamp(number / reach, -1, 1) + 1) * Width / 2 : Width / 2;
        string Text(double number) => NumberText.Exact(Math.Round(number, 2));
        double zero = Width / 2, end = At(value);
        string line = interval is null ? "" : $"""<line x1="{Text(At(interval.Low))}" x2="{Text(At(interval.High))}" y1="8" y2="8" """
            + """stroke="currentColor" stroke-width="1.5"/>""";
        return new($"""<svg viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" aria-hidden="true" focusable="false">"""
            + $"""<rect x="{Text(Math.Min(zero, end))}" y="3" width="{Text(Math.Abs(end - zero))}" height="10" rx="2" """
            + $"""fill="currentColor" fill-opacity="{(value < 0 ? "0.35" : "0.6")}"/>"""
            + $"""<line x1="{zero}" x2="{zero}" y1="0" y2="{Height}" stroke="currentColor" stroke-opacity="0.5"/>{line}</svg>""");
    }

    /// <summary>The largest size of the contributions and of the ends of their intervals.</summary>
    internal static double Reach(IEnumerable<GapColumnFact> columns) => columns.SelectMany(column => (double[])[column.Difference,
        column.Interval?.Low ?? 0, column.Interval?.High ?? 0]).Select(Math.Abs).DefaultIfEmpty().Max();
}
