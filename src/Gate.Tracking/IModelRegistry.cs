namespace Gate.Tracking;

/// <summary>Registered models: versions that count up, and aliases that name one of them. All methods throw <see cref="TrackingException"/>
/// where the registry cannot do what is asked.</summary>
public interface IModelRegistry
{
    /// <summary>Adds a version; the model is made where there is none.</summary>
    /// <param name="name">The model.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancel">Stops it.</param>
    Task<ModelVersion> AddAsync(string name, NewVersion version, CancellationToken cancel);

    /// <summary>A version; null where there is none.</summary>
    /// <param name="name">The model.</param>
    /// <param name="version">Its number.</param>
    /// <param name="cancel">Stops it.</param>
    Task<ModelVersion?> FindAsync(string name, string version, CancellationToken cancel);

    /// <summary>The version that an alias names; null where it names none.</summary>
    /// <param name="name">The model.</param>
    /// <param name="aliased">The alias.</param>
    /// <param name="cancel">Stops it.</param>
    Task<ModelVersion?> FindAliasAsync(string name, string aliased, CancellationToken cancel);

    /// <summary>Sets tags of a version.</summary>
    /// <param name="name">The model.</param>
    /// <param name="version">Its number.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cancel">Stops it.</param>
    Task TagAsync(string name, string version, IReadOnlyList<RunText> tags, CancellationToken cancel);

    /// <summary>Moves an alias, if it still names what is expected. The version that it named gets
    /// <see cref="AliasMove.Previous"/>.</summary>
    /// <param name="move">What is moved.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The number that the alias names where it is not the expected one, so that nothing was moved (empty for none); null where it
    /// was moved.</returns>
    Task<string?> MoveAsync(AliasMove move, CancellationToken cancel);
}

/// <summary>An alias that is moved.</summary>
/// <param name="Name">The model.</param>
/// <param name="Alias">The alias.</param>
/// <param name="To">The number of the version that it is to name.</param>
/// <param name="Expected">The number that it has to name before; null where it has to name none.</param>
public sealed record AliasMove(string Name, string Alias, string To, string? Expected)
{
    /// <summary>The alias of the version that was named before.</summary>
    public string Previous => PreviousOf(Alias);

    /// <summary>What the version is called that an alias named before: <c>previous</c> for <c>champion</c>, <c>previous-ALIAS</c> for
    /// others.</summary>
    /// <param name="alias">The alias.</param>
    public static string PreviousOf(string alias) => alias == "champion" ? "previous" : $"previous-{alias}";
}
