namespace Gate.Policy.Document;

/// <summary>The policy cannot be used. All problems are listed, in the order of the file.</summary>
/// <param name="file">The policy's path as the user gave it.</param>
/// <param name="problems">What is wrong; at least one.</param>
public sealed class PolicyException(string file, IReadOnlyList<PolicyProblem> problems)
    : Exception(string.Join("\n", problems.Select(p => $"{p.At.File ?? file}:{p.At.Line}:{p.At.Column}: {p.Message}")))
{
    /// <summary>The policy's path as the user gave it; a problem in another file has that in its place.</summary>
    public string File { get; } = file;

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; } = problems;
}
