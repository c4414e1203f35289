using Gate.Evaluation;
using Gate.Policy;
using Gate.Policy.Document;

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
            Clock = TimeProvider.System,
        };
    }

    /// <summary>The user's own report template that the policy names, or null.</summary>
    public static string? Template(RunInputs inputs)
    {
        if (inputs.Policy.Report.Template is not { } template) return null;
        string path = Path.Combine(inputs.BaseDirectory, template);
        return File.Exists(path)
            ? File.ReadAllText(path) : throw new UsageException($"{inputs.PolicyPath}: report.template: there is no file {template}");
    }

    private static KeyValuePair<string, string> Split(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new(text[..equals].Trim(), text[(equals + 1)..])
            : throw new UsageException($"--set takes key=value, such as --set model.threshold=0.4; '{text}' has no '='");
    }
}
