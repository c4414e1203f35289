namespace Gate.Policy.Document;

/// <summary>A model in an MLflow store.</summary>
/// <param name="Source">Its address: <c>models:/credit@champion</c>, <c>models:/credit/3</c>, <c>runs:/ID/model</c>.</param>
public sealed record MlflowSpec(string Source) : ModelFileSpec(Source);
