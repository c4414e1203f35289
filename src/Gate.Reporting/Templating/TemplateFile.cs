using System.Text;

namespace Gate.Reporting.Templating;

/// <summary>Reads a user's template from the disk.</summary>
public static class TemplateFile
{
    /// <summary>The most bytes.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>Reads the template that a policy names. It lies in the policy's folder or below it, on a path without links: a policy may
    /// come with a pull request, and the report is published.</summary>
    /// <param name="folder">The policy's folder.</param>
    /// <param name="name">The template as the policy writes it.</param>
    /// <exception cref="ReportException">It is absent, lies elsewhere, is a link or no regular file, too large, or no text.</exception>
    public static string Confined(string folder, string name)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string path = Path.GetFullPath(Path.Combine(root, name));
        if (Path.IsPathRooted(name) || !path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new ReportException($"report.template: {name} lies outside the policy's folder; put the template beside the policy");
        for (string part = path; part.Length > root.Length; part = Path.GetDirectoryName(part)!)
            if (new FileInfo(part).LinkTarget is not null)
                throw new ReportException($"report.template: {Path.GetRelativePath(root, part)} is a link; name the file itself");
        return Read(path, $"report.template: {name}");
    }

    /// <summary>Reads the template that the command line names.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ReportException">It is absent, no regular file, too large, or no text.</exception>
    public static string Named(string path) => Read(path, $"--template {path}");

    private static string Read(string path, string what)
    {
        var file = new FileInfo(path);
        if (!file.Exists) throw new ReportException($"{what}: there is no such file");
        // Devices, pipes and the files of /proc say that they are empty: they are never opened.
        if (file.Length == 0) throw new ReportException($"{what} is empty or no regular file");
        if (file.Length > MostBytes) throw new ReportException($"{what} has {file.Length} bytes; at most {MostBytes} are read");
        byte[] bytes = new byte[file.Length];
        using (FileStream stream = file.OpenRead()) stream.ReadExactly(bytes);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            throw new ReportException($"{what} is no text in UTF-8", error);
        }
    }
}
