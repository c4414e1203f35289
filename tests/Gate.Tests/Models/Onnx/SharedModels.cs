using System.Text.Json;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Sessions;
using Gate.Tests.Reference;

namespace Gate.Tests.Models.Onnx;

/// <summary>The model files beside the checkout, with what ONNX Runtime answered to what.</summary>
internal static class SharedModels
{
    private static string? Folder => ReferenceFiles.Beside is { } shared && Directory.Exists(Path.Combine(shared, "models"))
        ? Path.Combine(shared, "models") : null;

    /// <summary>All files, as <c>onnx_built/rf_binary</c>; none where there is no such folder.</summary>
    public static IReadOnlyList<string> Names { get; } = Folder is null ? [] : [.. Directory
        .GetFiles(Folder, "*.onnx", SearchOption.AllDirectories)
        .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file).Replace('\\', '/'), null)).Order(StringComparer.Ordinal)];

    /// <summary>A file of a model; skips the running test where there is none.</summary>
    public static string File(string name)
    {
        Skip.If(Folder is null, "there is no shared/models beside the checkout");
        return Path.Combine(Folder!, name);
    }

    public static byte[] Bytes(string name) => System.IO.File.ReadAllBytes(File(name + ".onnx"));

    /// <summary>What a model was fed.</summary>
    public static IReadOnlyList<KeyValuePair<string, TensorValues>> Inputs(string name)
    {
        using JsonDocument json = Parse(name + ".in.json");
        return [.. json.RootElement.EnumerateObject().Select(input => KeyValuePair.Create(input.Name, Tensor(input.Value)))];
    }

    /// <summary>What it answered.</summary>
    public static IReadOnlyList<KeyValuePair<string, TensorValues>> Outputs(string name)
    {
        using JsonDocument json = Parse(name + ".out.json");
        return [.. json.RootElement.GetProperty("outputs").EnumerateObject()
            .Select(output => KeyValuePair.Create(output.Name, Tensor(output.Value)))];
    }

    /// <summary>Values of any type as doubles.</summary>
    public static double[] Numbers(this TensorValues tensor) => OrtTensors.Numbers(tensor.Values)!;

    // A number that is none is written as NaN, which JSON has no word for.
    private static JsonDocument Parse(string file) => JsonDocument.Parse(System.IO.File.ReadAllText(File(file))
        .Replace("\"NaN\"", "null", StringComparison.Ordinal).Replace("NaN", "null", StringComparison.Ordinal));

    private static TensorValues Tensor(JsonElement tensor)
    {
        JsonElement[] data = [.. tensor.GetProperty("data").EnumerateArray()];
        long[] dims = [.. tensor.GetProperty("dims").EnumerateArray().Select(size => size.GetInt64())];
        double[] Doubles() => Array.ConvertAll(data, one => one.ValueKind == JsonValueKind.Null ? double.NaN : one.GetDouble());
        Array values = tensor.GetProperty("type").GetString() switch
        {
            "float32" => Array.ConvertAll(Doubles(), number => (float)number),
            "float64" => Doubles(),
            "int64" => Array.ConvertAll(data, one => one.GetInt64()),
            _ => Array.ConvertAll(data, one => one.GetString()!),
        };
        return new(values, dims);
    }

    /// <summary>Something to feed to any graph: small numbers, or the letter a.</summary>
    public static IReadOnlyList<KeyValuePair<string, TensorValues>> Anything(OnnxGraph graph) =>
        [.. graph.Inputs.Select(input => KeyValuePair.Create(input.Name, Anything(input)))];

    private static TensorValues Anything(OnnxPort port)
    {
        long[] shape = [.. (port.Shape ?? [3, 4]).Select((size, i) => size > 0 ? Math.Min(size, 1_000) : i == 0 ? 3 : 4)];
        int count = (int)Math.Min(shape.Aggregate(1L, (all, size) => all * size), 1_000_000);
        if (count != shape.Aggregate(1L, (all, size) => all * size)) (shape, count) = ([1, 1], 1);
        double[] numbers = [.. Enumerable.Range(0, count).Select(i => (i % 7) - 1.5)];
        return new(port.Element switch
        {
            ElementType.Double => numbers,
            ElementType.Int64 => Array.ConvertAll(numbers, number => (long)number),
            ElementType.Int32 => Array.ConvertAll(numbers, number => (int)number),
            ElementType.String => Array.ConvertAll(numbers, _ => "a"),
            _ => Array.ConvertAll(numbers, number => (float)number),
        }, shape);
    }
}
