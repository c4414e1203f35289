using System.IO.Enumeration;
using Gate.Wording;

namespace Gate.Data.Reading;

/// <summary>Finds the files that paths and globs (<c>*</c>, <c>?</c>, and <c>**</c> for any folders) name.</summary>
internal static class FileFinder
{
    internal static IReadOnlyList<string> Find(IEnumerable<string> paths, string baseDirectory)
    {
        string root = Path.GetFullPath(baseDirectory);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string path in paths) found.UnionWith(FindOne(path, root));
        foreach (string file in found)
        {
            RealPaths.RequireInside(file, root);
            RequireReadable(file);
        }
        return [.. found];
    }

    private static void RequireReadable(string file)
    {
        try
        {
            // Pipes, devices and the files of /proc say that they are empty: they are never opened.
            if (new FileInfo(RealPaths.Of(file)).Length == 0)
                throw new DataException($"{file} is empty, or it is a pipe or a device, which is never read");
            File.OpenHandle(file).Dispose();
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new DataException($"{file} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whether the path names files by a pattern.</summary>
    internal static bool IsGlob(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    private static string[] FindOne(string path, string root)
    {
        if (path.Contains("://", StringComparison.Ordinal))
            throw new DataException($"'{path}' is an address; only local files are read: download it first");
        if (path.Contains('\0', StringComparison.Ordinal) || path.Length == 0)
            throw new DataException("data.source: a path is empty or holds a NUL character");
        string full = Path.GetFullPath(Path.Combine(root, path));
        if (!IsGlob(path)) return [Existing(full)];
        string[] files = [.. Expand(full)];
        return files.Length > 0 ? files : throw new DataException($"no file matches '{path}' in {root}");
    }

    private static string Existing(string full)
    {
        if (File.Exists(full)) return full;
        if (Directory.Exists(full))
            throw new DataException(
                $"{full} is a folder; name a file in it, or several with a glob such as '{Path.GetFileName(full)}/*.csv'");
        string folder = Path.GetDirectoryName(full) ?? full;
        if (!Directory.Exists(folder)) throw new DataException($"{full} does not exist: there is no folder {folder}");
        IEnumerable<string> beside = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);
        throw new DataException($"{full} does not exist{Suggestion(Path.GetFileName(full), beside)}");
    }

    private static string Suggestion(string name, IEnumerable<string> beside) =>
        NearestName.Find(name, beside) is { } near ? $"; did you mean '{near}'?" : "";

    internal static IEnumerable<string> Expand(string full)
    {
        string drive = Path.GetPathRoot(full) ?? "";
        string[] parts = full[drive.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> folders = [drive];
        foreach (string part in parts[..^1])
            folders = part == "**" ? folders.SelectMany(WithSubfolders)
                : IsGlob(part) ? folders.SelectMany(folder => Matching(folder, part, Directory.EnumerateDirectories))
                : folders.Select(folder => Path.Combine(folder, part)).Where(Directory.Exists);
        string last = parts[^1] == "**" ? "*" : parts[^1];
        return folders.SelectMany(folder => Matching(folder, last, Directory.EnumerateFiles));
    }

    private static IEnumerable<string> WithSubfolders(string folder) =>
        Directory.EnumerateDirectories(folder, "*",
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Prepend(folder);

    // As in a shell, a pattern does not match hidden names unless it says so.
    private static IEnumerable<string> Matching(string folder, string pattern, Func<string, IEnumerable<string>> entries) =>
        !Directory.Exists(folder) ? [] : entries(folder).Where(entry =>
            FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(entry), ignoreCase: false)
            && (Path.GetFileName(entry)[0] != '.' || pattern[0] == '.'));
}
