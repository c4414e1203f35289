using Gate.Evaluation;
using Gate.Evaluation.Inputs;
using Gate.Policy;
using Gate.Policy.Document;
using Gate.Reporting;
using Gate.Reporting.Html;
using Gate.Reporting.Templating;

namespace Gate.Cli;

/// <summary>Reads a policy file named on the command line.</summary>
internal static class PolicyFile
{
    public static RunInputs Inputs(string path, IReadOnlyList<string> overrides, DateOnly today, int threads, long memory)
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
            Memory = memory,
            Clock = TimeProvider.System,
        };
    }

    /// <summary>The user's own report template that the policy names, or null.</summary>
    /// <exception cref="ReportException">It cannot be read or used; see <see cref="TemplateFile.Confined"/> and
    /// <see cref="HtmlReport.CheckTemplate"/>.</exception>
    public static string? Template(RunInputs inputs)
    {
        try
        {
            if (inputs.Policy.Report.Template is not { } template) return null;
            string text = TemplateFile.Confined(inputs.BaseDirectory, template);
            HtmlReport.CheckTemplate(text);
            return text;
        }
        catch (ReportException error)
        {
            throw new ReportException($"{inputs.PolicyPath}: {error.Message}", error);
        }
    }

    private static KeyValuePair<string, string> Split(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new(text[..equals].Trim(), text[(equals + 1)..])
            : throw new UsageException($"--set takes key=value, such as --set model.threshold=0.4; '{text}' has no '='");
    }
}
