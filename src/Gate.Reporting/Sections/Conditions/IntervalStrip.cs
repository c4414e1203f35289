using Gate.Evaluation.Results;
using Gate.Reporting.Templating;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections.Conditions;

/// <summary>A small picture of an estimate and its interval against its bound, as inline SVG without any text of the data.</summary>
internal static class IntervalStrip
{
    private const double Width = 180, Height = 22, Middle = Height / 2;

    /// <summary>The picture, or null when there is no number to draw. A condition that bounds only the regression shows the
    /// regression.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="ends">The ends of the scale.</param>
    internal static Markup? Of(Finding finding, (double Low, double High)? ends)
    {
        Judged judged = Judged.Of(finding);
        if (judged.Estimate is not { } value || !double.IsFinite(value) || ends is not { } at) return null;
        (double? min, double? max, IntervalFact? interval) = (judged.Least, judged.Most, judged.Interval);
        var scale = new Scale(at.Low, at.High);

        string zones = (min is { } least ? Zone(0, scale.At(least)) : "") + (max is { } most ? Zone(scale.At(most), Width) : "");
        string bounds = (min is { } l ? Bound(scale.At(l)) : "") + (max is { } m ? Bound(scale.At(m)) : "");
        string range = interval is null ? "" : Line("range", scale.At(interval.Low), scale.At(interval.High));
        string size = $"""viewBox="0 0 {Text(Width)} {Text(Height)}" width="{Text(Width)}" height="{Text(Height)}" """;
        return new Markup(
            $"""<svg class="strip" {size}aria-hidden="true" focusable="false">{Line("base", 0, Width)}{zones}{bounds}{range}"""
            + $"""<circle class="point" cx="{Text(scale.At(value))}" cy="{Text(Middle)}" r="4.5"/></svg>""");
    }

    private static string Line(string kind, double from, double to) =>
        $"""<line class="{kind}" x1="{Text(from)}" x2="{Text(to)}" y1="{Text(Middle)}" y2="{Text(Middle)}"/>""";

    private static string Zone(double from, double to) =>
        $"""<rect class="zone" x="{Text(from)}" y="0" width="{Text(to - from)}" height="{Text(Height)}"/>""";

    private static string Bound(double at) => $"""<line class="bound" x1="{Text(at)}" x2="{Text(at)}" y1="0" y2="{Text(Height)}"/>""";

    private static string Text(double value) => NumberText.Exact(Math.Round(value, 2));

    private readonly record struct Scale(double Low, double High)
    {
        internal double At(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1) * Width;
    }
}
