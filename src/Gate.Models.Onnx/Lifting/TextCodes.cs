namespace Gate.Models.Onnx.Lifting;

/// <summary>How a step makes numbers of texts.</summary>
/// <param name="ByText">The number of each text that it knows.</param>
/// <param name="Unknown">The number of all others; NaN where they are then missing.</param>
internal sealed record TextCodes(IReadOnlyDictionary<string, double> ByText, double Unknown)
{
    /// <summary>The number of a missing text, which is fed as the empty one.</summary>
    public double Missing => ByText.GetValueOrDefault("", Unknown);

    /// <summary>The texts in the order of their numbers, which count from 0; null where they do not.</summary>
    public string[]? Levels()
    {
        KeyValuePair<string, double>[] sorted = [.. ByText.Where(pair => !double.IsNaN(pair.Value)).OrderBy(pair => pair.Value)];
        return sorted.Length > 0 && sorted.Select((pair, i) => pair.Value == i).All(same => same)
            ? [.. sorted.Select(pair => pair.Key)] : null;
    }

    /// <summary>The same with one number standing for missing.</summary>
    public TextCodes WithMissing(double number)
    {
        double Of(double value) => value == number ? double.NaN : value;
        return new(ByText.ToDictionary(pair => pair.Key, pair => Of(pair.Value), StringComparer.Ordinal), Of(Unknown));
    }

    /// <summary>Whether both make the same numbers.</summary>
    public bool Same(TextCodes other) => Unknown.Equals(other.Unknown) && ByText.Count == other.ByText.Count
        && ByText.All(pair => other.ByText.TryGetValue(pair.Key, out double value) && value.Equals(pair.Value));
}
