using System.Text.Json;

namespace Gate.Evaluation.Results;

/// <summary>Reads earlier results.</summary>
public static class ResultHistory
{
    /// <summary>All results that a path names; none where there are none yet.</summary>
    /// <param name="path">A folder, of which every <c>.json</c> file in it or below it is read (of the artifacts of a store of runs only
    /// each <c>result.json</c>), or a path whose last part may hold <c>*</c> and <c>?</c>.</param>
    /// <exception cref="JsonException">A file is no result of Gate.</exception>
    public static IReadOnlyList<GateResult> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return [.. Files(path).Order(StringComparer.Ordinal).Select(ReadOne)];
    }

    private static string[] Files(string path)
    {
        if (Directory.Exists(path))
            return [.. Directory.GetFiles(path, "*.json", SearchOption.AllDirectories).Where(file => IsResult(path, file))];
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(path)) : [];
    }

    // A store of runs has other files beside each result.
    private static bool IsResult(string folder, string file) => Path.GetFileName(file) == "result.json"
        || !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Contains("artifacts");

    private static GateResult ReadOne(string file)
    {
        try
        {
            return ResultJson.Read(File.ReadAllText(file));
        }
        catch (JsonException error)
        {
            throw new JsonException($"{file}, of the history, is not a result of this Gate: {error.Message}", error);
        }
    }
}
