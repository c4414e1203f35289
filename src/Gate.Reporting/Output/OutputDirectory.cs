using Gate.Evaluation.Results;

namespace Gate.Reporting.Output;

/// <summary>The files that a run wrote; null where a format was not asked for.</summary>
/// <param name="Html">The report.</param>
/// <param name="Json">The evidence.</param>
/// <param name="All">All files, in the order written.</param>
public sealed record OutputPaths(string? Html, string? Json, IReadOnlyList<string> All);

/// <summary>Writes a result in several formats: every file is whole or not there, and none appears unless all could be rendered.</summary>
public static class OutputDirectory
{
    /// <summary>The formats in a comma-separated list.</summary>
    /// <param name="list">Such as <c>html,json</c>.</param>
    /// <exception cref="ReportException">A format is not known, or none is named.</exception>
    public static string[] ParseFormats(string list)
    {
        string[] formats = [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        foreach (string format in formats)
            if (!Renderers.All.Any(known => known.Format == format))
                throw new ReportException(
                    $"there is no format '{format}'; there are {string.Join(", ", Renderers.All.Select(known => known.Format))}");
        return formats.Length > 0 ? formats : throw new ReportException("--format names no format; there are "
            + string.Join(", ", Renderers.All.Select(known => known.Format)));
    }

    /// <summary>Whether files can go to a directory, asked before any work is done; it may be absent.</summary>
    /// <param name="directory">The directory as the user gave it.</param>
    /// <param name="option">The option that named it.</param>
    /// <returns>The directory.</returns>
    /// <exception cref="ReportException">It is empty, a file is in the way, or a link below the working directory.</exception>
    public static string Require(string directory, string option = "--output")
    {
        if (directory == "-")
            throw new ReportException($"{option} names a directory, for several files are written; --json prints the result on standard "
                + "output");
        if (string.IsNullOrWhiteSpace(directory)) throw new ReportException($"{option} names no directory; '.' is the current one");
        for (string? part = Path.GetFullPath(directory); part is not null; part = Path.GetDirectoryName(part))
            if (File.Exists(part))
                throw new ReportException($"{option} {directory}: {part} is a file, not a directory; choose another place");
        // A checkout can hold a link in the place of the directory, which leads anywhere.
        string here = Path.TrimEndingDirectorySeparator(Path.GetFullPath("."));
        for (string part = Path.GetFullPath(directory); part.Length > here.Length && part.StartsWith(here, StringComparison.Ordinal);
            part = Path.GetDirectoryName(part)!)
            if (new DirectoryInfo(part).LinkTarget is not null)
                throw new ReportException($"{option} {directory}: {part} is a link; name the directory itself");
        return directory;
    }

    /// <summary>Removes what an earlier run wrote, in formats that are not asked for now too: no file of these names is left that says what
    /// this run does not.</summary>
    /// <param name="directory">The directory; it may be absent. Files of other names are not touched.</param>
    public static void Clear(string directory)
    {
        if (!Directory.Exists(directory)) return;
        foreach (IRenderer known in Renderers.All) File.Delete(Path.Combine(directory, known.File));
    }

    /// <summary>Renders everything first, then writes each file beside its place and moves it there.</summary>
    /// <param name="directory">The directory; made when it is not there.</param>
    /// <param name="result">The result.</param>
    /// <param name="formats">From <see cref="ParseFormats"/>.</param>
    /// <param name="template">The user's own Scriban template for the HTML report, or null.</param>
    public static OutputPaths Write(string directory, GateResult result, IReadOnlyList<string> formats, string? template)
    {
        (string Path, byte[] Bytes)[] rendered = [.. Renderers.All.Where(known => formats.Contains(known.Format))
            .Select(known => (Path.Combine(directory, known.File), known.Render(result, template)))];
        WholeFile.WriteAll(rendered);
        string[] all = [.. rendered.Select(file => file.Path.Replace('\\', '/'))];
        return new(Array.Find(all, path => path.EndsWith(".html", StringComparison.Ordinal)),
            Array.Find(all, path => Path.GetFileName(path) == "result.json"), all);
    }
}
