using System.Text;

namespace Gate.Ci;

/// <summary>The files through which a host is told things.</summary>
public interface ICiFiles
{
    /// <summary>The size of a file in bytes; 0 when it does not exist.</summary>
    /// <param name="path">The file.</param>
    long Length(string path);

    /// <summary>Appends text in UTF-8 without a byte order mark; creates the file where it does not exist.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text.</param>
    void Append(string path, string text);
}

/// <summary>Files on disk.</summary>
public sealed class DiskFiles : ICiFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <inheritdoc/>
    public void Append(string path, string text) => File.AppendAllText(path, text, Utf8);
}
