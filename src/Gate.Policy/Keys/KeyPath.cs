using Gate.Wording;

namespace Gate.Policy.Keys;

/// <summary>The paths of keys in messages: <c>conditions[2].max</c>.</summary>
internal static class KeyPath
{
    public static string Below(string path, string key) => path.Length == 0 ? Shown.Of(key) : $"{path}.{Shown.Of(key)}";

    public static string Entry(string path, int index) => FormattableString.Invariant($"{path}[{index}]");
}
