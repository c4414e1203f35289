using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Gate.Tracking.Files;

/// <summary>The data sets of a run: each once in the experiment, and a link from the run.</summary>
internal static class FileInputs
{
    private const string Context = "mlflow.data.context";

    /// <summary>Writes them.</summary>
    public static void Write(string run, IEnumerable<DatasetInput> inputs)
    {
        foreach (DatasetInput input in inputs)
        {
            string id = Id(input.Name, input.Digest), link = Id(id, Path.GetFileName(run));
            SmallFile.Write(Path.Combine(Datasets(run), id, StoreLayout.Meta), FlatYaml.Write(
            [
                ("digest", input.Digest), ("name", input.Name), ("profile", input.Profile), ("schema", null), ("source", input.Source),
                ("source_type", input.SourceType),
            ]));
            SmallFile.Write(Path.Combine(run, StoreLayout.Inputs, link, StoreLayout.Meta), FlatYaml.Write(
                [("destination_id", id), ("destination_type", "RUN"), ("source_id", id), ("source_type", "DATASET")])
                + (input.Context is null ? "tags: {}\n" : $"tags:\n  {Context}: {FlatYaml.Quoted(input.Context)}\n"));
        }
    }

    /// <summary>Reads them.</summary>
    public static IReadOnlyList<DatasetInput> Read(string run) =>
        [.. StoreLayout.Folders(Path.Combine(run, StoreLayout.Inputs)).Select(link => One(run, link)).OfType<DatasetInput>()];

    private static DatasetInput? One(string run, string link)
    {
        string file = Path.Combine(link, StoreLayout.Meta);
        if (FlatYaml.Read(file).GetValueOrDefault("source_id") is not { } id || !StoredNames.IsId(id)) return null;
        string path = Path.Combine(Datasets(run), id, StoreLayout.Meta);
        if (!File.Exists(path)) return null;
        Dictionary<string, string?> meta = FlatYaml.Read(path);
        string Text(string key) => meta.GetValueOrDefault(key) ?? "";
        return new(Text("name"), Text("digest"), Text("source_type"), Text("source"), meta.GetValueOrDefault("profile"),
            FlatYaml.Below(file, "tags").GetValueOrDefault(Context));
    }

    private static string Datasets(string run) => Path.Combine(Path.GetDirectoryName(run)!, StoreLayout.Datasets);

    [SuppressMessage("Security", "CA5351", Justification = "MLflow names its folders so; nothing is protected by it")]
    private static string Id(string first, string second) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(first + second)));
}
