using Gate.Evaluation;
using Gate.Policy;

namespace Gate.Cli;

/// <summary>Reads a policy file named on the command line.</summary>
internal static class PolicyFile
{
    // Refused before a byte is read into memory; the reader has the same limit for other callers.
    private const long LargestBytes = 1 << 20;

    public static (PolicyDocument Policy, byte[] Bytes) Read(string path, IReadOnlyList<string> overrides)
    {
        if (Directory.Exists(path)) throw new UsageException($"{path} is a directory; name the policy file in it, such as {Path.Combine(path, "gate.yml")}");
        var file = new FileInfo(path);
        if (!file.Exists) throw new UsageException($"there is no policy file {path}; name one, or write one with 'gate init DATA'");
        if (file.Length > LargestBytes) throw new PolicyException(path, [new(new(1, 1), "", $"the file has {file.Length:N0} bytes; a policy has at most {LargestBytes:N0}")]);
        byte[] bytes = File.ReadAllBytes(path);
        return (PolicyReader.Read(bytes, path, Vocabulary.Current, [.. overrides.Select(Split)]), bytes);
    }

    public static RunInputs Inputs(string path, IReadOnlyList<string> overrides, DateOnly today, int threads)
    {
        (PolicyDocument policy, byte[] bytes) = Read(path, overrides);
        return new()
        {
            Policy = policy,
            PolicyBytes = bytes,
            PolicyPath = path,
            BaseDirectory = Path.GetDirectoryName(Path.GetFullPath(path))!,
            Overrides = overrides,
            Today = today,
            GateVersion = GateVersion.Text,
            Threads = threads,
        };
    }

    private static KeyValuePair<string, string> Split(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new(text[..equals].Trim(), text[(equals + 1)..])
            : throw new UsageException($"--set takes key=value, such as --set model.threshold=0.4; '{text}' has no '='");
    }
}
