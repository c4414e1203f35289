using Gate.Data;

namespace Gate.Models.Onnx;

/// <summary>What is done to scores before they are read.</summary>
public enum OnnxTransform
{
    /// <summary>Nothing: they are probabilities, or numbers.</summary>
    None,

    /// <summary>The logistic function, of one score of log-odds or of each.</summary>
    Sigmoid,

    /// <summary>The softmax over the classes, of log-odds.</summary>
    Softmax,
}

/// <summary>How an ONNX model is read: what it predicts, which columns feed it, which outputs say what.</summary>
/// <param name="Task">What it predicts.</param>
/// <param name="Classes">The classes by code; for a binary task [negative, positive]; empty for regression.</param>
/// <param name="Features">The columns that the model may read, in the order in which one tensor of all features takes them.</param>
public sealed record OnnxOptions(TaskType Task, IReadOnlyList<string> Classes, IReadOnlyList<string> Features)
{
    /// <summary>The columns in the order of the inputs and, within an input, of its values; empty: by name, or all features.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns by the name of the input that they feed, where the names differ.</summary>
    public IReadOnlyDictionary<string, string> ColumnsByInput { get; init; } = new Dictionary<string, string>();

    /// <summary>The output of predicted numbers or classes, or null for the one that there is.</summary>
    public string? Output { get; init; }

    /// <summary>The output of scores, or null for the one that there is.</summary>
    public string? Score { get; init; }

    /// <summary>The classes in the order of the model's own, where they differ from what the model calls them or it has no names; else
    /// empty.</summary>
    public IReadOnlyList<string> ModelClasses { get; init; } = [];

    /// <summary>What is done to scores before they are read.</summary>
    public OnnxTransform Transform { get; init; }

    /// <summary>How many threads may work; 0 for all cores. The numbers are the same for any.</summary>
    public int Threads { get; init; }
}
