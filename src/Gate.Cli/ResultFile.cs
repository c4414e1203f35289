using System.Text.Json;
using Gate.Evaluation.Results;

namespace Gate.Cli;

/// <summary>Reads a result that the command line names.</summary>
internal static class ResultFile
{
    /// <summary>Its name in an output directory.</summary>
    public const string Name = "result.json";

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
    public static GateResult Read(string path)
    {
        string file = Find(path);
        try
        {
            return ResultJson.Read(File.ReadAllText(file));
        }
        catch (JsonException error)
        {
            throw new JsonException(
                $"{file} is not a result of this Gate: "
                + $"{error.Message.Replace(" Consider updating its nullability annotation.", "", StringComparison.Ordinal)}", error);
        }
    }
}
