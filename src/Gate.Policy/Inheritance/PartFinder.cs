using System.Security.Cryptography;
using Gate.Policy.Document;
using Gate.Policy.Reading;
using Gate.Wording;

namespace Gate.Policy.Inheritance;

/// <summary>
/// Finds the files that policies extend: in the repository of the policy that is run (in its folder, where there is none), on paths without
/// links, or in a commit. A policy may come with a pull request, and messages show what stands in the files that it names.
/// </summary>
internal sealed class PartFinder
{
    private readonly ICommittedFiles? committed;
    private readonly string folder;
    private readonly string top;
    private readonly bool isRelative;

    public PartFinder(PolicyPart policy, ICommittedFiles? committed)
    {
        this.committed = committed;
        folder = Path.GetDirectoryName(policy.FullPath ?? Path.GetFullPath("policy"))!;
        top = TopOf(folder);
        isRelative = !Path.IsPathRooted(policy.File);
    }

    /// <summary>The file that an entry of <c>extends</c> names.</summary>
    /// <param name="from">The file that it stands in.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="IOException">There is none, or it may not be read; the message says why.</exception>
    public PolicyPart Find(PolicyPart from, ExtendsEntry entry)
    {
        PolicyPart found = entry.Git is { } revision ? Committed(revision, entry.File)
            : from.Committed is { } commit ? Committed(commit.Commit, Beside(commit.Path, entry.File))
            : OnDisk(from.FullPath!, entry.File);
        string digest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(found.Bytes))}";
        return entry.Digest is null || entry.Digest == digest ? found
            : throw new IOException($"'{Shown.Of(found.File)}' is not the file that is meant: its digest is {digest}, and here stands "
                + $"{entry.Digest}");
    }

    private PolicyPart Committed(string revision, string path)
    {
        if (committed is null) throw new IOException("no commits can be read here; name a file");
        CommittedFile file = committed.Read(revision, path);
        return new PolicyPart(file.Shown, file.Bytes) { Committed = file };
    }

    // As git has it, a path of a commit has forward slashes and no way out of the repository.
    private static string Beside(string path, string file)
    {
        var parts = new Stack<string>(path.Split('/')[..^1]);
        foreach (string part in file.Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Push(part);
            else if (!parts.TryPop(out _)) throw Outside(file);
        }
        return string.Join('/', parts.Reverse());
    }

    private PolicyPart OnDisk(string from, string file)
    {
        string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, file));
        if (Path.IsPathRooted(file) || !path.StartsWith(top + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw Outside(file);
        // The folder of the policy itself is what the user named, links on the way to it included.
        for (string part = path; part.Length > top.Length && part != folder; part = Path.GetDirectoryName(part)!)
            if (new FileInfo(part).LinkTarget is not null)
                throw new IOException($"'{Shown.Of(Path.GetRelativePath(top, part))}' is a link; name the file itself");
        var there = new FileInfo(path);
        string shown = isRelative ? Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/') : path;
        if (!there.Exists) throw new IOException($"there is no file '{Shown.Of(shown)}'");
        // Devices, pipes and the files of /proc say that they are empty: they are never opened.
        if (there.Length == 0) throw new IOException($"'{Shown.Of(shown)}' is empty or no regular file");
        return new PolicyPart(shown, PolicyBytes.Read(path, shown)) { FullPath = path };
    }

    private static IOException Outside(string file) =>
        new($"'{Shown.Of(file)}' lies outside the repository of the policy; put the policies that are extended into it");

    private static string TopOf(string folder)
    {
        for (string? one = folder; one is not null; one = Path.GetDirectoryName(one))
            if (Path.Exists(Path.Combine(one, ".git"))) return Path.TrimEndingDirectorySeparator(one);
        return Path.TrimEndingDirectorySeparator(folder);
    }
}
