using Gate.Evaluation.Export;
using Gate.Reporting;
using Gate.Reporting.Output;

namespace Gate.Cli;

/// <summary>Writes the SHAP values of each explained row to the file that the command line names.</summary>
internal static class SavedExplanations
{
    private const string JsonEnding = ".json", ParquetEnding = ".parquet";

    /// <summary>The path, checked; null for none.</summary>
    /// <exception cref="ReportException">It names no file that can be written, or one of another kind.</exception>
    public static string? Require(string? path)
    {
        if (path is null) return null;
        if (!IsJson(path) && !path.EndsWith(ParquetEnding, StringComparison.OrdinalIgnoreCase))
            throw new ReportException($"--explanations {path}: a file that ends in {JsonEnding} or {ParquetEnding} is expected");
        return Directory.Exists(path) ? throw new ReportException($"--explanations {path} is a directory; name a file") : path;
    }

    /// <summary>The file that was written.</summary>
    public static IReadOnlyList<string> Write(string path, LocalExplanations explanations, CancellationToken cancel)
    {
        if (IsJson(path)) WholeFile.WriteAll([(path, explanations.Json())]);
        else WholeFile.Write(path, stream => explanations.Parquet(stream, cancel));
        return [path.Replace('\\', '/')];
    }

    private static bool IsJson(string path) => path.EndsWith(JsonEnding, StringComparison.OrdinalIgnoreCase);
}
