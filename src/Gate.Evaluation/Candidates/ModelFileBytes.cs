using Gate.Evaluation.Inputs;
using Gate.Models;
using Gate.Models.Formats;

namespace Gate.Evaluation.Candidates;

/// <summary>The bytes of a file that holds a model.</summary>
internal static class ModelFileBytes
{
    private const long Most = 1L << 29;

    /// <summary>Reads a file that the policy names.</summary>
    /// <exception cref="Data.DataException">It is not there.</exception>
    /// <exception cref="ModelException">It is too large, or of a kind that is not read.</exception>
    public static byte[] Read(RunInputs inputs, string source)
    {
        using FileStream file = File.OpenRead(ModelFiles.Find(inputs, source));
        if (file.Length > Most) throw new ModelException($"{source} is {file.Length >> 20} MB large; models of up to {Most >> 20} MB are read");
        var bytes = new byte[file.Length];
        int start = file.ReadAtLeast(bytes, Math.Min(bytes.Length, OtherFormats.Look), throwOnEndOfStream: false);
        if (OtherFormats.Refusal(bytes.AsSpan(0, start)) is { } refusal) throw new ModelException($"{source} {refusal}");
        file.ReadExactly(bytes.AsSpan(start));
        return bytes;
    }
}
