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
        PolicyDocument policy = PolicyReader.Read(bytes, path, Vocabulary.Current, Pairs(overrides));
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
            ScoringProcess = ScoringChild.Start,
        };
    }

    /// <summary>The inputs of a run by the policy that holds, for the candidate of another. Paths are relative to the latter.</summary>
    /// <param name="proposed">The inputs of the other policy.</param>
    /// <param name="path">The policy that holds.</param>
    public static RunInputs Holding(RunInputs proposed, string path)
    {
        PolicySource holds = PolicySource.OfFile(path);
        var other = new PolicySource(proposed.PolicyBytes, proposed.PolicyPath) { Overrides = Pairs(proposed.Overrides) };
        return proposed with
        {
            Policy = PolicyReader.ReadFor(holds, other, Vocabulary.Current),
            PolicyBytes = holds.Bytes,
            PolicyPath = path,
            Proposed = new(proposed.PolicyPath, proposed.PolicyBytes, PolicyComparison.Of(holds, other, Vocabulary.Current)),
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

    /// <summary>What <c>--set</c> was given, as keys and values.</summary>
    /// <exception cref="UsageException">One of them has no <c>=</c>.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(IReadOnlyList<string> overrides) => [.. overrides.Select(Split)];

    private static KeyValuePair<string, string> Split(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new(text[..equals].Trim(), text[(equals + 1)..])
            : throw new UsageException($"--set takes key=value, such as --set model.threshold=0.4; '{text}' has no '='");
    }
}
