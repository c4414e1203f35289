using Gate.Policy.Document;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>Reads the bytes of a policy file, within limits.</summary>
internal static class PolicyBytes
{
    /// <summary>The bytes. A file that is too large is refused without being read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">The file as messages show it.</param>
    /// <exception cref="PolicyException">There is no such file, it cannot be read, or it is too large.</exception>
    public static byte[] Read(string path, string file)
    {
        var problems = new Problems(file);
        try
        {
            if (Directory.Exists(path)) throw problems.Fatal("this is a directory; name the policy file in it");
            using FileStream stream = File.OpenRead(path);
            if (stream.CanSeek && stream.Length > PolicyLimits.Bytes) throw problems.Fatal(PolicyText.TooLarge(stream.Length));
            // A pipe has no length: one byte more than allowed says enough.
            var buffer = new byte[PolicyLimits.Bytes + 1];
            int read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return read <= PolicyLimits.Bytes ? buffer[..read] : throw problems.Fatal(PolicyText.TooLarge(read));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw problems.Fatal("there is no such policy file; 'gate init' writes one");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw problems.Fatal($"the policy cannot be read: {Shown.OneLine(e.Message)}");
        }
    }
}
