namespace Gate.Tracking.Files;

/// <summary>Where MLflow's file store keeps what (<c>mlflow/store/tracking/file_store.py</c> of version 2.9).</summary>
internal static class StoreLayout
{
    public const string Meta = "meta.yaml", Metrics = "metrics", Parameters = "params", Tags = "tags", Artifacts = "artifacts",
        Inputs = "inputs", Datasets = "datasets", Trash = ".trash", Models = "models";

    /// <summary>Folders of an experiment that are no runs.</summary>
    private static readonly string[] notRuns = [Tags, Datasets, "traces"];

    private static readonly EnumerationOptions one = new() { AttributesToSkip = FileAttributes.ReparsePoint },
        all = new() { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true };

    /// <summary>The folders of experiments.</summary>
    public static IEnumerable<string> Experiments(string root) => Folders(root)
        .Where(folder => Path.GetFileName(folder) is not (Trash or Models) && StoredNames.IsId(Path.GetFileName(folder)));

    /// <summary>The folders of an experiment's runs.</summary>
    public static IEnumerable<string> Runs(string experiment) =>
        Folders(experiment).Where(folder => !notRuns.Contains(Path.GetFileName(folder)) && StoredNames.IsId(Path.GetFileName(folder)));

    /// <summary>The files below a folder by their paths with <c>/</c>; links are not followed.</summary>
    public static IEnumerable<(string Key, string Path)> Files(string folder) => !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder, "*", all).Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), path))
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal);

    /// <summary>The folders in a folder.</summary>
    public static IEnumerable<string> Folders(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder, "*", one).Order(StringComparer.Ordinal) : [];

    /// <summary>The path of a name below a folder.</summary>
    public static string Below(string folder, string key) => Path.Combine([folder, .. key.Split('/')]);
}
