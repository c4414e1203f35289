using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Models.Formats;
using Gate.Policy.Document;

namespace Gate.Evaluation.Candidates;

/// <summary>Files that hold a model.</summary>
internal static class ModelFiles
{
    private const long Most = 1L << 29;

    /// <summary>The full path of a file that the policy names, which must be there.</summary>
    /// <exception cref="DataException">It is not, is no regular file, or lies behind a link that leads out of
    /// the policy's folder.</exception>
    public static string Find(RunInputs inputs, string source)
    {
        string path = Path.GetFullPath(Path.Combine(inputs.BaseDirectory, source));
        if (!File.Exists(path))
            throw new DataException($"the model file {source} does not exist below {inputs.BaseDirectory}; "
                + "paths are relative to the policy");
        RealPaths.RequireInside(path, inputs.BaseDirectory);
        // Pipes and devices say that they are empty, and are never opened.
        return new FileInfo(RealPaths.Of(path)).Length > 0 ? path : throw new DataException($"the model file {source} is empty, or it "
            + "is a pipe or a device, which is never read");
    }

    /// <summary>Reads a file that the policy names.</summary>
    /// <exception cref="DataException">It is not there.</exception>
    /// <exception cref="ModelException">It is too large, or of a kind that is not read.</exception>
    public static byte[] Read(RunInputs inputs, string source) => Read(inputs, source, OtherFormats.Refusal);

    /// <summary>Reads a zip archive that the policy names.</summary>
    /// <exception cref="DataException">It is not there.</exception>
    /// <exception cref="ModelException">It is too large, or no zip archive.</exception>
    public static byte[] ReadZip(RunInputs inputs, string source) => Read(inputs, source, start => start.StartsWith("PK\x03\x04"u8) ? null
        : OtherFormats.Refusal(start) ?? "is no zip archive, which models of ML.NET are (mlContext.Model.Save)");

    private delegate string? Refusing(ReadOnlySpan<byte> start);

    private static byte[] Read(RunInputs inputs, string source, Refusing refuse)
    {
        using FileStream file = File.OpenRead(Find(inputs, source));
        if (file.Length > Most)
            throw new ModelException($"{source} is {file.Length >> 20} MB large; models of up to {Most >> 20} MB are read");
        var bytes = new byte[file.Length];
        int start = file.ReadAtLeast(bytes, Math.Min(bytes.Length, OtherFiles.Look), throwOnEndOfStream: false);
        ReadOnlySpan<byte> read = bytes.AsSpan(0, start);
        if ((OtherFiles.StandIn(read) ?? refuse(read)) is { } refusal) throw new ModelException($"{source} {refusal}");
        file.ReadExactly(bytes.AsSpan(start));
        return bytes;
    }

    /// <summary>The label's classes in the order in which the policy says that the model has them; empty where it does not.</summary>
    public static IReadOnlyList<string> ClassesOf(ModelFileSpec spec, Dataset data) =>
        [.. spec.Classes.Select(name => data.Classes[Labels.IndexOf(data.Classes, name)])];

    /// <summary>What a policy says of how a file is read, for the result.</summary>
    public static List<NamedText> Said(ModelFileSpec spec)
    {
        var parameters = new List<NamedText>();
        if (spec.Columns.Count > 0) parameters.Add(new("columns", string.Join(", ", spec.Columns)));
        parameters.AddRange(spec.ColumnsByInput.Select(pair => new NamedText($"column of {pair.Key}", pair.Value)));
        parameters.AddRange(spec.Levels.Select(pair => new NamedText($"levels of {pair.Key}", string.Join(", ", pair.Value))));
        if (spec.Classes.Count > 0) parameters.Add(new("classes", string.Join(", ", spec.Classes)));
        return parameters;
    }
}
