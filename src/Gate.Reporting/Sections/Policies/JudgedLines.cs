using Gate.Evaluation.Results;

namespace Gate.Reporting.Sections.Policies;

/// <summary>Which lines of a policy belong to a judged condition.</summary>
internal static class JudgedLines
{
    /// <summary>The finding of each line; null for lines of no condition. A condition's lines are the one that it begins on and those below
    /// it that are indented as far; comments and empty lines after the last of them are not its own.</summary>
    /// <param name="lines">The policy's lines.</param>
    /// <param name="findings">The findings, which know the line and the column of their conditions.</param>
    internal static Finding?[] Of(IReadOnlyList<string> lines, IReadOnlyList<Finding> findings)
    {
        var judged = new Finding?[lines.Count];
        foreach (Finding finding in findings)
        {
            if (finding.Line < 1 || finding.Line > lines.Count) continue;
            int last = finding.Line - 1;
            for (int i = finding.Line; i < lines.Count && (IsEmpty(lines[i]) || Indent(lines[i]) >= finding.Column - 1); i++)
                if (!IsEmpty(lines[i]) && !lines[i].TrimStart().StartsWith('#')) last = i;
            for (int i = finding.Line - 1; i <= last; i++) judged[i] ??= finding;
        }
        return judged;
    }

    private static bool IsEmpty(string line) => string.IsNullOrWhiteSpace(line);

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}
