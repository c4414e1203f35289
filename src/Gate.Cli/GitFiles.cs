using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Gate.Policy;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Cli;

/// <summary>
/// Reads files out of commits by git. Names come from policies too: they are words of a fixed form and never options, only objects are
/// read, no hook or filter of the repository runs, and nothing is fetched.
/// </summary>
/// <param name="directory">A directory of the repository.</param>
internal sealed partial class GitFiles(string directory) : ICommittedFiles
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public CommittedFile Read(string revision, string path)
    {
        if (!Revision().IsMatch(revision) || revision.Contains("..", StringComparison.Ordinal))
            throw new IOException($"'{Shown.Of(revision)}' is no name of a commit, branch or tag");
        if (path.Length == 0 || path[0] is '/' or '-' || path.Split('/').Any(part => part is "" or "." or "..") || path.Any(char.IsControl))
            throw new IOException($"'{Shown.Of(path)}' is no path from the repository's top");
        string commit = Text(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
            ?? throw new IOException($"the repository has no commit '{Shown.Of(revision)}' here; fetch it first");
        string place = $"{commit}:{path}";
        // A blob of a size that is known is all that is read.
        if (Text(["cat-file", "-s", place]) is not { } size || Text(["cat-file", "-t", place]) != "blob")
            throw new IOException($"the commit {commit[..12]} has no file '{Shown.Of(path)}'");
        if (!long.TryParse(size, System.Globalization.CultureInfo.InvariantCulture, out long bytes) || bytes > PolicyReader.MaxBytes)
            throw new IOException($"'{Shown.Of(path)}' of the commit {commit[..12]} is too large; a policy has at most 1 MiB");
        return new(commit, path, Run(["cat-file", "blob", place]) ?? throw new IOException($"git could not read '{Shown.Of(path)}'"));
    }

    /// <summary>A file of a commit that lies in the same folder of the repository as the directory.</summary>
    /// <param name="revision">The commit.</param>
    /// <param name="name">The file's name.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public CommittedFile Beside(string revision, string name)
    {
        try
        {
            string prefix = Text(["rev-parse", "--show-prefix"]) ?? throw new IOException("the policy lies in no git repository");
            return Read(revision, prefix + name);
        }
        catch (IOException error)
        {
            throw new UsageException($"--base-commit: {error.Message}");
        }
    }

    private string? Text(string[] arguments) => Run(arguments) is { } bytes ? Encoding.UTF8.GetString(bytes).TrimEnd('\n', '\r') : null;

    // What git prints; null where it does not end well.
    private byte[]? Run(string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", directory, .. arguments])
            { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in new[] { "GIT_NO_LAZY_FETCH", "GIT_NO_REPLACE_OBJECTS" }) start.Environment[name] = "1";
        foreach (string name in new[] { "GIT_OPTIONAL_LOCKS", "GIT_TERMINAL_PROMPT" }) start.Environment[name] = "0";
        try
        {
            using Process git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            using var content = new MemoryStream();
            Task copying = git.StandardOutput.BaseStream.CopyToAsync(content);
            if (!copying.Wait(Patience) || !git.WaitForExit(Patience))
            {
                git.Kill();
                throw new IOException("git did not answer");
            }
            return git.ExitCode == 0 ? content.ToArray() : null;
        }
        catch (Win32Exception)
        {
            throw new IOException("git is needed for policies out of commits, and it is not here");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._/-]{0,199}$", RegexOptions.CultureInvariant)]
    private static partial Regex Revision();
}
