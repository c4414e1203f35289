using System.Text;
using Gate.Evaluation.Results;
using Gate.Tracking.Logging;

namespace Gate.Tracking.Comparing.Pages;

/// <summary>One number of several runs over time, with its limits where they were logged.</summary>
internal static class TimeChart
{
    private const double Width = 420, Height = 190, Left = 62, Right = 12, Top = 14, Bottom = 30;

    private sealed record Point(IRun Run, double Value, double Low, double High);

    /// <summary>The chart; empty where fewer than two runs have the number.</summary>
    /// <param name="runs">The runs, the oldest first.</param>
    /// <param name="key">The number.</param>
    public static string Of(IReadOnlyList<IRun> runs, string key)
    {
        Point[] points = [.. runs.Where(run => run.Metric(key) is { } value && double.IsFinite(value)).Select(run => Read(run, key))];
        if (points.Length < 2) return "";
        (double low, double high) = (points.Min(point => point.Low), points.Max(point => point.High));
        double room = high > low ? (high - low) * 0.06 : Math.Max(Math.Abs(high) * 0.06, 0.01);
        (low, high) = (low - room, high + room);
        double Y(double value) => Top + ((high - value) / (high - low) * (Height - Top - Bottom));
        double X(int i) => Left + ((i + 0.5) / points.Length * (Width - Left - Right));

        var svg = new StringBuilder($"<figure><figcaption>{Svg.Text(Plain(key))}</figcaption><svg viewBox=\"0 0 {Svg.At(Width)} "
            + $"{Svg.At(Height)}\" role=\"img\" aria-label=\"{Svg.Text(key)} over time\">");
        for (int tick = 0; tick <= 4; tick++)
        {
            double value = low + ((high - low) * tick / 4);
            svg.Append(Svg.Line(Left, Y(value), Width - Right, Y(value), "grid"))
                .Append(Svg.Word(Left - 6, Y(value) + 4, "end", "tick", NumberText.Estimate(value)));
        }
        svg.Append(Svg.Path(points.Select((point, i) => (X(i), Y(point.Value))), "trend"));
        foreach ((int i, Point point) in points.Index())
        {
            if (point.High > point.Low) svg.Append(Svg.Line(X(i), Y(point.Low), X(i), Y(point.High), "limits"));
            svg.Append(Svg.Mark(X(i), Y(point.Value), point.Run.Tag(RunTags.Verdict), Said(point)));
        }
        svg.Append(Svg.Word(Left, Height - 8, "start", "tick", Day(points[0].Run)))
            .Append(Svg.Word(Width - Right, Height - 8, "end", "tick", Day(points[^1].Run)));
        return svg.Append("</svg></figure>\n").ToString();
    }

    /// <summary>A number's name without the word that says what kind it is, which stands above the charts.</summary>
    public static string Plain(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static Point Read(IRun run, string key)
    {
        double value = run.Metric(key)!.Value;
        return new(run, value, run.Metric($"interval/{key}/low") ?? value, run.Metric($"interval/{key}/high") ?? value);
    }

    private static string Said(Point point) => $"{point.Run.Info.Name}, {RunColumn.Time(point.Run.Info.StartTime)}: "
        + NumberText.Estimate(point.Value) + (point.High > point.Low
            ? $" ({NumberText.Estimate(point.Low)} to {NumberText.Estimate(point.High)})" : "");

    private static string Day(IRun run) => RunColumn.Time(run.Info.StartTime) is { Length: > 10 } time ? time[..10] : "";
}
