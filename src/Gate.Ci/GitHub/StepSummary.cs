namespace Gate.Ci.GitHub;

/// <summary>The step summary: Markdown that the runner shows on the run's page, and refuses altogether when it is too large.</summary>
public static class StepSummary
{
    /// <summary>The largest summary that a step may write, in bytes of UTF-8.</summary>
    public const int LimitBytes = 1024 * 1024;

    /// <summary>
    /// What to append: all sections where they fit, otherwise the first ones that fit whole with a notice of what was left out. Empty when
    /// there is no section, or no room even for the notice.
    /// </summary>
    /// <param name="sections">Sections of Markdown, the most important first.</param>
    /// <param name="reportPath">Where the full report is, or null.</param>
    /// <param name="alreadyThere">The bytes that the file holds already.</param>
    public static string Compose(IReadOnlyList<string> sections, string? reportPath, long alreadyThere)
    {
        string where = reportPath is null ? "the report" : "the report, " + WholeSections.Code(reportPath);
        return WholeSections.Compose(sections, alreadyThere > 0 ? "\n\n" : "", LimitBytes - alreadyThere, "A summary holds at most 1 MiB",
            where);
    }
}
