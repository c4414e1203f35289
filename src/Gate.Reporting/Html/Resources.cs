using System.Reflection;

namespace Gate.Reporting.Html;

/// <summary>What is embedded in this assembly: templates, and the app that <c>web/</c> is built to.</summary>
internal static class Resources
{
    private static readonly Assembly Here = typeof(Resources).Assembly;

    /// <summary>The app's script.</summary>
    internal static string Script { get; } = Text("web/report.js");

    /// <summary>The style sheet.</summary>
    internal static string Styles { get; } = Text("web/report.css");

    /// <summary>The names of the partial templates.</summary>
    internal static IEnumerable<string> Partials =>
        Here.GetManifestResourceNames().Where(name => name.StartsWith("templates/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(name => name["templates/".Length..]);

    /// <summary>The text of a resource, with LF line ends: browsers hash what they parse, and parsing turns CRLF into LF.</summary>
    internal static string Text(string name)
    {
        using Stream stream = Here.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the resource {name} is not in this build");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
