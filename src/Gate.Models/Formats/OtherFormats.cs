namespace Gate.Models.Formats;

/// <summary>Recognises files in which people keep models, by their first bytes, and says what to do with those that are not read.</summary>
public static class OtherFormats
{
    private const string Instead = "export the model as ONNX ('onnx: model.onnx'), or let its own program write its predictions into a "
        + "file ('predictions: { source: … }')";

    private static readonly byte[][] textPickles = [.. new[] { "ccopy_reg\n", "ccopyreg\n", "c__builtin__\n", "cbuiltins\n", "(dp0", "(lp0",
        "(iskl" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>How many bytes from the start of a file it takes to know it.</summary>
    public static int Look => 512;

    /// <summary>What a file is and what to do, as a clause that goes on from its name; null for a file that is none of these.</summary>
    /// <param name="start">The first <see cref="Look"/> bytes of the file, or all of them.</param>
    public static string? Refusal(ReadOnlySpan<byte> start)
    {
        if (IsPickle(start))
            return $"is a pickle (as joblib writes too), which can run any program when it is opened, so Gate opens none; {Instead}";
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, .. "HDF\r\n"u8]))
            return $"is an HDF5 file (Keras' .h5), which Gate does not read; {Instead}";
        if (start.StartsWith("PK\x03\x04"u8) && IsOfMlNet(start)) return "is a model of ML.NET: 'mlnet: model.zip' reads it";
        if (start.StartsWith("PK\x03\x04"u8)) return $"is a zip archive{Inside(start)}, which Gate does not read as a model; {Instead}";
        if (IsCompressed(start))
            return $"is a compressed file (joblib compresses pickles so); unpack it where it is no pickle, else {Instead}";
        if (start.StartsWith("binf"u8))
            return "is in XGBoost's old binary format; load it with XGBoost and save it as model.json or model.ubj";
        if (start.StartsWith("CBM1"u8)) return $"is a CatBoost model, which Gate does not read; {Instead}";
        return null;
    }

    private static bool IsPickle(ReadOnlySpan<byte> start)
    {
        if (start is [0x80, >= 2 and <= 5, ..]) return true;
        foreach (byte[] text in textPickles)
            if (start.StartsWith(text)) return true;
        return false;
    }

    /// <summary>The names of the first entries stand near the start.</summary>
    private static string Inside(ReadOnlySpan<byte> start) =>
        start.IndexOf("data.pkl"u8) >= 0 || start.IndexOf("/version"u8) >= 0 ? " (PyTorch's .pt)"
        : start.IndexOf("model.weights.h5"u8) >= 0 || start.IndexOf("config.json"u8) >= 0 ? " (Keras' .keras)"
        : " (as .pt and .keras files are)";

    private static bool IsOfMlNet(ReadOnlySpan<byte> start) =>
        start.IndexOf("TrainingInfo"u8) >= 0 || start.IndexOf("TransformerChain"u8) >= 0;

    private static bool IsCompressed(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        || start is [0x78, 0x01 or 0x5E or 0x9C or 0xDA, ..] || start.StartsWith("BZh"u8)
        || start.StartsWith((ReadOnlySpan<byte>)[0xFD, .. "7zXZ"u8]) || start.StartsWith((ReadOnlySpan<byte>)[0x04, 0x22, 0x4D, 0x18])
        || start.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]);
}
