using System.Globalization;
using System.Text;
using System.Text.Json;
using Gate.Data;
using Gate.Models.Onnx.Wire;

namespace Gate.Models.Onnx.Graphs;

/// <summary>What a file says of itself among its properties, as <see cref="Writing.OnnxExport"/> writes them; null where it does
/// not.</summary>
/// <param name="Task">What it predicts.</param>
/// <param name="Classes">The classes in the order of the scores.</param>
/// <param name="Threshold">From which probability on the positive class is said.</param>
internal sealed record GateProperties(TaskType? Task, IReadOnlyList<string>? Classes, double? Threshold)
{
    public const string TaskKey = "gate.task", ClassesKey = "gate.classes", ThresholdKey = "gate.threshold";

    public static GateProperties None { get; } = new(null, null, null);

    /// <summary>These and what one more property says; other properties say nothing.</summary>
    /// <exception cref="ModelException">The property is one of these and cannot be read.</exception>
    public GateProperties With(ReadOnlySpan<byte> property)
    {
        var reader = new WireReader(property);
        ReadOnlySpan<byte> key = [], text = [];
        while (reader.Next())
        {
            if (reader.Is(1, WireType.Bytes)) key = reader.Bytes();
            else if (reader.Is(2, WireType.Bytes)) text = reader.Bytes();
            else reader.Skip();
        }
        if (!key.StartsWith("gate."u8)) return this;
        return Encoding.UTF8.GetString(key) switch
        {
            TaskKey => this with { Task = Enum.TryParse(Encoding.UTF8.GetString(text), out TaskType task) && Enum.IsDefined(task) ? task
                : throw Damaged(TaskKey, "no task") },
            ClassesKey => this with { Classes = Names(text) },
            ThresholdKey => this with { Threshold = double.TryParse(text, CultureInfo.InvariantCulture, out double threshold)
                && double.IsFinite(threshold) ? threshold : throw Damaged(ThresholdKey, "no number") },
            _ => this,
        };
    }

    private static string[] Names(ReadOnlySpan<byte> text)
    {
        try
        {
            string[] names = JsonSerializer.Deserialize<string[]>(text) ?? throw Damaged(ClassesKey, "no list of classes");
            // A list may hold null whatever its type says.
            return names.Length <= OnnxLimits.Classes && names.All(name => name is { Length: <= OnnxLimits.NameLength }) ? names
                : throw Damaged(ClassesKey, "no list of classes");
        }
        catch (JsonException)
        {
            throw Damaged(ClassesKey, "no list of classes");
        }
    }

    private static ModelException Damaged(string key, string what) => new($"is damaged: its property {key} is {what}");
}
