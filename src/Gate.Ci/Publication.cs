namespace Gate.Ci;

/// <summary>What was made of a result, for the host to show or to pass on.</summary>
/// <param name="SummarySections">Sections of Markdown, the most important first; a section is shown whole or not at all.</param>
/// <param name="ReportPath">The report, or null when none was written.</param>
/// <param name="ResultPath">The <c>result.json</c>, or null when none was written.</param>
public sealed record Publication(IReadOnlyList<string> SummarySections, string? ReportPath, string? ResultPath);
