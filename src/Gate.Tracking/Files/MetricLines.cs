using System.Globalization;
using Gate.Wording;

namespace Gate.Tracking.Files;

/// <summary>The files of numbers: a line <c>timestamp value step</c> each time that one is logged.</summary>
internal static class MetricLines
{
    /// <summary>Larger files are refused.</summary>
    public const long Most = 64 << 20;

    /// <summary>The line of a number, which Python's <c>float</c> reads.</summary>
    public static string Of(RunMetric metric) =>
        string.Create(CultureInfo.InvariantCulture, $"{metric.Timestamp} {Text(metric.Value)} {metric.Step}\n");

    /// <summary>All numbers of a file, in order.</summary>
    /// <exception cref="TrackingException">A line is none.</exception>
    public static List<RunMetric> Read(string key, string path, string text)
    {
        var metrics = new List<RunMetric>();
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
            if (!line.IsWhiteSpace()) metrics.Add(Parse(key, path, line.Trim()));
        return metrics.Count > 0 ? metrics : throw Damaged(path, "it holds no line");
    }

    /// <summary>The number that counts: of the largest step, of these the latest, of these the largest.</summary>
    public static RunMetric Latest(List<RunMetric> metrics) =>
        metrics.Count == 1 ? metrics[0] : metrics.MaxBy(metric => (metric.Step, metric.Timestamp, metric.Value))!;

    private static RunMetric Parse(string key, string path, ReadOnlySpan<char> line)
    {
        Span<Range> parts = stackalloc Range[4];
        int count = line.Split(parts, ' ');
        long step = 0;
        return count is 2 or 3 && long.TryParse(line[parts[0]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long time)
            && Value(line[parts[1]], out double value)
            && (count == 2 || long.TryParse(line[parts[2]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out step))
            ? new(key, value, time, step) : throw Damaged(path, $"'{Shown.Of(line.ToString())}' is no time, value and step");
    }

    private static bool Value(ReadOnlySpan<char> text, out double value)
    {
        (bool known, value) = text switch
        {
            "nan" => (true, double.NaN),
            "inf" => (true, double.PositiveInfinity),
            "-inf" => (true, double.NegativeInfinity),
            _ => (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number), number),
        };
        return known;
    }

    private static string Text(double value) => double.IsNaN(value) ? "nan" : double.IsPositiveInfinity(value) ? "inf"
        : double.IsNegativeInfinity(value) ? "-inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static TrackingException Damaged(string path, string why) => new(TrackingFault.Read, $"{path} is damaged: {why}");
}
