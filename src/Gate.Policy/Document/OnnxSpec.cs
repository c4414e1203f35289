namespace Gate.Policy.Document;

/// <summary>What is done to the scores of an ONNX model before they are read.</summary>
public enum ScoreTransform
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The logistic function.</summary>
    Sigmoid,

    /// <summary>The softmax over the classes.</summary>
    Softmax,
}

/// <summary>A model in an ONNX file.</summary>
/// <param name="Source">The file, relative to the policy.</param>
public sealed record OnnxSpec(string Source) : ModelSpec
{
    /// <summary>The columns that feed it, in its order; empty: by name, or all features.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns by the name of the input that they feed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ColumnsByInput { get; init; } = [];

    /// <summary>The output of predicted numbers or classes, or null.</summary>
    public string? Output { get; init; }

    /// <summary>The output of scores, or null.</summary>
    public string? Score { get; init; }

    /// <summary>The classes in the order of the model's own; empty where the model says them.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>What is done to scores before they are read.</summary>
    public ScoreTransform Transform { get; init; }

    /// <summary>Where keys stand, by path below <c>onnx</c>: <c>columns[0]</c>, <c>classes[1]</c>.</summary>
    public IReadOnlyDictionary<string, Mark> Marks { get; init; } = new Dictionary<string, Mark>();
}
