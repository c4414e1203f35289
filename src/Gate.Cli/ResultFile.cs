using System.Text.Json;
using Gate.Evaluation.Results;

namespace Gate.Cli;

/// <summary>Reads a result that the command line names.</summary>
internal static class ResultFile
{
    /// <summary>Its name in an output directory.</summary>
    public const string Name = "result.json";

    /// <summary>The most bytes of a result.</summary>
    public const long MostBytes = 256L << 20;

    /// <summary>The file that is meant: that of a directory where a directory is named.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Find(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, Name) : path;
        return File.Exists(file) ? file : throw new UsageException($"there is no file {file}; a result.json is written by 'gate run'");
    }

    /// <summary>The result in a file or a directory.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    /// <exception cref="JsonException">It is no result of this Gate.</exception>
    public static GateResult Read(string path) => Read(path, MostBytes);

    /// <summary>The same with a limit of its own: then a stranger may have written it, and a link to elsewhere is not read
    /// either.</summary>
    /// <param name="path">The file or the directory.</param>
    /// <param name="mostBytes">How large it may be.</param>
    /// <exception cref="UsageException">There is none.</exception>
    /// <exception cref="JsonException">It is no result of this Gate.</exception>
    public static GateResult Read(string path, long mostBytes)
    {
        string file = Find(path);
        var info = new FileInfo(file);
        // Pipes and devices say that they are empty, and are never opened.
        if (info.Length > mostBytes)
            throw new JsonException($"{file} is no result of Gate: it is larger than {mostBytes >> 20} MB");
        if (mostBytes < MostBytes && info.LinkTarget is not null)
            throw new JsonException($"{file} is no result of Gate: it is a link");
        string text = info.Length == 0 ? "" : File.ReadAllText(file);
        try
        {
            return ResultJson.Read(text);
        }
        catch (JsonException error)
        {
            string why = error.Message.Replace(" Consider updating its nullability annotation.", "", StringComparison.Ordinal);
            throw new JsonException(IsJson(text, out bool hasFindings) && hasFindings ? $"{file} is not a result of this Gate: {why}"
                : $"{file} is no result of Gate: it is {(IsJson(text, out _) ? "JSON of something else" : "no JSON")}; what is read here "
                + "is the result.json that 'gate run' writes", error);
        }
    }

    /// <summary>Whether there is a result.</summary>
    public static bool IsThere(string path) => File.Exists(path) || File.Exists(Path.Combine(path, Name));

    private static bool IsJson(string text, out bool hasFindings)
    {
        hasFindings = false;
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            hasFindings = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("findings", out _);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
