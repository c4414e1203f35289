using System.Globalization;
using System.Text.RegularExpressions;
using Gate.Policy.Messages;

namespace Gate.Policy.Reading;

/// <summary>What to write instead of a number that is written in another way: <c>0,7</c>, <c>80%</c>, <c>"0.7"</c>.</summary>
internal static partial class NumberHint
{
    /// <summary>A clause that begins with a semicolon; empty where the text is no such number.</summary>
    public static string Of(string text)
    {
        if (Comma().Match(text) is { Success: true } comma) return Point($"{comma.Groups[1].Value}.{comma.Groups[2].Value}");
        if (Percent().Match(text) is { Success: true } percent && decimal.TryParse(percent.Groups[1].Value.Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            return $"; a share is written as a number: {Words.Number((double)(number / 100))}";
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double quoted) && double.IsFinite(quoted)
            ? $"; leave out the quotes: {text.Trim()}" : "";
    }

    /// <summary>The clause for the two halves of a number that a comma tore apart in <c>{ min: 0,7 }</c>.</summary>
    /// <param name="whole">What stands before the comma.</param>
    /// <param name="rest">What stands behind it, which YAML reads as a key.</param>
    public static string Torn(string whole, string rest) =>
        Comma().IsMatch($"{whole},{rest}") ? Point($"{whole}.{rest}") : "";

    private static string Point(string number) => $"; numbers have a decimal point and no comma: {number}";

    [GeneratedRegex(@"^([-+]?[0-9]+),([0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(@"^([-+]?[0-9]{1,9}(?:[.,][0-9]{1,9})?) ?%\z", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();
}
