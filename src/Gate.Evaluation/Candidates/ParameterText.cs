using System.Globalization;

namespace Gate.Evaluation.Candidates;

/// <summary>Values of parameters as policies write them.</summary>
internal static class ParameterText
{
    /// <summary>A value as text.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, double> numbers => string.Join(", ", numbers.Select(pair => $"{pair.Key}: {Of(pair.Value)}")),
        IReadOnlyList<IReadOnlyList<string>> lists => string.Join(", ", lists.Select(list => $"[{string.Join(", ", list)}]")),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
