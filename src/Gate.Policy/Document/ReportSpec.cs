namespace Gate.Policy.Document;

/// <summary>How the report looks.</summary>
/// <param name="Title">Its title, or null for the policy's name.</param>
/// <param name="Template">A Scriban template of the user's own, relative to the policy, or null.</param>
/// <param name="WhatIf">Whether the candidate may stand in the report, so that readers can change values.</param>
public sealed record ReportSpec(string? Title = null, string? Template = null, bool WhatIf = false)
{
    /// <summary>Which rows of the data may stand in it.</summary>
    public ReportRowsSpec Rows { get; init; }
}
