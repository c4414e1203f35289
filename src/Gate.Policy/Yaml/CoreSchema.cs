using System.Globalization;
using System.Text.RegularExpressions;

namespace Gate.Policy.Yaml;

/// <summary>
/// The core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema): <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> are text
/// there, and numbers are written one way in every country.
/// </summary>
internal static partial class CoreSchema
{
    public static ScalarKind KindOfPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ when Whole().IsMatch(text) => ScalarKind.Whole,
        _ when Number().IsMatch(text) => ScalarKind.Number,
        _ => ScalarKind.Text,
    };

    public static bool IsTrue(YamlScalar scalar) => scalar.Kind == ScalarKind.Boolean && scalar.Text is "true" or "True" or "TRUE";

    /// <summary>The value of a scalar of kind <see cref="ScalarKind.Whole"/> or <see cref="ScalarKind.Number"/>; too large ones become
    /// infinite.</summary>
    public static double ToDouble(YamlScalar scalar) => scalar.Text switch
    {
        ['0', 'o', .. string octal] => octal.Aggregate(0.0, (sum, digit) => sum * 8 + (digit - '0')),
        ['0', 'x', .. string hex] => hex.Aggregate(0.0, (sum, digit) => sum * 16 + Convert.ToInt32(digit.ToString(), 16)),
        _ when Nan().IsMatch(scalar.Text) => double.NaN,
        _ when Infinite().IsMatch(scalar.Text) => scalar.Text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
        _ => double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    // \z and not $: a final line break is not part of a number.
    [GeneratedRegex(@"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\.(?:nan|NaN|NAN)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Nan();

    [GeneratedRegex(@"^[-+]?\.(?:inf|Inf|INF)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Infinite();
}
