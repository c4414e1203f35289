using Gate.Wording;

namespace Gate.Models.Remote.Commands;

/// <summary>Finds a program by its name, so that one that is not there is told as such.</summary>
internal static class ProgramFinder
{
    /// <summary>The full path of a program.</summary>
    /// <param name="name">Its name, looked for in PATH, or a path that is relative to <paramref name="directory"/>.</param>
    /// <param name="directory">Where the command runs.</param>
    /// <param name="path">PATH; null for none.</param>
    /// <exception cref="RemoteUnavailableException">There is none.</exception>
    public static string Find(string name, string directory, string? path)
    {
        if (name.AsSpan().ContainsAny('/', Path.DirectorySeparatorChar))
        {
            string file = Path.GetFullPath(Path.Combine(directory, name));
            return File.Exists(file) ? file : throw new RemoteUnavailableException($"there is no program {Shown.Of(name)} in {directory}");
        }
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat", ""] : [""];
        foreach (string folder in (path ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified))
            foreach (string ending in endings)
                if (Path.Combine(folder, name + ending) is { } file && File.Exists(file)) return file;
        throw new RemoteUnavailableException($"there is no program '{Shown.Of(name)}' in PATH; install it, or name its path");
    }
}
