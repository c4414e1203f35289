using System.Globalization;

namespace Gate.Data.Parsing;

/// <summary>What a text holds, seen as a point in time.</summary>
internal enum IsoKind
{
    None,
    Date,
    Time,
    Timestamp,
}

/// <summary>Reads ISO 8601 dates (<c>2024-02-29</c>), times (<c>13:45:10.5</c>) and timestamps (<c>2024-02-29T13:45:10Z</c>, also with a
/// space or an offset).</summary>
internal static class IsoTime
{
    private static readonly string[] Zones = ["", "zzz", "K"];
    private static readonly string[] Clocks = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];
    private static readonly string[] TimestampFormats =
        [.. from separator in new[] { "'T'", "' '" } from clock in Clocks from zone in Zones select $"yyyy-MM-dd{separator}{clock}{zone}"];

    /// <summary>Days since 1970 for a date, seconds since 1970 (UTC) for a timestamp, seconds since midnight for a time of day.</summary>
    internal static IsoKind Parse(string text, out double value)
    {
        value = 0;
        // Cheap refusals first: most texts are not times.
        if (text.Length < 5 || text.Length > 40 || !char.IsAsciiDigit(text[0])) return IsoKind.None;
        if (text.Length == 10 && text[4] == '-' && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out DateOnly date))
        {
            value = date.DayNumber - UnixEpochDay;
            return IsoKind.Date;
        }
        if (text[2] == ':' && TimeOnly.TryParseExact(text, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
        {
            value = time.Ticks / (double)TimeSpan.TicksPerSecond;
            return IsoKind.Time;
        }
        if (text.Length < 16 || text[4] != '-' || !DateTimeOffset.TryParseExact(
            ShortZone(Nanoseconds(text)), TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out DateTimeOffset moment)) return IsoKind.None;
        value = (moment.UtcTicks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerSecond;
        return IsoKind.Timestamp;
    }

    // .NET reads seven digits of a second at most; the eighth and ninth are below what a double of seconds can tell.
    private static string Nanoseconds(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return text;
        int end = point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - point > 8 && end - point <= 10 ? text.Remove(point + 8, end - point - 8) : text;
    }

    // PostgreSQL writes the offset as +02.
    private static string ShortZone(string text) => text[^3] is '+' or '-' && text.Contains(':', StringComparison.Ordinal)
        ? text + ":00" : text;

    private static readonly int UnixEpochDay = new DateOnly(1970, 1, 1).DayNumber;
}
