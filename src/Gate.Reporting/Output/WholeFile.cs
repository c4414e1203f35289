using System.Text;

namespace Gate.Reporting.Output;

/// <summary>Writes a file whole or not at all.</summary>
public static class WholeFile
{
    // EFBIG.
    private const int TooLarge = 27;

    /// <summary>Writes text as UTF-8 beside the target, then moves it there.</summary>
    /// <param name="path">The target; replaced when it is there.</param>
    /// <param name="text">The text.</param>
    public static void Write(string path, string text) => WriteAll([(path, Encoding.UTF8.GetBytes(text))]);

    /// <summary>Writes several files: none appears under its name before all are on disk.</summary>
    /// <param name="files">Targets and their bytes.</param>
    public static void WriteAll(IReadOnlyList<(string Path, byte[] Bytes)> files) =>
        WriteAll([.. files.Select(file => (file.Path, (Action<Stream>)(stream => stream.Write(file.Bytes))))]);

    /// <summary>Writes a file as its content comes; it appears under its name when all of it is on disk.</summary>
    /// <param name="path">The target; replaced when it is there.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write) => WriteAll([(path, write)]);

    private static void Fill(FileStream file, string path, Action<Stream> write)
    {
        try
        {
            write(file);
            file.Flush();
        }
        catch (ArgumentOutOfRangeException error) when (error.ParamName == "value")
        {
            // How .NET says that a limit on the size of files is reached.
            throw new IOException($"'{path}' would be larger than files may be here", error) { HResult = TooLarge };
        }
    }

    private static void WriteAll(IReadOnlyList<(string Path, Action<Stream> Write)> files)
    {
        var drafts = new List<(string From, string To)>();
        try
        {
            foreach ((string path, Action<Stream> write) in files)
            {
                string directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
                Directory.CreateDirectory(directory);
                // A name that nobody can foresee, and never a file that is there: a link laid in wait would be followed.
                string draft = Path.Combine(directory, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.tmp");
                using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
                {
                    drafts.Add((draft, path));
                    Fill(file, path, write);
                }
            }
            foreach ((string from, string to) in drafts) File.Move(from, to, overwrite: true);
        }
        finally
        {
            foreach ((string from, _) in drafts) File.Delete(from);
        }
    }
}
