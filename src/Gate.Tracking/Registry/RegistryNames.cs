using Gate.Wording;

namespace Gate.Tracking.Registry;

/// <summary>Names of registered models and of aliases, held against MLflow's rules and those of files.</summary>
public static class RegistryNames
{
    private const int Longest = 200;

    /// <summary>Holds that a name of a model is one.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="TrackingException">It is not.</exception>
    public static string Model(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= Longest && name[0] != '.' && name.Trim() == name && name.All(StoredNames.IsOfName) ? name
            : throw new TrackingException(TrackingFault.Asked, $"'{Shown.Of(name)}' is no name of a registered model: letters, digits, "
                + "'_', '-', '.' and spaces between them");
    }

    /// <summary>Holds that an alias is one.</summary>
    /// <param name="alias">The alias.</param>
    /// <exception cref="TrackingException">It is not.</exception>
    public static string Alias(string alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        bool reserved = alias == "latest" || (alias.Length > 1 && alias[0] is 'v' or 'V' && IsVersion(alias[1..]));
        return StoredNames.IsId(alias) && !reserved ? alias
            : throw new TrackingException(TrackingFault.Asked, $"'{Shown.Of(alias)}' is no alias: letters, digits, '_' and '-'; 'latest' "
                + "and 'v1' are reserved by MLflow");
    }

    /// <summary>Whether a text is the number of a version.</summary>
    internal static bool IsVersion(string text) => text.Length is > 0 and < 10 && text[0] != '0' && text.All(char.IsAsciiDigit);
}
