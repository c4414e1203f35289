using Gate.Wording;

namespace Gate.Tracking;

/// <summary>Names that become files and folders, or parts of an address: held against MLflow's rules before they are used.</summary>
internal static class StoredNames
{
    /// <summary>How long the name of a number, a parameter or a tag may be.</summary>
    public const int LongestKey = 250;

    /// <summary>Holds that an id is one: letters, digits, <c>_</c> and <c>-</c>.</summary>
    /// <exception cref="TrackingException">It is not.</exception>
    public static string Id(string id, string what) => IsId(id) ? id
        : throw new TrackingException(TrackingFault.Asked, $"'{Shown.Of(id)}' is no id of {what}: one has letters, digits, _ and -");

    /// <summary>Whether a text is an id.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= 256 && char.IsAsciiLetterOrDigit(id[0])
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Holds that a name of a number, a parameter or a tag is one, so that it stays below its folder.</summary>
    /// <exception cref="TrackingException">It is not.</exception>
    public static string Key(string key) => key.Length <= LongestKey && IsPath(key) && key.All(c => IsOfName(c) || c == '/') ? key
        : throw new TrackingException(TrackingFault.Asked, $"'{Shown.Of(key)}' is no name that MLflow allows: letters, digits, '_', '-', "
            + $"'.', ' ' and '/', no empty part, no '..', at most {LongestKey} characters");

    /// <summary>Holds that a path of an artifact stays below its run.</summary>
    /// <exception cref="TrackingException">It does not.</exception>
    public static string Artifact(string path) =>
        path.Length <= 1000 && IsPath(path) && !path.Any(c => char.IsControl(c) || c is '\\' or ':') ? path
            : throw new TrackingException(TrackingFault.Read, $"'{Shown.Of(path)}' is no path of an artifact: parts with '/' between, none "
                + "of them empty, '.' or '..'");

    /// <summary>Whether MLflow allows a character in a name.</summary>
    public static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ' ';

    private static bool IsPath(string path) => path.Length > 0 && path.Split('/').All(part => part is not ("" or "." or ".."));
}
