using Gate.Evaluation;
using Gate.Policy;

namespace Gate.Cli;

/// <summary>Reads a policy file named on the command line.</summary>
internal static class PolicyFile
{
    public static RunInputs Inputs(string path, IReadOnlyList<string> overrides, DateOnly today, int threads)
    {
        byte[] bytes = PolicyReader.ReadBytes(path, path);
        PolicyDocument policy = PolicyReader.Read(bytes, path, Vocabulary.Current, [.. overrides.Select(Split)]);
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
