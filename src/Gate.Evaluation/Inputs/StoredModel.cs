namespace Gate.Evaluation.Inputs;

/// <summary>A model of a store that was brought here before the run.</summary>
/// <param name="Name">What it is called in the store: <c>models:/credit/3</c>, also where the policy asks for an alias.</param>
/// <param name="Flavor"><c>onnx</c>, <c>lightgbm</c> or <c>xgboost</c>.</param>
/// <param name="Path">The full path of its file.</param>
public sealed record StoredModel(string Name, string Flavor, string Path)
{
    /// <summary>The full path of its card; null where it has none.</summary>
    public string? Card { get; init; }
}
