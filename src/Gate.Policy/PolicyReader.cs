namespace Gate.Policy;

/// <summary>A metric's name and what a policy may do with it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names for it.</param>
/// <param name="Description">Its definition, in one sentence.</param>
/// <param name="Tasks">The tasks that it serves.</param>
/// <param name="IsDisparity">Whether it only exists between groups (then <c>by</c> is required and <c>compare</c> is not allowed).</param>
/// <param name="HasDirection">Whether one direction is better (then <c>max_regression</c> is allowed).</param>
/// <param name="Low">The smallest value that it can take.</param>
/// <param name="High">The largest.</param>
public sealed record MetricWord(string Name, IReadOnlyList<string> Aliases, string Description, IReadOnlyList<PolicyTask> Tasks, bool IsDisparity, bool HasDirection, double Low, double High);

/// <summary>A learner's parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>integer</c>, <c>number</c>, <c>boolean</c> or <c>choice</c>.</param>
/// <param name="Default">Its default, or null.</param>
/// <param name="Description">What it does.</param>
/// <param name="Min">The smallest value, or null.</param>
/// <param name="Max">The largest value, or null.</param>
/// <param name="Choices">The choices, or null.</param>
/// <param name="Nullable">Whether null is a value.</param>
public sealed record ParameterWord(string Name, string Type, object? Default, string Description, double? Min, double? Max, IReadOnlyList<string>? Choices, bool Nullable);

/// <summary>A learner's name and parameters.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Tasks">The tasks that it serves.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record AlgorithmWord(string Name, string Description, IReadOnlyList<PolicyTask> Tasks, IReadOnlyList<ParameterWord> Parameters);

/// <summary>The words that the other rooms lend to the policy language; it knows no metric or learner itself.</summary>
/// <param name="Metrics">All metrics.</param>
/// <param name="Algorithms">All learners.</param>
public sealed record PolicyVocabulary(IReadOnlyList<MetricWord> Metrics, IReadOnlyList<AlgorithmWord> Algorithms);

/// <summary>One thing that is wrong with a policy.</summary>
/// <param name="At">Where.</param>
/// <param name="Path">The key's path, such as <c>conditions[2].max</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong and what was expected, in one line, with the nearest right word where there is one.</param>
public sealed record PolicyProblem(Mark At, string Path, string Message);

/// <summary>The policy cannot be used. All problems are listed, in the order of the file.</summary>
/// <param name="file">The policy's path as the user gave it.</param>
/// <param name="problems">What is wrong; at least one.</param>
public sealed class PolicyException(string file, IReadOnlyList<PolicyProblem> problems)
    : Exception(string.Join("\n", problems.Select(p => $"{file}:{p.At.Line}:{p.At.Column}: {p.Message}")))
{
    /// <summary>The policy's path as the user gave it.</summary>
    public string File { get; } = file;

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; } = problems;
}

/// <summary>Reads policies.</summary>
public static class PolicyReader
{
    /// <summary>Reads a policy from its bytes.</summary>
    /// <param name="bytes">The file's bytes, UTF-8.</param>
    /// <param name="file">The policy's path as the user gave it, for messages.</param>
    /// <param name="vocabulary">Metrics and learners.</param>
    /// <param name="overrides">Values that replace keys, as <c>--set model.threshold=0.4</c> gives them: path and YAML text, in order.</param>
    /// <exception cref="PolicyException">Anything is wrong; all problems at once.</exception>
    public static PolicyDocument Read(byte[] bytes, string file, PolicyVocabulary vocabulary, IReadOnlyList<KeyValuePair<string, string>>? overrides = null) => throw new NotImplementedException();
}

/// <summary>The JSON Schema of the policy language.</summary>
public static class PolicySchema
{
    /// <summary>The schema (draft 2020-12) as indented JSON with a final newline, generated from the same table of keys that the reader uses.</summary>
    /// <param name="vocabulary">Metrics and learners.</param>
    public static string Write(PolicyVocabulary vocabulary) => throw new NotImplementedException();
}
