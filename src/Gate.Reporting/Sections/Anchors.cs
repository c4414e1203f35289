using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Reporting.Sections;

/// <summary>Where findings are found on the page: at their conditions' ids, so that a link from elsewhere can be written by hand.</summary>
internal sealed class Anchors
{
    // How the anchor of a line of the policy begins.
    private const string Line = "policy-line-";

    // An id of the page itself, which its own links and the app look for, is never a condition's.
    private static readonly string[] OfThePage = ["main", "title", "theme", "verdict", "custom", "gate-result"];

    private readonly Dictionary<Finding, string> anchors = new(ReferenceEqualityComparer.Instance);

    /// <summary>The anchor of a line of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="file">The extended policy that the line is of; null for the policy itself.</param>
    /// <param name="line">The line, from 1.</param>
    internal static string OfLine(PolicyFacts policy, string? file, int line)
    {
        int index = file is null ? -1 : policy.Extended.ToList().FindIndex(extended => extended.Path == file);
        return Line + (index < 0 ? "" : FormattableString.Invariant($"{index + 2}-")) + NumberText.Exact(line);
    }

    /// <summary>The anchor of the groups behind a finding.</summary>
    internal static string Groups(string anchor) => anchor + "--groups";

    /// <summary>The anchors of a result's findings.</summary>
    internal Anchors(GateResult result)
    {
        var taken = new HashSet<string>(OfThePage.Concat(ReportSections.All.SelectMany(section =>
            new[] { section.Name, section.Name + "-title" })), StringComparer.Ordinal);
        foreach (Finding finding in result.Findings)
        {
            string name = string.Concat(PlainText.Clean(finding.Id).Select(c => char.IsWhiteSpace(c) ? '-' : c));
            bool isTaken = name.Length == 0 || taken.Contains(name) || name.StartsWith(Line, StringComparison.Ordinal);
            string anchor = isTaken ? "condition-" + name : name;
            for (int number = 2; !taken.Add(anchor) || !taken.Add(Groups(anchor)); number++)
                anchor = FormattableString.Invariant($"condition-{name}-{number}");
            anchors[finding] = anchor;
        }
    }

    /// <summary>The anchor of a finding.</summary>
    internal string Of(Finding finding) => anchors[finding];

    /// <summary>A link to an anchor of this page.</summary>
    internal static string Link(string anchor) => "#" + Uri.EscapeDataString(anchor);
}
