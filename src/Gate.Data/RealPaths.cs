namespace Gate.Data;

/// <summary>Where paths really lead. A checkout of a stranger's change can hold links that lead anywhere on the machine.</summary>
public static class RealPaths
{
    private const int MostLinks = 40;

    /// <summary>The path without links.</summary>
    /// <param name="path">A path; it need not exist.</param>
    /// <exception cref="DataException">Links lead in a circle.</exception>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path), drive = Path.GetPathRoot(full) ?? "";
        var rest = new Stack<string>(full[drive.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
            .Reverse());
        string real = drive;
        for (int links = 0; rest.TryPop(out string? part);)
        {
            string next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MostLinks) throw new DataException($"{path}: its links lead in a circle");
            string led = Path.GetFullPath(target, real);
            foreach (string step in led[(Path.GetPathRoot(led) ?? "").Length..]
                .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse()) rest.Push(step);
            real = Path.GetPathRoot(led) ?? drive;
        }
        return real;
    }

    /// <summary>Whether a path lies below a folder, as both are written.</summary>
    /// <param name="path">The path.</param>
    /// <param name="folder">The folder.</param>
    public static bool IsBelow(string path, string folder)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Path.GetFullPath(path).StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar,
            StringComparison.Ordinal);
    }

    /// <summary>Refuses a path that is written as one below a folder and that links lead out of it. What is written as lying elsewhere is
    /// taken at its word.</summary>
    /// <param name="path">The path.</param>
    /// <param name="folder">The folder: the policy's.</param>
    /// <exception cref="DataException">A link leads out of the folder.</exception>
    public static void RequireInside(string path, string folder)
    {
        if (!IsBelow(path, folder)) return;
        string root = Of(folder), real = Of(path);
        if (real != root && !IsBelow(real, root))
            throw new DataException($"{path} lies behind a link that leads out of {folder}; name the file where it really is");
    }
}
