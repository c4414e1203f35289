namespace Gate.Models.Ensembles;

/// <summary>What a model file says of one of its features.</summary>
/// <param name="Name">Its name; null where the file has none.</param>
/// <param name="Levels">The texts of a category's codes, from 0 on; null where the file does not carry them.</param>
/// <param name="Min">The smallest number in training; NaN where it is not known.</param>
/// <param name="Max">The largest number in training; NaN likewise.</param>
public sealed record ForeignFeature(string? Name, IReadOnlyList<string>? Levels = null, double Min = double.NaN, double Max = double.NaN);
