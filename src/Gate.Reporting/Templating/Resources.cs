using System.Reflection;

namespace Gate.Reporting.Templating;

/// <summary>What is embedded in this assembly: templates, and the app that <c>web/</c> is built to.</summary>
internal static class Resources
{
    private static readonly Assembly Here = typeof(Resources).Assembly;

    /// <summary>The app's script, in UTF-8.</summary>
    internal static byte[] Script { get; } = Bytes("web/report.js");

    /// <summary>The style sheet, in UTF-8.</summary>
    internal static byte[] Styles { get; } = Bytes("web/report.css");

    /// <summary>The names of the templates.</summary>
    internal static IEnumerable<string> Templates =>
        Here.GetManifestResourceNames().Where(name => name.StartsWith("templates/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(name => name["templates/".Length..]);

    /// <summary>The text of a resource with LF line ends; null when there is none.</summary>
    internal static string? TryText(string name)
    {
        using Stream? stream = Here.GetManifestResourceStream(name);
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    // As it is built, without a way through text: it is the larger part of a report. The build of the app writes LF, which its digest
    // needs, because browsers hash what they parse, and parsing turns CRLF into LF.
    private static byte[] Bytes(string name)
    {
        using Stream stream = Here.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the resource {name} is not in this build");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
