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
public sealed record OnnxSpec(string Source) : ModelFileSpec(Source)
{
    /// <summary>The output of predicted numbers or classes, or null.</summary>
    public string? Output { get; init; }

    /// <summary>The output of scores, or null.</summary>
    public string? Score { get; init; }

    /// <summary>What is done to scores before they are read.</summary>
    public ScoreTransform Transform { get; init; }
}
