using System.Text;

namespace Gate.Tracking.Files;

/// <summary>Files of a store that hold one value.</summary>
internal static class SmallFile
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The text of a file.</summary>
    /// <exception cref="TrackingException">It is not there or too large.</exception>
    public static string Read(string path, long most) => Find(path, most)
        ?? throw new TrackingException(TrackingFault.Read, $"{path} is missing, so that the store is damaged there");

    /// <summary>The text of a file; null where there is none.</summary>
    /// <exception cref="TrackingException">It is too large.</exception>
    public static string? Find(string path, long most)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            if (file.Length > most)
                throw new TrackingException(TrackingFault.Read, $"{path} is {file.Length >> 20} MB large; up to {most >> 20} MB are read");
            byte[] bytes = new byte[file.Length];
            return utf8.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file and the folders above it.</summary>
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, utf8);
    }

    /// <summary>Appends to a file.</summary>
    public static void Append(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.AppendAllText(path, text, utf8);
    }
}
