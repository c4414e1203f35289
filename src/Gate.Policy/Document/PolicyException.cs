namespace Gate.Policy.Document;

/// <summary>The policy cannot be used. All problems are listed, in the order of the file.</summary>
public sealed class PolicyException : Exception
{
    /// <summary>A policy that cannot be used.</summary>
    /// <param name="file">The policy's path as the user gave it.</param>
    /// <param name="problems">What is wrong, in any order; at least one.</param>
    public PolicyException(string file, IReadOnlyList<PolicyProblem> problems)
        : base(string.Join("\n", InOrder(problems).Select(problem => Line(file, problem)))) =>
        (File, Problems) = (file, [.. InOrder(problems)]);

    /// <summary>The policy's path as the user gave it; a problem in another file has that in its place.</summary>
    public string File { get; }

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; }

    private static string Line(string file, PolicyProblem problem) =>
        $"{problem.At.File ?? file}:{problem.At.Line}:{problem.At.Column}: {problem.Message}";

    private static IEnumerable<PolicyProblem> InOrder(IReadOnlyList<PolicyProblem> problems) =>
        problems.OrderBy(problem => problem.At.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column);
}
