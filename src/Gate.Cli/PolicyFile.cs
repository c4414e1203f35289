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
        PolicySource source = Source(path, overrides);
        return new()
        {
            Policy = PolicyReader.Read(source, Vocabulary.Current),
            PolicyBytes = source.Bytes,
            PolicyPath = path,
            BaseDirectory = Folder(path),
            Overrides = overrides,
            Today = today,
            GateVersion = GateVersion.Text,
            Threads = threads,
            Memory = memory,
            Clock = TimeProvider.System,
            ScoringProcess = ScoringChild.Start,
        };
    }

    /// <summary>A policy on the disk, which may extend others and files of commits.</summary>
    /// <param name="path">The policy.</param>
    /// <param name="overrides">What <c>--set</c> was given.</param>
    public static PolicySource Source(string path, IReadOnlyList<string> overrides) => PolicySource.OfFile(path)
        with { Overrides = Pairs(overrides), CommittedFiles = new GitFiles(Folder(path)) };

    /// <summary>The inputs of a run by the policy that holds, for the candidate of another. Paths are relative to the latter.</summary>
    /// <param name="proposed">The inputs of the other policy.</param>
    /// <param name="path">The policy that holds.</param>
    /// <param name="commit">The commit that it is read from; null for the file.</param>
    public static RunInputs Holding(RunInputs proposed, string path, string? commit)
    {
        CommittedFile? committed = commit is null ? null : new GitFiles(Folder(path)).Beside(commit, Path.GetFileName(path));
        PolicySource holds = committed is null ? Source(path, [])
            : new PolicySource(committed) { CommittedFiles = new GitFiles(Folder(path)) };
        PolicySource other = new(proposed.PolicyBytes, proposed.PolicyPath) { Overrides = Pairs(proposed.Overrides),
            CommittedFiles = new GitFiles(proposed.BaseDirectory) };
        return proposed with
        {
            Policy = PolicyReader.ReadFor(holds, other, Vocabulary.Current),
            PolicyBytes = holds.Bytes,
            PolicyPath = path,
            PolicyCommit = committed,
            Proposed = new(proposed.PolicyPath, proposed.PolicyBytes, PolicyComparison.Of(holds, other, Vocabulary.Current))
                { Extended = proposed.Policy.Extended },
        };
    }

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

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
