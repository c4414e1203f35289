namespace Gate.Policy.Document;

/// <summary>One sensitive column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Bins">Edges that cut a numeric column into bands, or null.</param>
/// <param name="As">The name that conditions use; the column's own when not given.</param>
public sealed record SensitiveSpec(string Column, IReadOnlyList<double>? Bins, string As);
