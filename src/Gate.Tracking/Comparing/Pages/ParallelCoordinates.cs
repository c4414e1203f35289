using System.Globalization;
using System.Text;
using Gate.Evaluation.Results;
using Gate.Tracking.Logging;

namespace Gate.Tracking.Comparing.Pages;

/// <summary>Runs as lines through one axis a parameter or number, so that what goes with what is seen.</summary>
internal static class ParallelCoordinates
{
    private const double Height = 300, Step = 140, Side = 110, Top = 48, Bottom = 34;

    /// <summary>More axes are not read any more.</summary>
    private const int MostAxes = 9;

    /// <summary>Longer names reach into their neighbours', which are written higher.</summary>
    private const int LongestName = 40;

    private sealed record Axis(string Name, IReadOnlyList<double?> Values, IReadOnlyList<string>? Levels)
    {
        public double Low => Values.OfType<double>().Min();

        public double High => Values.OfType<double>().Max();
    }

    /// <summary>The chart; empty where there are no two axes on which runs differ.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="metrics">The numbers that get an axis, the most important first.</param>
    public static string Of(IReadOnlyList<IRun> runs, IReadOnlyList<string> metrics)
    {
        Axis[] axes = [.. Parameters(runs).Concat(Numbers(runs, metrics)).Where(axis => axis.High > axis.Low).Take(MostAxes)];
        if (axes.Length < 2 || runs.Count < 2) return "";
        double width = (2 * Side) + (Step * (axes.Length - 1));
        var svg = new StringBuilder($"<figure class=\"wide\"><svg viewBox=\"0 0 {Svg.At(width)} {Svg.At(Height)}\" role=\"img\" "
            + "aria-label=\"Parallel coordinates of the runs\">");
        foreach ((int r, IRun run) in runs.Index())
        {
            string css = run.Tag(RunTags.Verdict) is ("pass" or "warn" or "fail") and { } verdict ? verdict : "open";
            // A run that lacks a value is not drawn through that axis.
            (double, double)[] points = [.. axes.Index().Where(axis => axis.Item.Values[r] is not null)
                .Select(axis => (X(axis.Index), Y(axis.Item, axis.Item.Values[r]!.Value)))];
            string title = $"{run.Info.Name}, {RunColumn.Time(run.Info.StartTime)}";
            svg.Append("<g><title>").Append(Svg.Text(title)).Append("</title>")
                .Append(Svg.Path(points, $"run {css}")).Append("</g>");
        }
        foreach ((int i, Axis axis) in axes.Index()) svg.Append(Drawn(axis, X(i), i % 2 == 0 ? Top - 18 : Top - 32));
        return svg.Append("</svg></figure>\n").ToString();
    }

    private static double X(int axis) => Side + (axis * Step);

    private static double Y(Axis axis, double value) => Top + ((axis.High - value) / (axis.High - axis.Low) * (Height - Top - Bottom));

    private static string Drawn(Axis axis, double x, double y)
    {
        string End(double value) => axis.Levels is { } levels ? levels[(int)value] : NumberText.Estimate(value);
        return Svg.Line(x, Top, x, Height - Bottom, "axis") + Svg.Word(x, y, "middle", "name", Short(axis.Name))
            + Svg.Word(x, Top - 4, "middle", "tick", End(axis.High)) + Svg.Word(x, Height - Bottom + 14, "middle", "tick", End(axis.Low));
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";

    private static IEnumerable<Axis> Numbers(IReadOnlyList<IRun> runs, IReadOnlyList<string> metrics) => metrics
        .Select(key => new Axis(TimeChart.Plain(key),
            [.. runs.Select(run => run.Metric(key) is { } value && double.IsFinite(value) ? value : (double?)null)], null))
        .Where(axis => axis.Values.OfType<double>().Any());

    private static IEnumerable<Axis> Parameters(IReadOnlyList<IRun> runs)
    {
        foreach (string key in runs.SelectMany(run => run.Parameters.Select(one => one.Key)).Distinct().Order(StringComparer.Ordinal))
        {
            // A digest is no scale, and what replaced a key stands at the key itself.
            if (key.EndsWith("digest", StringComparison.Ordinal) || key.StartsWith("set.", StringComparison.Ordinal)) continue;
            string?[] texts = [.. runs.Select(run => run.Parameter(key))];
            double?[] numbers = [.. texts.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture,
                out double number) && double.IsFinite(number) ? number : (double?)null)];
            string[] levels = [.. texts.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
            if (levels.Length < 2) continue;
            yield return numbers.Count(number => number is not null) == texts.Count(text => text is not null) ? new(key, numbers, null)
                : new(key, [.. texts.Select(text => text is null ? (double?)null : Array.IndexOf(levels, text))], levels);
        }
    }
}
