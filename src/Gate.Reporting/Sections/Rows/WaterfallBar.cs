using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Rows;

/// <summary>One step of a waterfall as inline SVG without any text of the data: from where the columns before have come to where this one
/// leads. The numbers stand beside it.</summary>
/// <param name="Low">The lowest place of the whole waterfall.</param>
/// <param name="High">The highest.</param>
internal sealed record WaterfallBar(double Low, double High)
{
    private const double Width = 260, Height = 16;

    /// <summary>The scale of a row.</summary>
    internal static WaterfallBar Of(RowClassFact row)
    {
        double at = row.Base;
        var places = new List<double> { at };
        foreach (double step in row.Columns.Select(column => column.Contribution).Append(row.OthersAdd)) places.Add(at += step);
        return new(places.Min(), places.Max());
    }

    /// <summary>A step.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="by">How far it goes.</param>
    internal Markup Step(double from, double by)
    {
        (double start, double end) = (At(from), At(from + by));
        return Svg($"""<rect x="{Text(Math.Min(start, end))}" y="3" width="{Text(Math.Abs(end - start))}" height="10" rx="2" """
            + $"""fill="currentColor" fill-opacity="{(by < 0 ? "0.35" : "0.6")}"/>"""
            + $"""<line x1="{Text(end)}" x2="{Text(end)}" y1="0" y2="{Height}" stroke="currentColor" stroke-width="1.5"/>""");
    }

    /// <summary>A place alone: where the row begins and where it ends.</summary>
    internal Markup Place(double place) => Svg($"""<line x1="{Text(At(place))}" x2="{Text(At(place))}" y1="0" y2="{Height}" """
        + """stroke="currentColor" stroke-width="2"/>""");

    private static Markup Svg(string inner) => new($"""<svg viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" """
        + $"""aria-hidden="true" focusable="false">{inner}</svg>""");

    private double At(double place) => High > Low ? 1 + (Math.Clamp((place - Low) / (High - Low), 0, 1) * (Width - 2)) : Width / 2;

    private static string Text(double number) => NumberText.Exact(Math.Round(number, 2));
}
