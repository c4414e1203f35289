using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gate.Data;
using Gate.Evaluation.Inputs;

namespace Gate.Cli.Tracking;

/// <summary>Which files a scheduled run reads: parts of dates in <c>data.source</c>, and the newest file of a glob.</summary>
internal static partial class NewestData
{
    /// <summary>What <c>--set</c> would say of <c>data.source</c>; null where it stays as it is.</summary>
    /// <param name="inputs">The policy.</param>
    /// <param name="day">The day that parts of dates stand for.</param>
    /// <param name="newest">Whether each glob stands for the last of its files by name.</param>
    /// <exception cref="UsageException">A part is none.</exception>
    public static string? Source(RunInputs inputs, DateOnly day, bool newest)
    {
        IReadOnlyList<string> source = inputs.Policy.Data.Source;
        string[] dated = [.. source.Select(path => Part().Replace(path, part => Dated(part.Groups[1].Value, day)))];
        string[] found = [.. newest ? dated.Select(path => Newest(path, inputs.BaseDirectory)) : dated];
        return found.SequenceEqual(source) ? null : $"data.source=[{string.Join(", ", found.Select(Quoted))}]";
    }

    private static string Dated(string part, DateOnly day) => day.ToString(part switch
    {
        "date" => "yyyy-MM-dd",
        "year" => "yyyy",
        "month" => "MM",
        "day" => "dd",
        _ => throw new UsageException($"data.source: '{{{{ {part} }}}}' is no part of a date; there are date, year, month and day"),
    }, CultureInfo.InvariantCulture);

    private static string Newest(string path, string folder)
    {
        string last = TableReader.Files(new SourceOptions { Paths = [path], BaseDirectory = folder })
            .OrderBy(file => file, StringComparer.Ordinal).Last();
        return Path.GetRelativePath(folder, last).Replace('\\', '/');
    }

    // JSON's texts are YAML's.
    private static string Quoted(string path) => $"\"{JsonEncodedText.Encode(path)}\"";

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}")]
    private static partial Regex Part();
}
