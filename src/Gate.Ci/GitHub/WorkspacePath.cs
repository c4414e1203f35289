namespace Gate.Ci.GitHub;

/// <summary>Paths as other steps and the run's page know them: from the workspace, with forward slashes.</summary>
internal static class WorkspacePath
{
    /// <summary>A file from the workspace; null when it lies outside or the workspace is unknown.</summary>
    public static string? Inside(string? path, CiContext context)
    {
        string workspace = context.Environment.GetValueOrDefault("GITHUB_WORKSPACE", "");
        if (string.IsNullOrEmpty(path) || !Path.IsPathFullyQualified(workspace)) return null;
        string relative = Path.GetRelativePath(workspace, Path.GetFullPath(path, context.WorkingDirectory));
        bool outside = Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar,
            StringComparison.Ordinal);
        return outside ? null : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>A file from the workspace, or its full path when it lies outside; empty when there is none.</summary>
    public static string Of(string? path, CiContext context) =>
        string.IsNullOrEmpty(path) ? "" : Inside(path, context) ?? Path.GetFullPath(path, context.WorkingDirectory);
}
