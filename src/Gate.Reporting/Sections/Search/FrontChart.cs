using Gate.Evaluation.Results;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Sections.Search;

/// <summary>Trials by what they reach and by how far they lie beyond the policy's bounds, as inline SVG without any text of the data; the
/// numbers stand in the table.</summary>
internal static class FrontChart
{
    private const double Width = 560, Height = 220, Edge = 12;

    /// <summary>The picture; null where there are not two trials to place.</summary>
    internal static Markup? Of(SearchFacts search)
    {
        LeaderboardEntry[] placed = [.. search.Leaderboard.Where(entry => entry is { Estimate: not null, Excess: not null })];
        if (placed.Length < 2) return null;
        var across = new Axis([.. placed.Select(entry => entry.Excess!.Value).Append(0)], Edge, Width - Edge);
        var up = new Axis([.. placed.Select(entry => entry.Estimate!.Value)],
            search.Direction == "lower" ? Edge : Height - Edge, search.Direction == "lower" ? Height - Edge : Edge);
        (string X, string Y) At(LeaderboardEntry entry) => (across.At(entry.Excess!.Value), up.At(entry.Estimate!.Value));

        string zero = across.At(0);
        string bound = $"""<line x1="{zero}" x2="{zero}" y1="0" y2="{Height}" stroke="currentColor" stroke-dasharray="4 3"/>""";
        string front = string.Join(" ", placed.Where(entry => entry.OnFront).OrderBy(entry => entry.Excess)
            .Select(At).Select(point => $"{point.X},{point.Y}"));
        IEnumerable<string> points = placed.Select(entry => Point(At(entry), entry));
        // As wide as there is place for, and, by its height, not wider than drawn.
        return new($"""<svg viewBox="0 0 {Width} {Height}" width="100%" height="{Height}" preserveAspectRatio="xMinYMid" """
            + $"""aria-hidden="true" focusable="false">{bound}<polyline points="{front}" fill="none" stroke="currentColor" """
            + $"""stroke-opacity="0.5"/>{string.Concat(points)}</svg>""");
    }

    private static string Point((string X, string Y) at, LeaderboardEntry entry) =>
        $"""<circle cx="{at.X}" cy="{at.Y}" r="4" fill="currentColor" fill-opacity="{(entry.OnFront ? "1" : "0.3")}"/>"""
        + (entry.Chosen ? $"""<circle cx="{at.X}" cy="{at.Y}" r="9" fill="none" stroke="currentColor"/>""" : "");

    /// <summary>From the smallest of some values to the largest.</summary>
    private sealed class Axis(double[] values, double first, double last)
    {
        private readonly double low = values.Min(), high = values.Max();

        public string At(double value)
        {
            double share = high > low ? (value - low) / (high - low) : 0.5;
            return NumberText.Exact(Math.Round(first + (share * (last - first)), 1));
        }
    }
}
