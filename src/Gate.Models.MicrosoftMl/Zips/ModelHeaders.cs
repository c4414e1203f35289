using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using Gate.Wording;

namespace Gate.Models.MicrosoftMl.Zips;

/// <summary>
/// Reads the headers of the parts of a model (ModelHeader.cs of Microsoft.ML): each may name an assembly, which Microsoft.ML then loads.
/// </summary>
internal static partial class ModelHeaders
{
    private const int Size = 0x100, VersionAt = 0x08, NameAt = 0x90, LengthAt = 0x98;

    /// <summary>From this version on a header names its assembly.</summary>
    private const uint NamesAssembly = 0x00010002;

    private static ReadOnlySpan<byte> Signature => "ML\0MODEL"u8;

    // Those that Gate brings, by the key that Microsoft signs them with.
    private static readonly string[] brought = ["Microsoft.ML", "Microsoft.ML.Core", "Microsoft.ML.CpuMath", "Microsoft.ML.Data",
        "Microsoft.ML.DataView", "Microsoft.ML.FastTree", "Microsoft.ML.KMeansClustering", "Microsoft.ML.PCA",
        "Microsoft.ML.StandardTrainers", "Microsoft.ML.Transforms"];

    /// <summary>Holds that all headers in an entry, wherever they stand, name assemblies that Gate brings.</summary>
    /// <exception cref="ModelException">One names another, or is damaged.</exception>
    public static void Require(ReadOnlySpan<byte> entry)
    {
        for (int at = 0; entry[at..].IndexOf(Signature) is >= 0 and int next; at += next + Signature.Length)
            Header(entry[(at + next)..]);
    }

    private static void Header(ReadOnlySpan<byte> part)
    {
        if (part.Length < Size) throw Damaged();
        if (BinaryPrimitives.ReadUInt32LittleEndian(part[VersionAt..]) < NamesAssembly) return;
        long start = BinaryPrimitives.ReadInt64LittleEndian(part[NameAt..]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(part[LengthAt..]);
        if (start == 0 && length == 0) return;
        if (start < Size || length is 0 or > 4096 || length % 2 != 0 || start > part.Length - length) throw Damaged();
        string name = Encoding.Unicode.GetString(part.Slice((int)start, (int)length));
        if (Signed().Match(name) is { Success: true } match && brought.Contains(match.Groups[1].Value)) return;
        string plain = name.Split(',')[0].Trim();
        throw new ModelException($"asks for the assembly '{Shown.Of(plain)}', which Gate does not load"
            + (plain.StartsWith("Microsoft.ML.", StringComparison.Ordinal)
                ? "; it brings Microsoft.ML and Microsoft.ML.FastTree. Export the model as ONNX ('onnx: model.onnx')"
                : ": a model runs no code of its own. Export it as ONNX ('onnx: model.onnx'), or let its own program "
                    + "write its predictions"));
    }

    private static ModelException Damaged() => new("is damaged: a part of the model has a header that goes beyond it");

    [GeneratedRegex(@"^([A-Za-z.]+), Version=[0-9.]+, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51$")]
    private static partial Regex Signed();
}
