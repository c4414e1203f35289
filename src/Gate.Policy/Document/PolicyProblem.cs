
namespace Gate.Policy.Document;

/// <summary>One thing that is wrong with a policy.</summary>
/// <param name="At">Where.</param>
/// <param name="Path">The key's path, such as <c>conditions[2].max</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong and what was expected, in one line, with the nearest right word where there is one.</param>
public sealed record PolicyProblem(Mark At, string Path, string Message);
