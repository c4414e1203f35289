using Gate.Evaluation.Export;
using Gate.Evaluation.Results;
using Gate.Reporting.Output;

namespace Gate.Cli;

/// <summary>Writes a trained model and its card, all or none.</summary>
internal static class SavedModel
{
    /// <summary>The files that were written.</summary>
    public static IReadOnlyList<string> Write(string directory, TrainedModel model, GateResult? result, string? ownFile = null)
    {
        (string Path, byte[] Bytes)[] files = [.. model.Files(result, ownFile)
            .Select(file => (Path.Combine(directory, file.Name), file.Bytes))];
        WholeFile.WriteAll(files);
        return [.. files.Select(file => file.Path.Replace('\\', '/'))];
    }
}
