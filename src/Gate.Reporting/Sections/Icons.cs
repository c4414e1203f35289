using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections;

/// <summary>One sign a verdict. The shapes differ, so that no verdict is told by colour alone.</summary>
internal static class Icons
{
    private static readonly Markup[] All = [.. Enum.GetValues<Verdict>().Select(verdict => new Markup(
        $"""<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">{Shape(verdict)}</svg>"""))];

    /// <summary>The sign of a verdict as inline SVG; decoration, because its word always stands beside it.</summary>
    internal static Markup Of(Verdict verdict) => All[(int)verdict];

    private static string Shape(Verdict verdict) => verdict switch
    {
        Verdict.Pass => """<circle class="plate" cx="12" cy="12" r="11"/><path class="mark" d="m7 12.5 3.3 3.3L17 9"/>""",
        Verdict.Warn =>
            """<path class="plate" d="M10.3 2.6 1.2 18.7A2 2 0 0 0 3 21.7h18a2 2 0 0 0 1.8-3L13.7 2.6a2 2 0 0 0-3.4 0Z"/>"""
            + """<path class="mark" d="M12 9v5m0 3.4v.1"/>""",
        Verdict.Inconclusive =>
            """<rect class="plate" x="4" y="4" width="16" height="16" rx="2.4" transform="rotate(45 12 12)"/>"""
            + """<path class="mark" d="M9.6 9.6A2.5 2.5 0 1 1 12 12.8v1m0 3v.1"/>""",
        Verdict.Inform => """<circle class="plate" cx="12" cy="12" r="11"/><path class="mark" d="M12 11v6m0-10v.1"/>""",
        _ => """<path class="plate" d="M7.6 1.3h8.8l6.3 6.3v8.8l-6.3 6.3H7.6l-6.3-6.3V7.6Z"/>"""
            + """<path class="mark" d="m8.4 8.4 7.2 7.2m0-7.2-7.2 7.2"/>""",
    };
}
